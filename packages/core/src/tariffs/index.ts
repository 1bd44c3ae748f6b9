/** Which duty a flow pays on a day, and by which measures. */
export type { FlowDuty, GoodsDuty, MeasureDuty } from './breakdown.ts';
export { dayPeriod, yearPeriod } from './calendar.ts';
export type { Change, DutyRow, Scope, Verb } from './change.ts';
export { checkPrecedence } from './check-precedence.ts';
export {
  type ClaimMonth,
  type ClaimRecording,
  type ClaimSeries,
  claimPath,
  fitSpeed,
  recordedPath,
  type SpeedFit,
} from './claim-fit.ts';
export { fitScale, type OrdinaryClaims, type ScaleFit } from './claim-fit-scale.ts';
export { type ClaimResponse, settledShare } from './claims.ts';
export { flowDuties } from './flow-duties.ts';
export type { Coverage, GoodsList, GoodsTables, GroupClaims, ProductGroup } from './goods.ts';
export type { Law, Situation } from './law.ts';
export { type LawEvent, lawEvents } from './law-events.ts';
export {
  type Charge,
  type ChargeBase,
  type Confidence,
  endOf,
  isCharged,
  isInForce,
  type Rate,
  startOf,
  type TariffMeasure,
  type UsmcaTreatment,
} from './measure.ts';
export { checkIds, parseMeasures } from './parse-measures.ts';
export { type Ruling, rulingOf, rulingOfRecord } from './ruling.ts';
export { scheduleOf, type TariffSchedule, type Timeline, timelineOf } from './schedule.ts';
export { situationOf, standingLaw } from './standing-law.ts';
