import type { Path } from './case-document.ts';
import type { CaseLayer } from './case-layers.ts';
import type { ChangeContext } from './change-context.ts';
import { dateFault } from './date-fault.ts';

/** The days of a change, ISO dates; those that are absent or not usable left out. */
export interface ChangeDates {
  readonly on?: string;
  readonly until?: string;
  readonly fullFrom?: string;
}

export function resolveDates(
  layer: CaseLayer,
  path: Path,
  { horizon, problems }: ChangeContext,
): ChangeDates {
  const dateAt = (key: string) => {
    const text = layer.text([...path, key]);
    const fault = text === undefined ? undefined : dateFault(text);
    if (!fault) return text;
    problems.add('not-a-date', fault.message, layer.place([...path, key]), fault.advice);
    return undefined;
  };
  const on = dateAt('on');
  const until = dateAt('until');
  const fullFrom = dateAt('full-from');
  if (on !== undefined && until !== undefined && until <= on) {
    const message = `"until" must be later than "on", ${on}; it is the first day no longer in force`;
    problems.add('until-before-on', message, layer.place([...path, 'until']));
  }
  if (on !== undefined && fullFrom !== undefined && fullFrom <= on) {
    const message = `"full-from" must be later than "on", ${on}; from "on" to then the change grows`;
    const advice = 'without "full-from" it holds in full from its first day';
    problems.add('full-before-on', message, layer.place([...path, 'full-from']), advice);
  } else if (fullFrom !== undefined && until !== undefined && fullFrom >= until) {
    const message = `"full-from" must be earlier than "until", ${until}; this change would end before it is in force in full`;
    problems.add('full-after-until', message, layer.place([...path, 'full-from']));
  }
  if (on !== undefined && horizon !== undefined && Number(on.slice(0, 4)) > horizon) {
    const message = `this change comes after the horizon, ${horizon}, so that it would change nothing`;
    problems.add(
      'after-horizon',
      message,
      layer.place([...path, 'on']),
      `set "horizon" to ${on.slice(0, 4)} or later`,
    );
  }
  return { ...(on && { on }), ...(until && { until }), ...(fullFrom && { fullFrom }) };
}
