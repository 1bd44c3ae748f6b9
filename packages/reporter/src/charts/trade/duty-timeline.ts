import type { LawOfDay } from '../../law/pair-duties.ts';
import type { LinesChart } from '../chart.ts';

/** The law of a day without what is paid after substitution: the timeline is of the average statutory duty then. */
export type DayOfDuties = Omit<LawOfDay, 'paid'> & Partial<Pick<LawOfDay, 'paid'>>;

/**
 * Average duty on goods between the parties as it changes from day to day: a step where the law changes, a panel an
 * importer, a row a case. Effective duties where every day has what is paid, else statutory duties.
 *
 * @param days the days on which the law changes, and the last that is shown; of one case or of several.
 */
export declare function dutyTimelineChart(days: readonly DayOfDuties[]): LinesChart;
