import { chooseTheme } from './choose-theme.ts';
import { controlView } from './control-view.ts';
import { canUnpack, keptParts } from './kept-parts.ts';
import { layOutInTime } from './lay-out-in-time.ts';
import { offerDownloads } from './offer-downloads.ts';

// Nothing is unpacked before the reader is about to ask for something: the page is there at once, as it was written.
chooseTheme();
layOutInTime();
if (document.getElementById('results')) {
  if (canUnpack) offerDownloads(controlView(keptParts()).drawing);
  else document.getElementById('only-as-written')!.hidden = false;
}
