import type { Economy } from '../economy/economy.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import { InputError, type Place } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import type { Path } from '../scenario/case-document.ts';
import type { WrittenForm } from '../scenario/case-faults.ts';
import { type CaseFiles, caseId } from '../scenario/case-files.ts';
import { readLayers } from '../scenario/case-layers.ts';
import { adviseCode } from '../scenario/scopes.ts';
import { stanceSchema } from './negotiation-schema.ts';
import { Written } from './read-written.ts';
import type { Origin, Reasoned, Stance, StanceType } from './stance.ts';

const form: WrittenForm = {
  kind: 'stance',
  schema: stanceSchema,
  isChange: () => false,
  isPartial: false,
};

const examples: Readonly<Record<string, string>> = {
  title: 'title: Canada, firm',
  party: 'party: CAN',
  author: 'author: your name',
  patience: 'patience: {value: 0.9, origin: normalised, because: a tenth a year}',
  precision: 'precision: {value: 20, origin: calibrated, because: what it is calibrated to}',
};

/**
 * Reads a stance from its file.
 *
 * @throws InputError with everything that is wrong with it and with those it extends, each at its place.
 */
export function parseStance(file: string, files: CaseFiles, economy: Economy): Stance {
  const problems = new ProblemList();
  const stance = readStance(file, undefined, files, economy, problems);
  problems.throwIfAny();
  if (!stance) throw new InputError([{ code: 'unreadable-file', message: `${file} holds no stance` }]);
  return stance;
}

/**
 * Reads a stance and those that it extends; figures, weights and red lines replace those of the same name.
 *
 * @param namedAt where a case names it.
 * @returns undefined after adding what is wrong with its form.
 */
export function readStance(
  file: string,
  namedAt: Place | undefined,
  files: CaseFiles,
  economy: Economy,
  problems: ProblemList,
): Stance | undefined {
  const { layers, complete } = readLayers(file, files, problems, form, namedAt);
  if (!complete || layers.length === 0) return undefined;
  return new StanceReader(new Written(layers), economy, problems).read(caseId(file));
}

class StanceReader {
  readonly #written: Written;
  readonly #economy: Economy;
  readonly #problems: ProblemList;

  constructor(written: Written, economy: Economy, problems: ProblemList) {
    this.#written = written;
    this.#economy = economy;
    this.#problems = problems;
  }

  read(id: string): Stance {
    const written = this.#written;
    written.need([], ['title', 'party', 'author', 'patience', 'precision'], examples, this.#problems);
    const party = this.#party();
    const patience = this.#figure(['patience'], 0.9);
    if (patience.value <= 0 || patience.value >= 1) {
      const message = `"patience" must lie between 0 and 1 without them, not ${patience.value}`;
      this.#add('out-of-range', message, ['patience', 'value'], 'it is what next year counts for in this');
    }
    const precision = this.#figure(['precision'], 1);
    if (precision.value <= 0) {
      const message = `"precision" must be above 0, not ${precision.value}`;
      this.#add('out-of-range', message, ['precision', 'value'], 'at 0 every move is as likely as any other');
    }
    for (const key of ['patience', 'precision']) {
      if (written.text([key]) !== 'neutral') continue;
      this.#add(
        'no-neutral-value',
        `there is no neutral "${key}"`,
        [key],
        `write it as in "${examples[key]}"`,
      );
    }
    return {
      id,
      title: written.text(['title'])?.trim() ?? '',
      party,
      author: written.text(['author'])?.trim() ?? '',
      sources: written.joined(['sources']),
      objectives: written.texts(['objectives']),
      redLines: this.#redLines(),
      sectorWeights: this.#sectorWeights(),
      audienceCost: this.#cost('audience-cost'),
      domesticPressure: this.#cost('domestic-pressure', 1),
      patience,
      uncertainty: this.#cost('uncertainty'),
      trust: this.#trust(party),
      breakingFront: this.#cost('breaking-front'),
      leaving: this.#cost('leaving'),
      revoking: this.#cost('revoking'),
      types: this.#types(),
      precision,
      place: written.layers.at(-1)!.place(['title'], 'key'),
    };
  }

  #party(): string {
    const { regions, parties } = this.#economy;
    const code = this.#written.text(['party']) ?? '';
    const possible = parties.map((index) => regions[index]!);
    if (code !== '' && !possible.some((region) => region.code === code)) {
      this.#add('unknown-party', `there is no party "${code}"`, ['party'], adviseCode(code, possible));
    }
    const [root, ...others] = this.#written.layers;
    const first = root!.text(['party']);
    for (const layer of others) {
      const own = layer.text(['party']);
      if (own === undefined || first === undefined || own === first) continue;
      const message = `the stance that this one varies is of ${first}, not of ${own}`;
      this.#problems.add(
        'other-party',
        message,
        layer.place(['party']),
        'leave "party" out, or extend another',
      );
    }
    return code;
  }

  #redLines(): Reasoned<string>[] {
    const written = this.#written;
    const givenUp = new Set<string>();
    const lines = new Map<string, Reasoned<string>>();
    for (const layer of written.layers) {
      layer.texts(['gives-up']).forEach((option, k) => {
        const place = layer.place(['gives-up', k]);
        if (layer.has(['red-lines', option])) {
          const message = `"${option}" is a red line of this stance, and one that it gives up`;
          this.#problems.add('contradicts-itself', message, place, 'leave one of the two out');
        } else if (!lines.has(option)) {
          const message = `there is no red line "${option}" to give up`;
          this.#problems.add('unknown-red-line', message, place, adviseWord(option, [...lines.keys()]));
        }
        givenUp.add(option);
        lines.delete(option);
      });
      for (const option of layer.keys(['red-lines'])) {
        const path = ['red-lines', option];
        if (!/^[^/\s]+\/[^/\s]+$/.test(option)) {
          const message = `"${option}" does not name an option`;
          const advice = 'write issue/option, as in dairy-access/more-quota';
          this.#problems.add('not-an-option', message, layer.place(path, 'key'), advice);
        }
        lines.set(option, {
          value: option,
          origin: layer.text([...path, 'origin']) as Origin,
          because: layer.text([...path, 'because'])!,
        });
      }
    }
    return [...lines.values()];
  }

  #sectorWeights(): Record<string, Reasoned> {
    const codes = this.#economy.sectors.map(({ code }) => code);
    return this.#byCode('sector-weights', (code, { value }, path) => {
      if (!codes.includes(code)) {
        const advice = adviseCode(code, this.#economy.sectors);
        this.#add('unknown-sector', `there is no sector "${code}"`, path, advice, 'key');
      } else if (value <= 0) {
        const message = `the weight of ${code} must be above 0, not ${value}`;
        this.#add('out-of-range', message, [...path, 'value'], '1 is neutral; leave the sector out for that');
      }
    });
  }

  #trust(party: string): Record<string, Reasoned> {
    const { regions, parties } = this.#economy;
    const others = parties.map((index) => regions[index]!).filter(({ code }) => code !== party);
    return this.#byCode('trust', (code, _, path) => {
      if (code === party) {
        const message = `${party} does not trust itself: trust is in the others`;
        const advice = `possible here: ${others.map((other) => other.code).join(', ')}`;
        this.#add('trust-in-oneself', message, path, advice, 'key');
      } else if (!others.some((other) => other.code === code)) {
        this.#add('unknown-party', `there is no party "${code}"`, path, adviseCode(code, others), 'key');
      }
    });
  }

  #byCode(
    key: string,
    check: (code: string, figure: Reasoned, path: Path) => void,
  ): Record<string, Reasoned> {
    const neutral = key === 'trust' ? 0 : 1;
    const figures: Record<string, Reasoned> = {};
    for (const code of this.#written.keys([key])) {
      const path = [key, code];
      const figure = this.#figure(path, neutral);
      check(code, figure, path);
      figures[code] = figure;
    }
    return figures;
  }

  #types(): StanceType[] {
    const owner = this.#written.owner(['types']);
    const ids = owner.keys(['types']);
    const types = ids.map((id): StanceType => {
      const path = ['types', id];
      const number = (key: string, otherwise: number) =>
        (owner.number([...path, key])?.written as number | undefined) ?? otherwise;
      const type = {
        id,
        title: owner.text([...path, 'title'])!,
        probability: number('probability', 0),
        audienceCost: number('audience-cost', 1),
        uncertainty: number('uncertainty', 0),
        because: owner.text([...path, 'because'])!,
      };
      if (type.probability < 0 || type.probability > 1) {
        const message = `"probability" must lie between 0 and 1, not ${type.probability}`;
        this.#add('out-of-range', message, [...path, 'probability']);
      }
      if (type.audienceCost < 0) {
        const message = `"audience-cost" must not be negative, not ${type.audienceCost}`;
        this.#add('negative-cost', message, [...path, 'audience-cost']);
      }
      return type;
    });
    const sum = types.reduce((total, { probability }) => total + probability, 0);
    if (types.length > 0 && Math.abs(sum - 1) > 1e-9) {
      const message = `the probabilities of the types add up to ${Number(sum.toPrecision(6))}, not to 1`;
      this.#add('probabilities-do-not-add-up', message, ['types'], 'the government is one of them', 'key');
    }
    return types;
  }

  /** A figure that may not be negative. */
  #cost(key: string, neutral = 0): Reasoned {
    const figure = this.#figure([key], neutral);
    if (figure.value < 0) {
      const message = `"${key}" must not be negative, not ${figure.value}`;
      this.#add('negative-cost', message, [key, 'value'], `the neutral value is ${neutral}`);
    }
    return figure;
  }

  #figure(path: Path, neutral: number): Reasoned {
    const owner = this.#written.owner(path);
    const value = owner.number([...path, 'value'])?.written as number | undefined;
    if (value === undefined) return { value: neutral, origin: 'normalised', because: 'neutral' };
    return {
      value,
      origin: owner.text([...path, 'origin']) as Origin,
      because: owner.text([...path, 'because'])!.trim(),
    };
  }

  #add(code: string, message: string, path: Path, advice?: string, at: 'key' | 'value' = 'value'): void {
    this.#problems.add(code, message, this.#written.place(path, at), advice);
  }
}
