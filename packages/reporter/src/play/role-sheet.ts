import { totalOf } from '@usmca-sim/core';
import { changeOfTrade, type OutsideOption, type Role, roleOf } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import { capitalised, joined, shortName } from '../names.ts';
import type { Cast } from '../negotiation/move-in-words.ts';
import { formatNumber } from '../number-style.ts';
import type { Report, Section } from '../report.ts';
import { figuresOf } from '../stances-report.ts';
import { changeColumn, valueColumn } from './columns.ts';
import { figureInWords } from './figure-in-words.ts';
import { castOf, type PlayedCase } from './played-case.ts';
import { optionInWords } from './public-sheet.ts';
import { roleRecord } from './role-record.ts';

/** The sheet of one party, its brief first, for who plays it alone. Numbers of the others' stances are not on it. */
export function roleSheet(played: PlayedCase, party: number): Report {
  const { playable } = played;
  const role = roleOf(playable, party);
  const cast = castOf(played);
  return {
    title: titleOf(party, cast),
    sections: [
      inBrief(role, cast),
      whoYouAre(role, cast),
      interests(role, played, cast),
      withoutDeal(role, cast),
      threats(role, cast),
    ],
    record: roleRecord(playable.id, cast.table, [role]),
  };
}

/** What a party cannot do without, on one screen. */
export function roleBrief(played: PlayedCase, party: number): Report {
  const cast = castOf(played);
  return { title: titleOf(party, cast), sections: [inBrief(roleOf(played.playable, party), cast)] };
}

function titleOf(party: number, { names }: Cast): string {
  return `Confidential: you play ${names[party]}`;
}

function inBrief({ stance, packages: all, range }: Role, cast: Cast): Section {
  const lines = stance.redLines.map(({ value: path, because }) => `${optionInWords(path, cast)}. ${because}`);
  return {
    heading: 'In brief',
    sentences: [
      `Your reservation value is ${value(range.reservation)}: what you have if nobody agrees at the first review and all go on as the solved game does. The most that a deal of that review brings you, common front or none, is ${value(range.best)}. Ask for more than the first, and do not say either.`,
    ],
    points: [
      ...(stance.objectives.length > 0 ? [`You say in public: ${stance.objectives.join('; ')}`] : []),
      ...(lines.length === 0
        ? ['You have no red lines: every package may be put to you.']
        : lines.map((line) => `Red line, which no package put to you may cross: ${line}`)),
    ],
    tables: [
      {
        title:
          'What each package is worth to you, signed at the first review; percent of real income, present value',
        columns: [
          labelColumn('Package', 'package'),
          labelColumn('Signed by', 'signers'),
          valueColumn('worth', 'Worth'),
          valueColumn('gain', 'Against no agreement'),
        ],
        rows: all.map(({ package: pack, signers, worth }) => ({
          cells: [
            pack.title,
            signers.length === 3 ? 'all three' : joined(signers.map((signer) => cast.names[signer]!)),
            totalOf(worth),
            totalOf(worth) - range.reservation,
          ],
        })),
        notes: ['Without a common front. After one the same package may be worth more to you, or less.'],
      },
    ],
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
      'What the others say they want, the measures they have and what the trade model says are on the shared sheet. What a package is worth to them, and what they will not sign, you do not know.',
    ],
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
      'Beside real income, these count for you; what is neutral is left out. Percent are of the real income of a year. Figures are calibrated, that is set so that the game finds likely what governments did, unless another origin is named.',
    ],
    tables: [
      {
        title: 'Your interests in figures, with the reason for each',
        columns: [
          labelColumn('Interest', 'interest'),
          { key: 'value', heading: 'Figure', kind: 'number', unit: '' },
          labelColumn('Because', 'because'),
        ],
        rows: figuresOf(stance).flatMap(({ name, figure: { value: own, origin, because } }) => {
          if (origin === 'normalised' && (own === 0 || own === 1)) return [];
          const reason = origin === 'calibrated' ? because : `${because} (${origin})`;
          return [{ cells: [figureInWords(name, nameOf), own, reason] }];
        }),
      },
    ],
  };
}

function withoutDeal({ party, outside }: Role, cast: Cast): Section {
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
        // That everything stays as it is, is what the others are compared with.
        rows: outside.slice(1).map((option) => {
          const { realIncome, flow } = changeOfTrade(today, option.trade);
          return {
            cells: [
              outsideInWords(option, cast),
              realIncome[party]!,
              ...partners.flatMap((k) => [flow[k]![party]!, flow[party]![k]!]),
            ],
          };
        }),
        notes: ['Before political terms, and without measures that may follow.'],
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

function value(percent: number): string {
  return formatNumber(percent, 2, true);
}
