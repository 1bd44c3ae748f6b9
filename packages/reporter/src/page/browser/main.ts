import { chooseTheme } from './choose-theme.ts';
import { controlView } from './control-view.ts';
import { keptResults } from './kept-results.ts';
import { layOutInTime } from './lay-out-in-time.ts';
import { offerDownloads } from './offer-downloads.ts';

// Nothing is unpacked before the reader has asked for something: the page is there at once, as it was written.
const results = keptResults();
chooseTheme();
layOutInTime();
if (results) {
  const view = controlView(results);
  offerDownloads(view.chart);
}
