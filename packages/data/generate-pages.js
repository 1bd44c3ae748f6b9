// Writes the pages of the documentation that rest on the record alone. Run after a build, and after the record is
// compiled and the claim response fitted.
import { writeFileSync } from 'node:fs';
import { claimParameters, claimSeries } from './dist/claims.js';
import { economy2024, lawOf, observedTrade, observedTradeByChapter } from './dist/index.js';
import { effectiveDutiesPage } from './pages/effective-duties.js';
import { lookBackPage } from './pages/look-back.js';
import { usmcaClaimsPage } from './pages/usmca-claims.js';

const economy = economy2024();
const law = lawOf(economy);
const pages = {
  'effective-duties.md': effectiveDutiesPage(economy, law),
  'look-back.md': lookBackPage({
    economy,
    law,
    observed: observedTrade(),
    chapters: observedTradeByChapter(),
  }),
  'usmca-claims.md': usmcaClaimsPage(claimParameters(), claimSeries(law)),
};
for (const [name, page] of Object.entries(pages)) {
  writeFileSync(new URL(`../../docs/${name}`, import.meta.url), page);
}
