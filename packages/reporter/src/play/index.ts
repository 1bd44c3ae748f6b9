/** Sheets and debriefs of played negotiations, and moves in words for who plays one. */
export { scaleOfEconomy } from '../money-scale.ts';
export { capitalised, joined } from '../names.ts';
export { type Cast, isTurning, moveAsInfinitive, moveInWords } from '../negotiation/move-in-words.ts';
export { regimeInWords } from '../negotiation/regime-in-words.ts';
export { plainLine, wrapLine } from '../plain-text.ts';
export { branchesReport } from './branches-report.ts';
export { debriefReport } from './debrief-report.ts';
export { facilitatorSheet } from './facilitator-sheet.ts';
export { castOf, headingsOf, type PlayedCase } from './played-case.ts';
export { publicSheet } from './public-sheet.ts';
export { roleBrief, roleSheet } from './role-sheet.ts';
export { type Sheet, sheetsOf } from './sheets.ts';
export { moveForYou, moveReport, type TurnToShow, turnReport } from './turn-report.ts';
