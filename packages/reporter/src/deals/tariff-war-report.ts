import { capitalised, counted, joined } from '../names.ts';
import { formatNumber } from '../number-style.ts';
import type { Manifest, Report, Section } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { costSection, tradeSection } from './costs-of-war.ts';
import { dutiesSection } from './duties-of-war.ts';
import { type FoughtCase, meanOf, pairsOf, percentOf, sentenceNames } from './fought-case.ts';
import { tariffWarRecord } from './tariff-war-record.ts';
import { besideSection } from './war-beside-theory.ts';

/** The report on a tariff war: its duties, what they cost, what theory and others find. */
export function tariffWarReport(one: FoughtCase, { manifest }: { readonly manifest: Manifest }): Report {
  return {
    title: `Tariff war: ${one.title}`,
    question: 'What would each levy if all answered one another, and what would that cost?',
    sections: [
      whatIsFought(one),
      { heading: 'In brief', sentences: inBrief(one) },
      dutiesSection(one),
      costSection(one),
      tradeSection(one),
      besideSection(one),
      searchSection(one),
      limits(one),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: tariffWarRecord(one),
  };
}

function whatIsFought(one: FoughtCase): Section {
  const { groups, aim, highestRate } = one.war;
  const names = joined(sentenceNames(one));
  return {
    heading: 'What is fought',
    sentences: [
      `${capitalised(names)} each set ad valorem duties on the goods of the other two, ${counted(groups.length, 'group')} of goods for each partner, in the place of all that the law of “${one.title}” takes of them, bans lifted. Duties on and of everyone else stay as that law has them; services bear none.`,
      aim === 'real-income'
        ? 'Each wants the most real income in the long run, duty revenue included, given the duties of the others.'
        : 'Each wants the most of real income in the long run, duty revenue included, and of value added in the sectors that its stance weighs more, given the duties of the others; other political terms are left out.',
      `Duties are at least 0 and at most ${percentOf(highestRate, 0)}. Nobody moves first: a war is where each party’s duties are the best answer to those of the others (a Nash equilibrium).`,
    ],
  };
}

function inBrief(one: FoughtCase): string[] {
  const { war } = one;
  const names = sentenceNames(one);
  const worst = war.againstFreeTrade.map((change, i) => `${names[i]} ${signed(change)}`);
  const winners = names.filter((_, i) => war.againstFreeTrade[i]! > 0);
  const alone = war.alone.map(({ againstFreeTrade }, i) => `${names[i]} ${signed(againstFreeTrade[i]!)}`);
  return [
    `The war’s duties average ${joined(pairsOf(one).map(({ label, tariffs }) => `${percentOf(meanOf(tariffs, 'rate'), 1)} (${label})`))}, weighted with base-year trade.`,
    `Against no duties among the three, real income is: ${joined(worst)}. ${
      winners.length === 0
        ? 'All lose.'
        : `${capitalised(joined(winners))} ${winners.length > 1 ? 'gain' : 'gains'} by the war; the others lose.`
    }`,
    `Had it alone its best duties while the others levied none and did not answer: ${joined(alone)}.`,
    `The most that any of them could still gain by other duties is ${regretInWords(war.maximumRegret)} (maximum regret).`,
  ];
}

function searchSection({ war }: FoughtCase): Section {
  const { rounds, equilibria, starts, otherWars } = war.search;
  return {
    heading: 'How it was found',
    sentences: [
      `The parties answered in turn until no duty moved: ${counted(rounds, 'round')} from ${counted(starts, 'start')}, ${equilibria.toLocaleString('en')} equilibria of trade. ${
        otherWars.length === 0
          ? 'Both starts, from the duties each would levy alone and from twice the duties of the war, came to the same war.'
          : 'The starts came to different wars: the first is shown, and there is more than one.'
      }`,
      `Maximum regret is ${regretInWords(war.maximumRegret)}: the most that a party gains by putting any one of its duties at any of 13 rates from 0 to ${percentOf(war.highestRate, 0)}, all of them at one of these, or all of them up or down together.`,
    ],
  };
}

function limits({ war }: FoughtCase): Section {
  return {
    heading: 'What the war cannot say',
    points: [
      'It is where best answers meet, not a forecast: governments bargain, fear what comes next, and are bound by law.',
      'The long run with full employment: what factories and workers lose on the way is left out.',
      'Duties on the rest of the world stay. Were they free, part of what a duty gains would be sought there.',
      `Duties are set by ${war.groups.length === 1 ? 'partner' : `${war.groups.length} groups`}; other groups give other duties, and the mean elasticity of a group decides what it bears.`,
      'Best duties turn on trade elasticities above all; a case may name another set of them.',
    ],
  };
}

function signed(percent: number): string {
  return `${formatNumber(percent, 2, true)}%`;
}

function regretInWords(gain: number): string {
  return gain < 1e-6 ? 'below 0.000001%' : `${gain.toPrecision(2)}%`;
}
