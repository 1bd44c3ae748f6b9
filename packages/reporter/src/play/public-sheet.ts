import type { Package } from '@usmca-sim/core';
import { roleOf } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import { capitalised, joined } from '../names.ts';
import type { Cast } from '../negotiation/move-in-words.ts';
import type { Report, Section, Table } from '../report.ts';
import { changeColumn } from './columns.ts';
import { castOf, headingsOf, type PlayedCase } from './played-case.ts';

/** The sheet that everybody has: what is on the table, how a review goes, what trade does. */
export function publicSheet(played: PlayedCase): Report {
  const { playable } = played;
  const cast = castOf(played);
  const { table } = cast;
  return {
    title: `For everybody: ${playable.title}`,
    question: playable.question,
    sections: [
      howItGoes(cast),
      {
        heading: 'What is bargained over',
        points: table.issues.map(
          ({ title, options }) => `${title}: ${options.map((option) => option.title).join('; ')}`,
        ),
      },
      {
        heading: 'The packages',
        points: table.packages.map(
          (pack) => `${pack.title} (${signersOf(pack, cast)}). ${picksInWords(pack, cast).join('; ')}`,
        ),
        tables: [packagesTable(played, cast)],
      },
      measures(cast),
      ...(table.news.length > 0
        ? [{ heading: 'News that may come', points: table.news.map(({ title }) => title) }]
        : []),
    ],
  };
}

function howItGoes({ table, names }: Cast): Section {
  const [proposer, one, other] = names as [string, string, string];
  return {
    heading: 'How a review goes',
    sentences: [
      `${capitalised(joined([...names]))} meet at ${table.reviews.length} reviews, from ${table.reviews[0]} to ${table.reviews.at(-1)}. Extension needs all three.`,
    ],
    points: [
      ...(table.news.length > 0 ? ['There may be news.'] : []),
      `${capitalised(one)} and ${other} decide at once, unseen, whether to act as one this year.`,
      `${capitalised(proposer)} makes an offer to both, to one, to one after the other, or none.`,
      'Those asked answer; what is for both is confirmed or refused at once, unseen.',
      `Where nothing is settled ${proposer}, ${one} and ${other}, in this order, may each impose or lift one measure; ${proposer} may give notice of withdrawal.`,
      'After the last review an agreement that nobody has extended expires.',
    ],
  };
}

function packagesTable(played: PlayedCase, cast: Cast): Table {
  const { table } = cast;
  const headings = headingsOf(played);
  const { packages } = roleOf(played.playable, 0);
  return {
    title: 'Packages, and the real income of each in the long run, percent against the law at the start',
    columns: [
      labelColumn('Package', 'package'),
      ...headings.map((heading, k) => changeColumn(table.parties[k]!, heading, 2)),
    ],
    rows: packages.map(({ package: pack, trade }) => ({
      cells: [pack.title, ...headings.map((_, k) => trade?.realIncome[k] ?? '')],
    })),
    notes: ['Trade alone: what else a package is worth to a government is its own affair.'],
  };
}

function signersOf({ with: partner }: Package, { table, names }: Cast): string {
  if (partner === 'both') return 'all three';
  return `${names[0]} and ${names[table.parties.indexOf(partner)] ?? partner}`;
}

/** The options of a package, issue by issue. */
export function picksInWords({ picks }: Package, { table }: Cast): string[] {
  return Object.entries(picks).map(([issue, option]) => {
    const found = table.issues.find(({ id }) => id === issue);
    return `${found?.title ?? issue}: ${found?.options.find(({ id }) => id === option)?.title ?? option}`;
  });
}

function measures({ table, names }: Cast): Section {
  const nameOf = (code: string) => names[table.parties.indexOf(code)] ?? code;
  return {
    heading: 'Measures outside the room',
    points: table.escalations.map(
      ({ title, by, against, standing }) =>
        `${title}: ${nameOf(by)} against ${nameOf(against)}; ${standing ? 'stands' : 'may be imposed'}`,
    ),
  };
}
