import { describe, expect, it } from 'vitest';
import { madeOption, madeStance, madeTable } from '../../tests/made-negotiation.ts';
import { buildReview, type ReviewYear } from './build-review.ts';
import { isSet } from './policy.ts';
import type { ReviewState } from './review-states.ts';
import { chance, leaf, simultaneous } from './review-tree.ts';
import type { Stance } from './stance.ts';
import type { Escalation, NegotiationTable } from './table.ts';

const reasoned = (value: number) => ({ value, origin: 'normalised' as const, because: 'made up' });
const stances = [
  madeStance('USA', { domesticPressure: reasoned(1.5) }),
  madeStance('CAN', { trust: { USA: reasoned(0.01), MEX: reasoned(0.03) }, breakingFront: reasoned(0.07) }),
  madeStance('MEX', { trust: { USA: reasoned(0.01), CAN: reasoned(0.04) } }),
];

interface Choice {
  readonly name: string;
  readonly to: number;
  /** By part, then by party: backing down, acting, standing. */
  readonly pays: readonly (readonly number[])[];
}

function choicesAt({ tree }: ReviewYear, node: number): Choice[] {
  const from = tree.firstChild[node]!;
  return tree.moves.slice(from, tree.firstChild[node + 1]!).map((name, k) => ({
    name,
    to: tree.children[from + k]!,
    pays: [0, 1, 2].map((part) => [0, 1, 2].map((i) => tree.onceByPart[9 * (from + k) + 3 * part + i]!)),
  }));
}

/** Follows moves by name; where a node has a single approach of that kind, the offer stands in its place. */
function follow(year: ReviewYear, node: number, ...names: readonly string[]): number {
  return names.reduce((at, name) => {
    const found = choicesAt(year, at).find((one) => one.name === name);
    if (!found) throw new Error(`no "${name}" among ${choicesAt(year, at).map((one) => one.name)}`);
    return found.to;
  }, node);
}

const namesAt = (year: ReviewYear, node: number) => choicesAt(year, node).map(({ name }) => name);
const choice = (year: ReviewYear, node: number, name: string) =>
  choicesAt(year, node).find((one) => one.name === name)!;
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

function beginOf(year: ReviewYear, which: (state: ReviewState) => boolean): number {
  return year.tree.begins[year.states.findIndex(which)]!;
}
const built = (more: Partial<NegotiationTable> = {}, who: readonly Stance[] = stances) => {
  const year = buildReview(madeTable(more), who);
  return { year, start: year.tree.begins[year.start]! };
};
/** With nobody acting after an offer: the state that holding leads to. */
function held(year: ReviewYear, node: number): ReviewState {
  let at = node;
  while (year.tree.kind[at] !== leaf) at = choice(year, at, 'hold').to;
  return year.states[year.tree.ends[at]!]!;
}
const escalation = (id: string, by: string, against: string, more: Partial<Escalation> = {}): Escalation => ({
  id,
  title: id,
  by,
  against,
  standing: false,
  effects: [],
  cost: 0,
  announced: 0,
  answers: [],
  because: 'made up',
  ...more,
});

describe('the caucus', () => {
  it('builds trust where there is none yet, and costs nothing then', () => {
    const { year, start } = built();
    const together = choice(year, start, 'join / join');
    expect(together.pays.flat()).toEqual(new Array(9).fill(0));
    expect(held(year, follow(year, together.to, 'no offer')).trust).toBe(1);
    expect(held(year, follow(year, start, 'join / apart', 'no offer')).trust).toBe(0);
  });

  it('costs each what good standing with the other is worth once one has gone alone, and mends nothing', () => {
    const { year } = built();
    const begin = beginOf(year, ({ regime, escalations }) => regime === 'bilateral-one' && escalations === 0);
    const together = choice(year, begin, 'join / join');
    expect(together.pays[2]).toEqual(near([0, -0.03, -0.04]));
    expect(held(year, follow(year, together.to, 'no offer')).trust).toBe(-1);
  });
});

describe('news', () => {
  const news = [
    {
      id: 'press',
      title: 'Press',
      probability: 0.3,
      extension: { USA: 0.05, MEX: 0.02 },
      because: 'made up',
    },
  ];

  it('comes before the caucus with its probability, and is worth something in an extension alone', () => {
    const { year, start } = built({ news });
    expect(year.tree.kind[start]).toBe(chance);
    expect(namesAt(year, start)).toEqual(['press', 'no news']);
    const from = year.tree.firstChild[start]!;
    expect([...year.tree.chance.slice(from, from + 2)]).toEqual([0.3, 0.7]);
    const offer = follow(year, start, 'press', 'apart / apart', 'turn to both', 'offer clean');
    expect(choice(year, offer, 'confirm / confirm').pays[1]).toEqual([0.05, 0, 0.02]);
    expect(choice(year, offer, 'confirm / refuse').pays[1]).toEqual([0, 0, 0]);
    const side = follow(year, start, 'press', 'apart / apart', 'offer side-can to CAN');
    expect(choice(year, side, 'accept').pays[1]).toEqual([0, 0, 0]);
  });

  it('does not come once there is a protocol', () => {
    const { year } = built({ news });
    const begin = beginOf(year, ({ regime }) => regime === 'bilateral-one');
    expect(year.tree.kind[begin]).toBe(simultaneous);
  });
});

describe('an offer', () => {
  it('turns first to somebody, then offers something', () => {
    const { year, start } = built();
    const offers = follow(year, start, 'join / apart');
    expect(namesAt(year, offers)).toEqual([
      'no offer',
      'turn to both',
      'offer side-can to CAN',
      'offer side-mex to MEX',
      'turn to one after the other',
    ]);
    expect(namesAt(year, follow(year, offers, 'turn to both'))).toEqual(['offer clean', 'offer content']);
  });

  it('goes on to the second where the first refuses', () => {
    const { year, start } = built();
    const move = 'offer side-can to CAN, then side-mex to MEX';
    const first = follow(year, start, 'apart / apart', 'turn to one after the other', move);
    const second = follow(year, first, 'refuse');
    expect(year.tree.about[second]).toBe('answer to side-mex');
    expect(held(year, follow(year, second, 'accept')).regime).toBe('bilateral-other');
    expect(held(year, follow(year, second, 'refuse')).regime).toBe('in-force');
    expect(held(year, follow(year, first, 'accept')).regime).toBe('bilateral-one');
  });

  it('is not made where somebody who would have to accept has a red line there, and made where another has', () => {
    const redLines = [{ value: 'terms/content', origin: 'normalised', because: 'made up' }];
    const mexico = [stances[0]!, stances[1]!, { ...stances[2]!, redLines } as Stance];
    const { year, start } = built({}, mexico);
    expect(namesAt(year, follow(year, start, 'apart / apart'))).toEqual([
      'no offer',
      'offer clean',
      'offer side-can to CAN',
    ]);
  });

  it('costs those who agree, by what they take back, and nobody else', () => {
    const { year, start } = built();
    const offer = follow(year, start, 'apart / apart', 'turn to both', 'offer content');
    // Audience cost 0.2; concessions CAN 0.3, MEX 0.4.
    expect(choice(year, offer, 'confirm / confirm').pays[0]).toEqual(near([0, -0.06, -0.08]));
    expect(choice(year, offer, 'refuse / confirm').pays[0]).toEqual([0, 0, 0]);
    // 0.2 times domestic pressure 1.5, of which 0.8 is taken back.
    const clean = follow(year, start, 'apart / apart', 'turn to both', 'offer clean');
    expect(choice(year, clean, 'confirm / confirm').pays[0]).toEqual(near([-0.24, 0, 0]));
    const side = follow(year, start, 'apart / apart', 'offer side-can to CAN');
    expect(choice(year, side, 'accept').pays[0]).toEqual(near([0, -0.06, 0]));
    expect(choice(year, side, 'refuse').pays.flat()).toEqual(new Array(9).fill(0));
  });

  it('costs the whole of it at most', () => {
    const issues = ['one', 'two'].map((id) => ({
      id,
      title: id,
      options: [madeOption('clean', { CAN: 0.7 })],
    }));
    const packages = [
      { id: 'side', title: 'Side', picks: { one: 'clean', two: 'clean' }, with: 'CAN', ends: [] },
    ];
    const { year, start } = built({ issues, packages, escalations: [] });
    const side = follow(year, start, 'apart / apart', 'offer side to CAN');
    expect(choice(year, side, 'accept').pays[0]).toEqual(near([0, -0.2, 0]));
  });

  it('accepted after joining a front costs what breaking it costs', () => {
    const { year, start } = built();
    const united = follow(year, start, 'join / join', 'offer side-can to CAN');
    expect(choice(year, united, 'accept').pays[2]).toEqual(near([0, -0.07, 0]));
    const apart = follow(year, start, 'apart / apart', 'offer side-can to CAN');
    expect(choice(year, apart, 'accept').pays[2]).toEqual([0, 0, 0]);
    expect(held(year, follow(year, united, 'accept')).trust).toBe(-1);
  });
});

describe('measures', () => {
  it('answer what stands, and end with it', () => {
    const { year, start } = built();
    const calm = follow(year, start, 'apart / apart', 'no offer');
    expect(namesAt(year, calm)).toEqual(['hold', 'impose threat', 'give notice']);
    expect(namesAt(year, follow(year, calm, 'impose threat'))).toEqual(['hold', 'impose answer']);
    const both = beginOf(year, ({ regime, escalations }) => regime === 'in-force' && escalations === 3);
    const lifted = follow(year, both, 'apart / apart', 'no offer', 'lift threat');
    expect(held(year, lifted).escalations).toBe(0);
  });

  it('that were announced cost their author while they could be carried out and are not', () => {
    const { year, start } = built();
    const calm = follow(year, start, 'apart / apart', 'no offer');
    // A tenth of 0.2 times 1.5.
    expect(choice(year, calm, 'hold').pays[0]).toEqual(near([-0.03, 0, 0]));
    expect(choice(year, calm, 'give notice').pays[0]).toEqual(near([-0.03, 0, 0]));
    expect(choice(year, calm, 'impose threat').pays[0]).toEqual([0, 0, 0]);
  });

  it('against a partner are settled by a protocol with it, threats that were announced as well', () => {
    const { year } = built();
    const one = beginOf(year, ({ regime }) => regime === 'bilateral-one');
    expect(year.tree.kind[follow(year, one, 'apart / apart', 'no offer')]).toBe(leaf);
    const other = beginOf(
      year,
      ({ regime, escalations }) => regime === 'bilateral-other' && escalations === 0,
    );
    const measures = follow(year, other, 'apart / apart', 'no offer');
    expect(namesAt(year, measures)).toEqual(['hold', 'impose threat']);
    expect(choice(year, measures, 'hold').pays[0]).toEqual(near([-0.03, 0, 0]));
  });

  it('that answer are not let lie while there is nothing to answer', () => {
    const escalations = [
      escalation('threat', 'USA', 'CAN'),
      escalation('answer', 'CAN', 'USA', { answers: ['threat'], announced: 0.5 }),
    ];
    const { year, start } = built({ escalations });
    const calm = follow(year, start, 'apart / apart', 'no offer');
    expect(year.tree.kind[follow(year, calm, 'hold')]).toBe(leaf);
    const hit = follow(year, calm, 'impose threat');
    expect(choice(year, hit, 'hold').pays[0]).toEqual(near([0, -0.1, 0]));
    expect(choice(year, hit, 'impose answer').pays[0]).toEqual([0, 0, 0]);
  });

  it('that stood at the start end by name, those begun since in any agreement of their parties', () => {
    const escalations = [
      escalation('old', 'USA', 'CAN', { standing: true }),
      escalation('named', 'USA', 'CAN', { standing: true }),
      escalation('fresh', 'USA', 'CAN'),
      escalation('elsewhere', 'USA', 'MEX'),
    ];
    const packages = [
      { id: 'side-can', title: 'Side', picks: { terms: 'content' }, with: 'CAN', ends: ['named'] },
    ];
    const { year } = built({ escalations, packages });
    const all = beginOf(year, ({ regime, escalations: e }) => regime === 'in-force' && e === 15);
    const after = held(year, follow(year, all, 'apart / apart', 'offer side-can to CAN', 'accept'));
    expect([0, 1, 2, 3].map((e) => isSet(after.escalations, e))).toEqual([true, false, false, true]);
  });

  it('standing at the start outlast what they answer until they are lifted', () => {
    const escalations = [
      escalation('threat', 'USA', 'CAN', { standing: true }),
      escalation('answer', 'CAN', 'USA', { standing: true, answers: ['threat'] }),
    ];
    const { year, start } = built({ escalations });
    const lifted = follow(year, start, 'apart / apart', 'no offer', 'lift threat');
    expect(namesAt(year, lifted)).toEqual(['hold', 'lift answer']);
    expect(held(year, lifted).escalations).toBe(2);
  });
});

describe('a notice of withdrawal', () => {
  it('ends in leaving, which loses the packages, or in being taken back', () => {
    const { year, start } = built();
    const notice = follow(year, start, 'apart / apart', 'no offer', 'give notice');
    expect(choice(year, notice, 'leave').pays).toEqual([[0, 0, 0], near([-0.3, 0, 0]), [0, 0, 0]]);
    expect(choice(year, notice, 'take the notice back').pays[0]).toEqual(near([-0.2, 0, 0]));
    const end = year.states[year.tree.ends[follow(year, notice, 'leave')]!]!;
    expect(end).toMatchObject({ regime: 'without-proposer', packages: [] });
    const back = year.states[year.tree.ends[follow(year, notice, 'take the notice back')]!]!;
    expect(back.regime).toBe('in-force');
  });
});

describe('agreements one after another', () => {
  it('are two protocols, or an extension that takes the place of a protocol', () => {
    const { year } = built();
    const one = beginOf(year, ({ regime }) => regime === 'bilateral-one');
    const second = follow(year, one, 'apart / apart', 'offer side-mex to MEX', 'accept');
    expect(year.states[year.tree.ends[second]!]).toMatchObject({
      regime: 'two-bilaterals',
      packages: [2, 3],
    });
    const vote = follow(year, one, 'apart / apart', 'turn to both', 'offer clean', 'confirm / confirm');
    expect(year.states[year.tree.ends[vote]!]).toMatchObject({ regime: 'extended', packages: [0] });
  });
});
