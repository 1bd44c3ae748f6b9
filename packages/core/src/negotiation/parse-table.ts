import type { Economy } from '../economy/economy.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { Path } from '../scenario/case-document.ts';
import type { WrittenForm } from '../scenario/case-faults.ts';
import { type CaseFiles, caseId } from '../scenario/case-files.ts';
import type { CaseLaw } from '../scenario/case-law.ts';
import { readLayers } from '../scenario/case-layers.ts';
import { type NamedNumber, Quantities } from '../scenario/quantities.ts';
import { resolveChanges } from '../scenario/resolve-changes.ts';
import { adviseCode } from '../scenario/scopes.ts';
import type { Change } from '../tariffs/change.ts';
import { tableSchema } from './negotiation-schema.ts';
import { Written } from './read-written.ts';
import {
  type ByParty,
  type Escalation,
  type Issue,
  type NegotiationTable,
  type News,
  type Package,
  type RegimeKind,
  regimeKinds,
} from './table.ts';

/** What a table may speak of. */
export interface TableContext {
  readonly economy: Economy;
  /** The law that the case has left: effects change this. */
  readonly caseLaw: CaseLaw;
  readonly files: CaseFiles;
  readonly problems: ProblemList;
}

const form: WrittenForm = {
  kind: 'table',
  schema: tableSchema,
  isChange: (path) => path.at(-2) === 'effects' || (path[0] === 'regimes' && path.length === 3),
  isPartial: false,
};

const firstReview = 2026;
const lastReview = 2036;
/** Each doubles the policies that the game can reach. */
const mostEscalations = 16;

const examples: Readonly<Record<string, string>> = {
  title: 'title: What this is, in a few words',
  parties: 'parties: [USA, CAN, MEX]',
  reviews: 'reviews: [2026, 2027, 2028]',
  issues: 'issues: {dairy-access: {title: Access to dairy, options: {}}}',
  packages: 'packages: {extension: {title: Extension, with: both, picks: {}}}',
  options: 'options: {as-is: {title: As it is, because: nothing changes}}',
  because: 'because: the reason, or where it is said',
  with: 'with: both',
  picks: 'picks: {dairy-access: as-is}',
  by: 'by: USA',
  against: 'against: CAN',
  probability: 'probability: 0.2',
};

/**
 * Reads a table and those that it extends. Entries of a table that varies another replace those of the same id, key by
 * key; effects are read against the law that the case has left.
 *
 * @param namedAt where the case names it.
 * @returns undefined after adding what is wrong with its form.
 */
export async function readTable(
  file: string,
  namedAt: Place,
  context: TableContext,
): Promise<NegotiationTable | undefined> {
  const { layers, complete } = readLayers(file, context.files, context.problems, form, namedAt);
  if (!complete || layers.length === 0) return undefined;
  return new TableReader(new Written(layers), context).read(caseId(file));
}

class TableReader {
  readonly #written: Written;
  readonly #context: TableContext;
  readonly #problems: ProblemList;
  readonly #without: ReadonlySet<string>;
  #parties: readonly string[] = [];
  #quantities: Quantities;
  #firstDay = '';

  constructor(written: Written, context: TableContext) {
    this.#written = written;
    this.#context = context;
    this.#problems = context.problems;
    this.#without = new Set(written.joined(['without']));
    const quantities = new Map<string, NamedNumber>();
    for (const name of written.keys(['quantities'])) {
      const path = ['quantities', name];
      quantities.set(name, { ...written.owner(path).number(path)!, namedAt: written.place(path, 'key') });
    }
    this.#quantities = new Quantities(quantities, context.problems);
  }

  async read(id: string): Promise<NegotiationTable | undefined> {
    const written = this.#written;
    written.need([], ['title', 'parties', 'reviews', 'issues', 'packages'], examples, this.#problems);
    await this.#quantities.check();
    this.#readParties();
    const reviews = this.#reviews();
    this.#firstDay = `${reviews[0] ?? firstReview}-07-01`;
    const issues: Issue[] = [];
    for (const issue of written.keys(['issues'])) issues.push(await this.#issue(issue));
    const escalations: Escalation[] = [];
    const kept = written.keys(['escalations']).filter((escalation) => !this.#without.has(escalation));
    for (const escalation of kept) escalations.push(await this.#escalation(escalation, kept));
    if (kept.length > mostEscalations) {
      const message = `a table has at most ${mostEscalations} escalations, this has ${kept.length}`;
      this.#add('too-many-escalations', message, ['escalations'], 'key', 'leave some out with "without"');
    }
    const packages = written
      .keys(['packages'])
      .filter((pack) => !this.#without.has(pack))
      .map((pack) => this.#package(pack, issues, kept));
    const regimes: Partial<Record<RegimeKind, readonly Change[]>> = {};
    for (const regime of regimeKinds) {
      if (written.has(['regimes', regime])) regimes[regime] = await this.#effects(['regimes', regime]);
    }
    const news = this.#news();
    this.#checkWithout();
    if (this.#parties.length !== 3) return undefined;
    return {
      id,
      title: written.text(['title']) ?? '',
      sources: written.joined(['sources']),
      parties: this.#parties as unknown as NegotiationTable['parties'],
      issues,
      packages,
      escalations,
      regimes,
      news,
      reviews,
    };
  }

  #readParties(): void {
    const { economy } = this.#context;
    const words = this.#written.texts(['parties']);
    const possible = economy.parties.map((index) => economy.regions[index]!);
    let sound = true;
    words.forEach((code, k) => {
      if (possible.some((region) => region.code === code)) return;
      const advice = adviseCode(code, possible);
      this.#add('unknown-party', `there is no party "${code}"`, ['parties', k], 'value', advice);
      sound = false;
    });
    if (words.length > 0 && sound && (words.length !== 3 || new Set(words).size !== 3)) {
      const message = 'a table has three different parties: who offers, then the two who answer';
      this.#add('not-three-parties', message, ['parties'], 'value', examples['parties']);
      sound = false;
    }
    if (sound) this.#parties = words;
  }

  #reviews(): readonly number[] {
    const years = this.#written.texts(['reviews']) as unknown as readonly number[];
    years.forEach((year, k) => {
      if (!Number.isInteger(year) || year < firstReview || year > lastReview) {
        const message = `${year} is no year of a review: they go from ${firstReview} to ${lastReview}`;
        const advice =
          year > lastReview ? 'the agreement ends on 2036-07-01 unless it is extended' : undefined;
        this.#add('review-outside', message, ['reviews', k], 'value', advice);
      } else if (k > 0 && year <= years[k - 1]!) {
        const message = `the review of ${year} stands after that of ${years[k - 1]}`;
        this.#add('reviews-unordered', message, ['reviews', k], 'value', 'write each year once, in order');
      }
    });
    if (this.#written.has(['reviews']) && years.length === 0) {
      this.#add('no-reviews', 'a table needs at least one review', ['reviews'], 'value', examples['reviews']);
    }
    return years;
  }

  async #issue(id: string): Promise<Issue> {
    const base = ['issues', id];
    this.#written.need(base, ['title', 'options'], examples, this.#problems);
    const options: Issue['options'][number][] = [];
    for (const option of this.#written.keys([...base, 'options'])) {
      const path = [...base, 'options', option];
      this.#written.need(path, ['title', 'because'], examples, this.#problems);
      options.push({
        id: option,
        title: this.#written.text([...path, 'title']) ?? '',
        effects: await this.#effects([...path, 'effects']),
        worth: this.#byParty([...path, 'worth']),
        concession: this.#byParty([...path, 'concession'], true),
        because: this.#written.text([...path, 'because']) ?? '',
        place: this.#written.place(path, 'key'),
      });
    }
    return { id, title: this.#written.text([...base, 'title']) ?? '', options };
  }

  #package(id: string, issues: readonly Issue[], escalations: readonly string[]): Package {
    const base = ['packages', id];
    const written = this.#written;
    written.need(base, ['title', 'with', 'picks'], examples, this.#problems);
    const picks: Record<string, string> = {};
    for (const issue of written.keys([...base, 'picks'])) {
      const path = [...base, 'picks', issue];
      const found = issues.find((candidate) => candidate.id === issue);
      const option = written.text(path)!;
      if (!found) {
        const advice = adviseWord(
          issue,
          issues.map((candidate) => candidate.id),
        );
        this.#add('unknown-issue', `there is no issue "${issue}"`, path, 'key', advice);
      } else if (!found.options.some((candidate) => candidate.id === option)) {
        const ids = found.options.map((candidate) => candidate.id);
        const message = `the issue ${issue} has no option "${option}"`;
        this.#add('unknown-option', message, path, 'value', adviseWord(option, ids));
      } else picks[issue] = option;
    }
    const partner = written.text([...base, 'with']) ?? 'both';
    const partners = ['both', ...this.#parties.slice(1)];
    if (this.#parties.length === 3 && !partners.includes(partner)) {
      const own = partner === this.#parties[0];
      const message = own ? `${partner} makes the offer itself` : `there is no partner "${partner}"`;
      const advice = own ? `possible here: ${partners.join(', ')}` : adviseWord(partner, partners);
      this.#add('unknown-party', message, [...base, 'with'], 'value', advice);
    }
    const ends = this.#known([...base, 'ends'], escalations, 'escalation');
    const place = written.place(base, 'key');
    return { id, title: written.text([...base, 'title']) ?? '', picks, with: partner, ends, place };
  }

  async #escalation(id: string, ids: readonly string[]): Promise<Escalation> {
    const base = ['escalations', id];
    const written = this.#written;
    written.need(base, ['title', 'by', 'against', 'because'], examples, this.#problems);
    const [by, against] = ['by', 'against'].map((key) => {
      const code = written.text([...base, key]);
      if (code !== undefined) this.#isParty(code, [...base, key]);
      return code ?? '';
    });
    if (by !== '' && by === against) {
      const message = `${by} cannot escalate against itself`;
      this.#add('against-itself', message, [...base, 'against']);
    }
    const cost = written.number([...base, 'cost']) ?? 0;
    if (cost < 0) {
      const message = `"cost" must not be negative, not ${cost}`;
      const advice = 'what a measure gives its author is priced by the trade model';
      this.#add('negative-cost', message, [...base, 'cost'], 'value', advice);
    }
    const announced = written.number([...base, 'announced']) ?? 0;
    this.#within('announced', announced, [...base, 'announced']);
    const others = ids.filter((other) => other !== id);
    return {
      id,
      title: written.text([...base, 'title']) ?? '',
      by: by!,
      against: against!,
      standing: written.isTrue([...base, 'standing']),
      effects: await this.#effects([...base, 'effects']),
      cost,
      announced,
      answers: this.#known([...base, 'answers'], others, 'other escalation'),
      because: written.text([...base, 'because']) ?? '',
      place: written.place(base, 'key'),
    };
  }

  #news(): News[] {
    const written = this.#written;
    let sum = 0;
    const news = written.keys(['news']).flatMap((id): News[] => {
      if (this.#without.has(id)) return [];
      const base = ['news', id];
      written.need(base, ['title', 'probability', 'because'], examples, this.#problems);
      const probability = written.number([...base, 'probability']) ?? 0;
      this.#within('probability', probability, [...base, 'probability']);
      sum += probability;
      return [
        {
          id,
          title: written.text([...base, 'title']) ?? '',
          probability,
          extension: this.#byParty([...base, 'extension']),
          because: written.text([...base, 'because']) ?? '',
        },
      ];
    });
    if (sum > 1 + 1e-12) {
      const message = `the probabilities of the news add up to ${Number(sum.toPrecision(6))}, more than 1`;
      this.#add(
        'probabilities-over-1',
        message,
        ['news'],
        'key',
        'one of them happens before a review, or none',
      );
    }
    return news;
  }

  /** Each effect starts from the law of the case: which options are agreed is not known here. */
  async #effects(path: Path): Promise<readonly Change[]> {
    const owner = this.#written.owner(path);
    const { economy, caseLaw, files, problems } = this.#context;
    return resolveChanges(
      owner,
      {
        economy,
        caseLaw: caseLaw.copy(),
        quantities: this.#quantities,
        files,
        horizon: undefined,
        problems,
        firstDay: this.#firstDay,
      },
      path,
    );
  }

  #byParty(path: Path, isPart = false): ByParty {
    const figures: Record<string, number> = {};
    for (const code of this.#written.keys(path)) {
      const at = [...path, code];
      const value = this.#written.number(at)!;
      if (!this.#isParty(code, at, 'key')) continue;
      if (isPart) this.#within(code, value, at);
      figures[code] = value;
    }
    return figures;
  }

  #isParty(code: string, path: Path, at: 'key' | 'value' = 'value'): boolean {
    if (this.#parties.length === 0 || this.#parties.includes(code)) return true;
    const message = `"${code}" is no party of this table`;
    this.#add('unknown-party', message, path, at, adviseWord(code, this.#parties));
    return false;
  }

  #within(name: string, value: number, path: Path): void {
    if (value >= 0 && value <= 1) return;
    this.#add('out-of-range', `"${name}" must lie between 0 and 1, not ${value}`, path);
  }

  /** Words of a list, those that are known. */
  #known(path: Path, ids: readonly string[], what: string): readonly string[] {
    return this.#written.texts(path).filter((id, k) => {
      if (ids.includes(id)) return true;
      const message = `there is no ${what} "${id}"`;
      this.#add('unknown-escalation', message, [...path, k], 'value', adviseWord(id, ids));
      return false;
    });
  }

  #checkWithout(): void {
    const ids = ['packages', 'escalations', 'news'].flatMap((key) => this.#written.keys([key]));
    for (const layer of this.#written.layers) {
      layer.texts(['without']).forEach((id, k) => {
        if (ids.includes(id)) return;
        const message = `there is no package, escalation or news "${id}"`;
        this.#problems.add('unknown-entry', message, layer.place(['without', k]), adviseWord(id, ids));
      });
    }
  }

  #add(code: string, message: string, path: Path, at: 'key' | 'value' = 'value', advice?: string): void {
    // A faulty entry of a list stands where the list does.
    const list = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
    this.#problems.add(code, message, this.#written.owner(list).place(path, at), advice);
  }
}
