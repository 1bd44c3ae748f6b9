// Writes agreement/events.json from agreement/events.yaml, and the table of docs/agreement.md. Run after a build.
import { readFileSync, writeFileSync } from 'node:fs';
import { agreementTable, compileAgreementRecord, writeAgreementRecord } from './dist/agreement-record.js';

const events = compileAgreementRecord();
writeFileSync(new URL('agreement/events.json', import.meta.url), writeAgreementRecord(events));

const pageFile = new URL('../../docs/agreement.md', import.meta.url);
const page = readFileSync(pageFile, 'utf8');
const [before] = page.split('<!-- record -->');
const [, after] = page.split('<!-- end of record -->');
writeFileSync(
  pageFile,
  `${before}<!-- record -->\n\n${agreementTable(events)}\n\n<!-- end of record -->${after}`,
);
