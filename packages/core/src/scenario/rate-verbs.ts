import { type ChangeContext, type Effect, numberAt, type WrittenChange } from './change-context.ts';
import { type BorneRate, ratesAfter, ratesIn } from './goods-in-scope.ts';
import { reportOutside } from './measures-in-scope.ts';
import { idsOf, measuresInForce } from './named-measures.ts';
import { percentText, ranges } from './number-ranges.ts';
import { resolveScope, type ScopeDefaults } from './resolve-scope.ts';

/** Sets the rate of a measure, which must go the way that the verb says from what is in force on that day. */
export async function resolveRate(
  verb: 'raise' | 'lower',
  written: WrittenChange,
  context: ChangeContext,
): Promise<Effect | undefined> {
  const { layer, path, on } = written;
  const { caseLaw, economy, problems } = context;
  const to = await numberAt(written, 'to', ranges.duty, context);
  const named = measuresInForce(layer.words([...path, verb]), on, caseLaw, problems);
  if (named && named.length > 1) {
    const message = `"${verb}" is about one measure; ${layer.text([...path, verb])} has ${named.length}`;
    const advice = `write a change for each: ${idsOf(named).join(', ')}`;
    problems.add('several-measures', message, named[0]!.place, advice);
    return undefined;
  }
  const [one] = named ?? [];
  const scope = resolveScope(layer, path, context, {
    importers: one ? [one.measure.importer] : undefined,
    exporters: one?.measure.exporters,
    sectors: economy.sectors.map(({ code }) => code),
  } as ScopeDefaults);
  if (!one || !scope || on === undefined) return undefined;
  const { measure, place } = one;
  const inLaw = ratesIn(measure, scope, on, caseLaw.goods);
  if (inLaw.length === 0) {
    reportOutside(one, on, context);
    return undefined;
  }
  if (to === undefined) return undefined;
  const rates = ratesAfter(inLaw, measure.id, scope, on, caseLaw.rateChanges);
  const fault = directionFault(verb, to, rates);
  if (!fault) return { verb, measure: measure.id, to, scope };
  const message = `${measure.id} to ${percentText(to)} on ${on} ${fault.message}`;
  problems.add(
    `does-not-${verb}`,
    message,
    layer.has([...path, 'to']) ? layer.place([...path, 'to']) : place,
    fault.advice,
  );
  return undefined;
}

/** Why a rate does not go the way that the verb says. Goods that pay nothing are not lowered further. */
function directionFault(
  verb: 'raise' | 'lower',
  to: number,
  rates: readonly BorneRate[],
): { message: string; advice: string } | undefined {
  const sign = verb === 'raise' ? 1 : -1;
  const moves = rates.some(({ rate }) => sign * to > sign * rate);
  const against = rates.find(({ rate }) => sign * rate > sign * to && rate > 0);
  const other = verb === 'raise' ? 'lower' : 'raise';
  if (!moves) {
    const all = [...new Set(rates.map(({ rate }) => rate))].sort((a, b) => a - b).map(rateText);
    const there =
      all.length === 1 ? `the rate there is ${all[0]}` : `the rates there go from ${all[0]} to ${all.at(-1)}`;
    const opposite = against ? `; "${other}" goes the other way` : '';
    return {
      message: `is no ${verb === 'raise' ? 'rise' : 'fall'}`,
      advice: `${there}${opposite}`,
    };
  }
  if (!against) return undefined;
  const message = `would ${other} the ${rateText(against.rate)} on ${against.goods}`;
  return { message, advice: 'narrow it with "exporter", "sectors" or "goods"' };
}

function rateText(rate: number): string {
  return rate === Infinity ? 'a ban' : percentText(rate);
}
