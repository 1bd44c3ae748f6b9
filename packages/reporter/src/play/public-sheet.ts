import type { Package } from '@usmca-sim/core';
import { type PackageWorth, roleOf } from '@usmca-sim/core/play';
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
  const { packages } = roleOf(playable, 0);
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
        points: packages.map(
          ({ package: pack }) =>
            `${pack.title} (${signersOf(pack, cast)}). ${picksInWords(pack, cast).join('; ')}`,
        ),
        tables: [packagesTable(packages, played, cast)],
      },
      measures(cast),
      objectives(played, cast),
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
      `${capitalised(one)} and ${other} decide at the same time, unseen, whether to act as one this year.`,
      `${capitalised(proposer)} makes an offer to both, to one, to one after the other, or none.`,
      'Those asked answer; what is for both is confirmed or refused by both at the same time, unseen.',
      `Where nothing is settled ${proposer}, ${one} and ${other}, in this order, may each impose or lift one measure; ${proposer} may give notice of withdrawal.`,
      'After the last review an agreement that nobody has extended expires.',
    ],
  };
}

function packagesTable(packages: readonly PackageWorth[], played: PlayedCase, { table }: Cast): Table {
  const headings = headingsOf(played);
  return {
    title: 'Packages, and the real income of each in the long run, percent against the law at the start',
    columns: [
      labelColumn('Package', 'package'),
      ...headings.map((heading, k) => changeColumn(table.parties[k]!, heading, 2)),
    ],
    rows: packages.map(({ package: pack, trade }) => ({
      cells: [pack.title, ...headings.map((_, k) => trade.realIncome[k]!)],
    })),
    notes: ['Trade alone: what else a package is worth to a government is its own affair.'],
  };
}

function signersOf({ with: partner }: Package, { table, names }: Cast): string {
  if (partner === 'both') return 'all three';
  return `${names[0]} and ${names[table.parties.indexOf(partner)] ?? partner}`;
}

/** The options of a package, issue by issue. */
export function picksInWords({ picks }: Package, cast: Cast): string[] {
  return Object.entries(picks).map((path) => optionInWords(path.join('/'), cast));
}

/** `metals/stay` as `Relief from duties on metals: The duties stay`. */
export function optionInWords(path: string, { table }: Cast): string {
  const [issue, option] = path.split('/');
  const found = table.issues.find(({ id }) => id === issue);
  const chosen = found?.options.find(({ id }) => id === option);
  return found && chosen ? `${found.title}: ${chosen.title}` : path;
}

/** What each says in public. */
function objectives({ playable }: PlayedCase, { table, names }: Cast): Section {
  return {
    heading: 'What each says it wants',
    points: playable.priced.choices.stances.flatMap(({ party, objectives: all }) => {
      const name = capitalised(names[table.parties.indexOf(party)]!);
      return all.length === 0 ? [] : [`${name}: ${all.join('; ')}`];
    }),
  };
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
