// pnpm bench: how fast the solver and the command are here. A report, not a test: it ends with 0 whatever it finds.
import { cpus, loadavg } from 'node:os';
import { benchBargaining } from './bargaining.js';
import { benchCoalitions } from './coalitions.js';
import { benchColdStart } from './cold-start.js';
import { benchEmbeddedEconomy } from './embedded-economy.js';
import { benchLaw } from './law.js';
import { benchNafta1993 } from './nafta-1993.js';
import { benchNegotiation } from './negotiation.js';
import { benchPlay } from './play.js';
import { benchmarkText } from './report.js';
import { benchReportFiles } from './report-files.js';
import { benchTariffWar } from './tariff-war.js';

const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);
const processors = cpus();
const before = loadavg()[0];

say('measuring the 1993 data');
const nafta1993 = benchNafta1993() ?? null;
say('measuring the economy of 2024');
const embedded = benchEmbeddedEconomy();
say('measuring the law');
const law = await benchLaw();
say('measuring a negotiation');
const negotiation = benchNegotiation();
say('measuring bargaining');
const bargaining = benchBargaining();
say('measuring coalitions');
const coalitions = benchCoalitions();
say('measuring a game with people');
const play = benchPlay();
say('measuring a tariff war');
const tariffWar = await benchTariffWar();
say('measuring the files of a report');
const reportFiles = await benchReportFiles();
say('measuring the command');
const coldStart = benchColdStart();

/** @type {import('./report.js').Benchmark} */
const benchmark = {
  date: new Date().toISOString().slice(0, 10),
  machine: `Node.js ${process.versions.node}, ${processors.length} × ${processors[0]?.model ?? process.arch}`,
  load: [before, loadavg()[0]],
  nafta1993,
  embedded,
  law,
  negotiation,
  bargaining,
  coalitions,
  tariffWar,
  play,
  reportFiles,
  coldStart,
  targets: [
    ...(nafta1993?.targets ?? []),
    ...[embedded, law, negotiation, bargaining, coalitions, tariffWar, play, reportFiles, coldStart].flatMap(
      ({ targets }) => targets,
    ),
  ],
};
process.stdout.write(
  process.argv.includes('--json') ? `${JSON.stringify(benchmark, null, 2)}\n` : benchmarkText(benchmark),
);
