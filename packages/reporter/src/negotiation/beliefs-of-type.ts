import { labelColumn } from '../label-column.ts';
import { joined } from '../names.ts';
import type { Section, Table } from '../report.ts';
import { castOf, percent } from './most-likely-path.ts';
import type { NegotiatedCase } from './negotiated-case.ts';

/** Beliefs closer to one another than this in the end tell of nothing learned. */
const leastLearned = 0.05;

/** What the others come to believe of a government whose type is its secret; nothing where no type is. */
export function beliefsSection(one: NegotiatedCase): Section[] {
  const told = typesOf(one);
  if (!told) return [];
  const { party, others, first, second, path } = told;
  const [start, end] = [path[0]!, path.at(-1)!];
  const afterOne = path[1]!;
  const learned = (of: 'ifFirst' | 'ifSecond') =>
    path.length > 2
      ? `${percent(afterOne[of])} after the first review and ${percent(end[of])} after the last`
      : `${percent(end[of])} after the review`;
  const apart = end.ifSecond - end.ifFirst;
  const little =
    apart < leastLearned ? ' They learn next to nothing: under these figures both kinds act alike.' : '';
  return [
    {
      heading: 'What the others come to believe',
      sentences: [
        `${joined(others)} do not know of which kind the government of ${party} is: “${first.title}” (${first.id}) or “${second.title}” (${second.id}). Before the first review they give the second ${percent(start.mean)}. After each of its moves they believe what the move makes likely: the more it tells the two apart, the more they learn.`,
        `Where it is in truth “${second.title}”, they give that ${learned('ifSecond')}; where it is “${first.title}”, ${learned('ifFirst')}.${little}`,
        `Both are means over what may come. Over the two together, as likely as they are at first, the mean is ${percent(end.mean)} after the last review: on average nobody can be led to believe more than is so.`,
      ],
      tables: [beliefsTable(one, told)],
    },
  ];
}

type Told = NonNullable<ReturnType<typeof typesOf>>;

function typesOf(one: NegotiatedCase) {
  const { beliefs, choices } = one.negotiation;
  if (!beliefs) return undefined;
  const { names } = castOf(one);
  const [first, second] = beliefs.types.map((id) => {
    const type = choices.stances[beliefs.party]!.types.find((known) => known.id === id);
    return { id, title: type?.title ?? id };
  });
  return {
    party: names[beliefs.party]!,
    others: names.filter((_, i) => i !== beliefs.party),
    first: first!,
    second: second!,
    path: beliefs.path,
  };
}

function beliefsTable({ negotiation }: NegotiatedCase, { first, second, path }: Told): Table {
  const { reviews } = negotiation.choices.table;
  const column = (id: string) =>
    ({ key: `if-${id}`, heading: `if ${id}`, kind: 'points', unit: 'percent', decimals: 1 }) as const;
  return {
    title: `Probability that the others give “${second.title}”, by what the government is, percent`,
    columns: [labelColumn('When', 'when'), column(first.id), column(second.id)],
    rows: path.map(({ ifFirst, ifSecond }, r) => ({
      cells: [
        r === 0 ? 'before the first review' : `after the review of ${reviews[r - 1]}`,
        100 * ifFirst,
        100 * ifSecond,
      ],
    })),
  };
}
