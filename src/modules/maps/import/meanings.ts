import { isDateInDigits, orderOfDates, type DateOrder, type DatesInDigits } from '#core/date-order';
import type { AgeId, FactorId, Spine } from '#modules/vocabulary';
import type { StageOfSupport } from '../stages.ts';
import type { StageId } from '../types.ts';
import { agesIn } from './ages.ts';
import { sameName } from './cells.ts';
import type { FoundFile, ServiceField } from './found.ts';
import { mostMeanings } from './limits.ts';

/**
 * What the words of a file mean: names of factors, ages and stages that are not written as we write them, and in which order a column, by
 * its heading, has its dates in digits.
 */

export const meaningKinds = ['age', 'factor', 'stage', 'dates'] as const;
export type MeaningKind = (typeof meaningKinds)[number];

const dateOrders: readonly DateOrder[] = ['day-first', 'month-first'];

/** What somebody chose for a text; an empty list leaves it out. */
export type Meaning = {
  readonly kind: MeaningKind;
  readonly text: string;
  readonly means: readonly string[];
};

/** What the words of a file may mean here: the vocabulary, and the stages of the place. */
export type ImportSpine = Pick<Spine, 'factors' | 'ages'> & {
  readonly stages: readonly StageOfSupport[];
};

const kindOfField: Readonly<Partial<Record<ServiceField, MeaningKind>>> = {
  ages: 'age',
  factors: 'factor',
  stage: 'stage'
};

/** Knows what each text of a file stands for: by its name here, else by what somebody chose, else, for ages, by what it says. */
export class Words {
  readonly #names: Readonly<Record<MeaningKind, ReadonlyMap<string, string>>>;
  readonly #chosen: ReadonlyMap<string, readonly string[]>;
  readonly #spine: ImportSpine;

  constructor(spine: ImportSpine, meanings: readonly Meaning[]) {
    const named = (list: readonly { id: string; title: string; plainTitle: string }[]) =>
      new Map(
        list.flatMap(({ id, title, plainTitle }) =>
          [id, title, plainTitle].map((name) => [sameName(name), id] as const)
        )
      );
    this.#spine = spine;
    this.#names = {
      age: named(spine.ages),
      factor: named(spine.factors),
      // A name counts before an identifier, which another stage may have had for its name once.
      stage: new Map([
        ...spine.stages.map(({ id }) => [sameName(id), id] as const),
        ...spine.stages.map(({ id, name }) => [sameName(name), id] as const)
      ]),
      dates: new Map(dateOrders.map((order) => [order, order]))
    };
    const isHere = (kind: MeaningKind, id: string) => [...this.#names[kind].values()].includes(id);
    this.#chosen = new Map(
      meanings.map(({ kind, text, means }) => [
        keyOf(kind, text),
        means.filter((id) => isHere(kind, id))
      ])
    );
  }

  /** Whether a text is written as we write it. */
  isNamed(kind: MeaningKind, text: string): boolean {
    return this.#names[kind].has(sameName(text));
  }

  isChosen(kind: MeaningKind, text: string): boolean {
    return this.#chosen.has(keyOf(kind, text));
  }

  /** What a text stands for; null where nobody knows. Nothing at all is an answer too. */
  #means(kind: MeaningKind, text: string): readonly string[] | null {
    const named = this.#names[kind].get(sameName(text));
    if (named !== undefined) return [named];
    const chosen = this.#chosen.get(keyOf(kind, text));
    if (chosen !== undefined) return chosen;
    return kind === 'age' ? agesIn(text, this.#spine.ages) : null;
  }

  factors(text: string): readonly FactorId[] | null {
    return this.#means('factor', text) as readonly FactorId[] | null; // ids of the spine's factors
  }

  ages(text: string): readonly AgeId[] | null {
    return this.#means('age', text) as readonly AgeId[] | null; // ids of the spine's ages
  }

  stage(text: string): StageId | null | undefined {
    const means = this.#means('stage', text);
    return means === null
      ? undefined
      : (this.#spine.stages.find(({ id }) => id === means[0])?.id ?? null);
  }

  /** What the stages are called here, in their order. */
  get stageNames(): readonly string[] {
    return this.#spine.stages.map(({ name }) => name);
  }

  /** In which order somebody says that the column has its dates; null where nobody does. */
  dateOrder(heading: string): DateOrder | null {
    const means = this.#chosen.get(keyOf('dates', heading)) ?? [];
    return dateOrders.find((one) => one === means[0]) ?? null;
  }
}

/** What the dates in digits of each column show together, by its heading. */
export function dateColumns({ services }: FoundFile): Map<string, DatesInDigits | null> {
  const texts = services.flatMap((one) => one.texts.filter(({ field }) => field === 'sourceDate'));
  const columns = Map.groupBy(texts, ({ heading }) => heading);
  return new Map(
    [...columns].map(([heading, own]) => [heading, orderOfDates(own.map(({ text }) => text))])
  );
}

const keyOf = (kind: MeaningKind, text: string): string => `${kind} ${sameName(text)}`;

/**
 * The values in one text of a field that takes several: parted by upright lines, semicolons and line ends. Commas part them too where
 * the whole is no name but every part is.
 */
export function valuesIn(text: string, isName: (text: string) => boolean = () => false): string[] {
  const parts = split(text, /[|;\n]/);
  return [
    ...new Set(
      parts.flatMap((part) => {
        const further = split(part, /,/);
        return further.length > 1 && !isName(part) && further.every(isName) ? further : [part];
      })
    )
  ];
}

export function split(text: string, by: RegExp | string): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A text of the file that is not written as we write it, and what it is taken for unless somebody says otherwise. */
export type OpenMeaning = {
  readonly kind: MeaningKind;
  readonly text: string;
  readonly heading: string;
  /** In how many rows it stands. */
  readonly count: number;
  /** What it is taken for; null where nobody can tell. */
  readonly guess: readonly string[] | null;
  /** Of dates: one that can be read in both orders. */
  readonly sample?: string;
};

/** What has to be looked at before a file is previewed: each text once, those that nobody can tell first. */
export function openMeanings(
  found: FoundFile,
  spine: ImportSpine,
  guessFactor: (text: string) => readonly FactorId[]
): OpenMeaning[] {
  const words = new Words(spine, []);
  const open = new Map<string, { -readonly [Name in keyof OpenMeaning]: OpenMeaning[Name] }>();
  for (const { texts } of found.services) {
    for (const { field, text, heading, broken } of texts) {
      const kind = kindOfField[field];
      if (kind === undefined || text === '' || broken !== undefined) continue;
      const values =
        kind === 'stage' ? [text] : valuesIn(text, (value) => words.isNamed(kind, value));
      for (const value of values) {
        if (words.isNamed(kind, value)) continue;
        const key = keyOf(kind, value);
        const known = open.get(key);
        if (known !== undefined) known.count += 1;
        else {
          const guess =
            kind === 'age'
              ? words.ages(value)
              : kind === 'factor'
                ? someOrNull(guessFactor(value))
                : null;
          open.set(key, { kind, text: value.slice(0, 300), heading, count: 1, guess });
        }
      }
    }
  }
  for (const [heading, dates] of dateColumns(found)) {
    if (dates?.kind !== 'open') continue;
    const count = found.services.filter(({ texts }) =>
      texts.some((one) => one.heading === heading && isDateInDigits(one.text))
    ).length;
    const { sample } = dates;
    open.set(keyOf('dates', heading), { kind: 'dates', text: heading.slice(0, 300), heading, count, guess: null, sample }); // prettier-ignore
  }
  return [...open.values()]
    .sort((one, other) => Number(one.guess !== null) - Number(other.guess !== null))
    .slice(0, mostMeanings);
}

const someOrNull = <Item>(list: readonly Item[]): readonly Item[] | null =>
  list.length === 0 ? null : list;
