import { totalOf } from '@usmca-sim/core';
import { changeOfTrade, type OutsideOption, type Role, roleOf } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import { capitalised, joined, shortName } from '../names.ts';
import type { Cast } from '../negotiation/move-in-words.ts';
import { formatNumber } from '../number-style.ts';
import type { Report, Section, Table } from '../report.ts';
import { figuresOf } from '../stances-report.ts';
import { changeColumn, valueColumn } from './columns.ts';
import { figureInWords } from './figure-in-words.ts';
import { castOf, type PlayedCase } from './played-case.ts';
import { roleRecord } from './role-record.ts';

/** The sheet of one party, for the eyes of who plays it alone. Numbers of the others' stances are not on it. */
export function roleSheet(played: PlayedCase, party: number): Report {
  const { playable } = played;
  const role = roleOf(playable, party);
  const cast = castOf(played);
  const name = cast.names[party]!;
  return {
    title: `Confidential: you play ${name}`,
    question: playable.question,
    sections: [
      whoYouAre(role, cast),
      interests(role, played, cast),
      packages(role, cast),
      withoutDeal(role, played, cast),
      redLines(role, cast),
      threats(role, cast),
      whatYouKnow(role, played, cast),
    ],
    record: roleRecord(playable.id, cast.table, [role]),
  };
}

function whoYouAre({ party, stance }: Role, { table, names }: Cast): Section {
  const others = joined(names.filter((_, k) => k !== party));
  const part =
    party === 0
      ? 'You make the offers; the other two answer.'
      : `${capitalised(names[0]!)} makes the offers; you and ${names[3 - party]} may act as one, and you answer.`;
  return {
    heading: 'Who you are',
    sentences: [
      `You sit at the table for ${names[party]}, with ${others}: “${table.title}”. Your stance is “${stance.title}”. Do not show this sheet.`,
      `${part} After the answers each may impose or lift measures in turn. There are ${table.reviews.length} reviews, from ${table.reviews[0]} to ${table.reviews.at(-1)}.`,
    ],
    ...(stance.objectives.length > 0 ? { points: stance.objectives } : {}),
  };
}

function interests({ stance }: Role, { sectors }: PlayedCase, { table, names }: Cast): Section {
  const nameOf = (code: string) => {
    const sector = sectors.find((known) => known.code === code);
    return names[table.parties.indexOf(code)] ?? (sector ? shortName(sector) : code);
  };
  return {
    heading: 'What weighs with you',
    sentences: [
      'Beside real income, these count for you. Percent are of the real income of a year. A calibrated figure is set so that the game finds likely what governments did; a normalised one is neutral.',
    ],
    tables: [
      {
        title: 'Your interests in figures, with the reason for each',
        columns: [
          labelColumn('Interest', 'interest'),
          { key: 'value', heading: 'Figure', kind: 'number', unit: '' },
          labelColumn('Origin', 'origin'),
          labelColumn('Because', 'because'),
        ],
        rows: figuresOf(stance).map(({ name, figure }) => ({
          cells: [figureInWords(name, nameOf), figure.value, figure.origin, figure.because],
        })),
      },
    ],
  };
}

function packages({ party, packages: all, range }: Role, cast: Cast): Section {
  const table: Table = {
    title:
      'What each package is worth to you, signed at the first review; percent of real income, present value',
    columns: [
      labelColumn('Package', 'package'),
      labelColumn('Signed by', 'signers'),
      valueColumn('worth', 'Worth'),
      valueColumn('gain', 'Against no agreement'),
      changeColumn('real-income', 'Your real income', 2),
    ],
    rows: all.map(({ package: pack, signers, worth, trade, redLines: crossed }) => {
      const value = worth ? totalOf(worth) : null;
      return {
        cells: [
          pack.title,
          joined(signers.map((signer) => cast.names[signer]!)),
          crossed.length > 0 && signers.includes(party)
            ? 'crosses a red line'
            : (value ?? 'not on the table'),
          value === null ? '' : value - range.reservation,
          trade ? trade.realIncome[party]! : '',
        ],
      };
    }),
    notes: ['Real income is in the long run, against the law that the case starts from.'],
  };
  return {
    heading: 'What the packages are worth to you',
    sentences: [
      `Your reservation value is ${value(range.reservation)}: what you have if nobody agrees at the first review and all go on as the solved game does. The most that a deal of that review brings you is ${value(range.best)}. Percent of real income, present value; ask for more than the first, and do not say either.`,
    ],
    tables: [table],
  };
}

function withoutDeal({ party, outside }: Role, { playable }: PlayedCase, cast: Cast): Section {
  const partners = cast.names.map((_, k) => k).filter((k) => k !== party);
  const today = outside[0]!.trade;
  return {
    heading: 'If there is no deal',
    tables: [
      {
        title: 'Your outside options: the long run of trade, percent against today',
        columns: [
          labelColumn('If', 'outside'),
          changeColumn('real-income', 'Your real income', 2),
          ...partners.flatMap((k) => [
            changeColumn(`exports-${cast.table.parties[k]}`, `Exports to ${cast.names[k]}`),
            changeColumn(`imports-${cast.table.parties[k]}`, `Imports from ${cast.names[k]}`),
          ]),
        ],
        rows: outside.map((option) => {
          const { realIncome, flow } = changeOfTrade(today, option.trade);
          return {
            cells: [
              outsideInWords(option, cast),
              realIncome[party]!,
              ...partners.flatMap((k) => [flow[k]![party]!, flow[party]![k]!]),
            ],
          };
        }),
        notes: [`Before political terms, and without measures that may follow. The case is ${playable.id}.`],
      },
    ],
  };
}

function outsideInWords({ kind, package: pack }: OutsideOption, { names }: Cast): string {
  switch (kind) {
    case 'as-it-stands':
      return 'Everything stays as it is';
    case 'expired':
      return 'The agreement is never extended, and expires';
    case 'without-proposer':
      return `${capitalised(names[0]!)} leaves, the other two remain`;
    case 'other-alone':
      return `The other partner signs “${pack!.title}” without you`;
  }
}

function redLines({ stance }: Role, { table }: Cast): Section {
  const titled = (path: string) => {
    const [issue, option] = path.split('/');
    const found = table.issues.find(({ id }) => id === issue);
    const chosen = found?.options.find(({ id }) => id === option);
    return found && chosen ? `${found.title}: ${chosen.title}` : path;
  };
  if (stance.redLines.length === 0) {
    return { heading: 'Your red lines', sentences: ['You have none: every package may be put to you.'] };
  }
  return {
    heading: 'Your red lines',
    sentences: ['No package with any of these may be put to you.'],
    points: stance.redLines.map(({ value: path, because }) => `${titled(path)}. ${because}`),
  };
}

function threats({ party, threats: own }: Role, cast: Cast): Section {
  if (own.length === 0) {
    return { heading: 'What you can do outside the room', sentences: ['You have no measures of your own.'] };
  }
  return {
    heading: 'What you can do outside the room',
    tables: [
      {
        title:
          'Measures that you may impose or lift, one at a review; real income in percent of that without it',
        columns: [
          labelColumn('Measure', 'measure'),
          labelColumn('Now', 'standing'),
          {
            key: 'cost',
            heading: 'Costs you a year beyond trade, %',
            kind: 'points',
            unit: 'percent',
            decimals: 2,
          },
          changeColumn('own', 'Your real income', 3),
          changeColumn('target', 'Real income of the other', 3),
          labelColumn('Only while this stands', 'answers'),
        ],
        rows: own.map(({ escalation, standing, effect }) => {
          const change = effect ? changeOfTrade(effect.before, effect.after).realIncome : undefined;
          const target = cast.table.parties.indexOf(escalation.against);
          const answered = escalation.answers.map(
            (id) => cast.table.escalations.find((other) => other.id === id)?.title ?? id,
          );
          return {
            cells: [
              `${escalation.title}, against ${cast.names[target] ?? escalation.against}`,
              standing ? 'stands: you may lift it' : 'you may impose it',
              escalation.cost,
              change?.[party] ?? '',
              change?.[target] ?? '',
              answered.length === 0 ? 'always possible' : joined(answered, 'or'),
            ],
          };
        }),
        notes: [
          'In the long run. Of one that stands, what lifting it changes; of an answer, beside the first of what it answers.',
        ],
      },
    ],
  };
}

function whatYouKnow({ party }: Role, { playable }: PlayedCase, cast: Cast): Section {
  const others = playable.priced.choices.stances.filter((_, k) => k !== party);
  const points = others.flatMap((stance) => {
    const name = capitalised(cast.names[cast.table.parties.indexOf(stance.party)] ?? stance.party);
    return stance.objectives.map((objective) => `${name}, in public: ${objective}`);
  });
  return {
    heading: 'What you know of the others, and what you do not',
    sentences: [
      'You know what they say they want, which measures they have, and what the trade model says of real income and trade to everybody: it is on the shared sheet. You do not know what a package is worth to them, how much it costs them to back down, how patient they are, nor their red lines.',
    ],
    ...(points.length > 0 ? { points } : {}),
  };
}

function value(percent: number): string {
  return formatNumber(percent, 2, true);
}
