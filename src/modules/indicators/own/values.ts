import { err, ok, type Result } from '#core/result';
import { readNumber } from '#core/written-numbers';
import { parsePeriod, type PeriodProblem } from '#core/written-periods';
import { plainName } from '../figures/areas.ts';
import { outOf } from '../figures/out-of.ts';
import { decimalsOf, roundTo } from '../figures/rounding.ts';
import {
  isAbsent,
  ownStatuses,
  type AbsentStatus,
  type Frequency,
  type Group,
  type OwnStatus,
  type OwnUnit,
  type SmallArea
} from '../types.ts';
import { type ElsewhereArea, findElsewhere, withoutNotes } from './elsewhere.ts';

/** A value as somebody typed it, or as a row of a file gave it. */
export type TypedValue = {
  readonly period: string;
  readonly area: string;
  readonly breakdown: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly status: string;
  readonly note: string;
};
export type ValueField = keyof TypedValue;

/** A value that the rules have accepted. */
export type NewValue = {
  readonly period: string;
  readonly starts: string;
  readonly area: string;
  readonly breakdown: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: OwnStatus;
  readonly note: string;
};

export type ValueProblem =
  | PeriodProblem
  | { readonly kind: 'not-a-number'; readonly given: string }
  | { readonly kind: 'not-whole'; readonly given: number }
  | { readonly kind: 'below-zero'; readonly given: number }
  | { readonly kind: 'denominator-not-above-zero'; readonly given: number }
  | {
      readonly kind: 'numerator-too-large';
      readonly numerator: number;
      readonly denominator: number;
    }
  | { readonly kind: 'other-half-missing' }
  | { readonly kind: 'percentage-out-of-range'; readonly given: number }
  | { readonly kind: 'does-not-agree'; readonly given: number; readonly workedOut: number }
  | { readonly kind: 'no-figure' }
  | { readonly kind: 'figure-with-reason'; readonly status: AbsentStatus }
  | { readonly kind: 'unknown-status'; readonly given: string }
  | {
      readonly kind: 'unknown-breakdown';
      readonly given: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'area-too-long' }
  /** A nation, or a council that says it is one: no part of this place. */
  | { readonly kind: 'area-elsewhere'; readonly name: string }
  | { readonly kind: 'note-too-long' };

export type FieldProblem = { readonly field: ValueField; readonly problem: ValueProblem };

/** What the rules need to know of the indicator. */
export type ValueMeasure = {
  readonly unit: OwnUnit;
  readonly decimals: number;
  readonly frequency: Frequency;
  readonly breakdowns: readonly Group[];
};

const longestNote = 1000;
const longestArea = 200;

const statusWords: Readonly<Record<string, OwnStatus>> = {
  ...Object.fromEntries(ownStatuses.map((status) => [status, status])),
  published: 'final',
  hidden: 'suppressed',
  'not-published': 'suppressed'
};

/** The status that a word means; nothing typed is final. */
function readStatus(text: string): OwnStatus | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (word === '') return 'final';
  return Object.hasOwn(statusWords, word) ? statusWords[word] : undefined;
}

/** What the numerator and denominator come to, in the unit. Scores and counts are not worked out. */
export function workOut(numerator: number, denominator: number, unit: OwnUnit): number | null {
  const whole = outOf[unit];
  return whole === null ? null : (whole * numerator) / denominator;
}

/**
 * Checks a typed value against its indicator and answers every problem, each with its field.
 *
 * Units: percentages 0 to 100; numerator and denominator are counts of people, families or events.
 * Works the value out where it was left empty and both halves are given; keeps a given value that agrees with them to
 * its own precision.
 * Refuses: a period of another kind or a day that does not exist; a group the indicator does not have; a denominator
 * that is not above zero; a numerator below zero or, in a percentage, larger than its denominator; a figure beside a
 * reason for its absence; no figure and no reason.
 */
export function checkValue(
  typed: TypedValue,
  measure: ValueMeasure,
  areas: KnownAreas = noAreas,
  readPeriod: (text: string, wanted: Frequency) => ReturnType<typeof parsePeriod> = parsePeriod
): Result<NewValue, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const refuse = (field: ValueField, problem: ValueProblem) => {
    problems.push({ field, problem });
  };

  const period = readPeriod(typed.period, measure.frequency);
  if (!period.ok) refuse('period', period.error);

  const breakdown = findGroup(typed.breakdown, measure.breakdowns);
  if (breakdown === null) {
    const known = ['All', ...measure.breakdowns.map((group) => group.title)];
    refuse('breakdown', { kind: 'unknown-breakdown', given: typed.breakdown.trim(), known });
  }

  const area = readArea(typed.area, areas);
  if (area.length > longestArea) refuse('area', { kind: 'area-too-long' });
  const elsewhere = elsewhereFor(typed.area, areas);
  if (elsewhere !== null) refuse('area', { kind: 'area-elsewhere', name: elsewhere.name });

  const status = readStatus(typed.status);
  if (status === undefined)
    refuse('status', { kind: 'unknown-status', given: typed.status.trim() });

  const number = (field: 'value' | 'numerator' | 'denominator'): number | null => {
    if (typed[field].trim() === '') return null;
    // A per cent sign beside anything but a percentage says that something else was counted.
    const percent = field === 'value' && (measure.unit === 'percent' || measure.unit === 'score');
    const read = readNumber(typed[field], { percent });
    if (!read.ok) refuse(field, { kind: 'not-a-number', given: typed[field].trim() });
    return read.ok ? read.value : null;
  };
  const given = number('value');
  const numerator = number('numerator');
  const denominator = number('denominator');

  checkHalves(numerator, denominator, measure.unit, refuse);
  if (given !== null) checkRange(given, measure.unit, refuse);
  if (typed.note.length > longestNote) refuse('note', { kind: 'note-too-long' });

  let value = given;
  if (problems.length === 0 && numerator !== null && denominator !== null) {
    const worked = workOut(numerator, denominator, measure.unit);
    const places = given === null ? measure.decimals : decimalsOf(given);
    const isApart =
      given !== null && worked !== null && Math.abs(worked - given) > 0.51 * 10 ** -places;
    if (isApart) {
      refuse('value', { kind: 'does-not-agree', given, workedOut: roundTo(worked, places) });
    }
    value ??= worked === null ? null : roundTo(worked, 10);
  }

  const reason = status !== undefined && isAbsent(status) ? status : null;
  if (reason !== null && (given !== null || numerator !== null)) {
    refuse('value', { kind: 'figure-with-reason', status: reason });
  }
  if (reason === null && problems.length === 0 && value === null)
    refuse('value', { kind: 'no-figure' });

  if (problems.length > 0 || !period.ok || status === undefined || breakdown === null)
    return err(problems);
  return ok({
    period: period.value.text,
    starts: period.value.starts,
    area,
    breakdown,
    value: reason === null ? value : null,
    numerator: reason === null ? numerator : null,
    denominator,
    status,
    note: typed.note.trim()
  });
}

type Refuse = (field: ValueField, problem: ValueProblem) => void;

function checkHalves(
  numerator: number | null,
  denominator: number | null,
  unit: OwnUnit,
  refuse: Refuse
): void {
  const isShare = outOf[unit] !== null;
  for (const [field, count] of [
    ['numerator', numerator],
    ['denominator', denominator]
  ] as const) {
    if (count !== null && !Number.isInteger(count))
      refuse(field, { kind: 'not-whole', given: count });
  }
  if (numerator !== null && numerator < 0)
    refuse('numerator', { kind: 'below-zero', given: numerator });
  if (denominator !== null && denominator <= 0) {
    refuse('denominator', { kind: 'denominator-not-above-zero', given: denominator });
  }
  if (isShare && numerator !== null && denominator === null) {
    refuse('denominator', { kind: 'other-half-missing' });
  }
  const isTooLarge =
    unit === 'percent' &&
    numerator !== null &&
    denominator !== null &&
    denominator > 0 &&
    numerator > denominator;
  if (isTooLarge) refuse('numerator', { kind: 'numerator-too-large', numerator, denominator });
}

function checkRange(value: number, unit: OwnUnit, refuse: Refuse): void {
  if (unit === 'percent' && (value < 0 || value > 100)) {
    refuse('value', { kind: 'percentage-out-of-range', given: value });
  } else if (unit !== 'score' && value < 0) {
    refuse('value', { kind: 'below-zero', given: value });
  } else if (unit === 'count' && !Number.isInteger(value)) {
    refuse('value', { kind: 'not-whole', given: value });
  }
}

/** The id of the group that a text names, by id or title; nothing typed is everybody. Null when there is none. */
export function findGroup(text: string, groups: readonly Group[]): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted === 'all') return 'all';
  const found = groups.find((group) => group.id === wanted || group.title.toLowerCase() === wanted);
  return found?.id ?? null;
}

/** The parts of a place, what the whole of it is called, and every area that is no part of it. */
export type KnownAreas = {
  /** Names and codes of the whole place. */
  readonly whole: readonly string[];
  readonly areas: readonly SmallArea[];
  /** Codes of the place and of the places that make it up; the number of its authority where it is one. */
  readonly own: { readonly codes: readonly string[]; readonly laNumber: string | null };
  readonly elsewhere: readonly ElsewhereArea[];
};
export const noAreas: KnownAreas = {
  whole: [],
  areas: [],
  own: { codes: [], laNumber: null },
  elsewhere: []
};
const wholePlace = ['all', 'whole place', 'total'];

/**
 * The area that a text names, by code or name; a new name stands as it is written. Empty is the whole place: nothing typed, or what the
 * place itself is called.
 *
 * @example
 * readArea(' hope  ward', { whole: [], areas: [{ id: 'X01', name: 'Hope Ward' }] }) // 'X01'
 */
export function readArea(given: string, known: Pick<KnownAreas, 'whole' | 'areas'>): string {
  const text = withoutNotes(given);
  const wanted = plainName(text);
  if (wanted === '') return asWritten(text); // nothing, or a name in letters that plain names do not know
  const names = namesOf(known);
  if (names.whole.has(wanted)) return '';
  return names.parts.get(wanted) ?? asWritten(text);
}

function asWritten(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The parts of a place and the whole of it, by their plain names. */
type AreaNames = {
  readonly whole: ReadonlySet<string>;
  /** The id of the first part of this name or code. */
  readonly parts: ReadonlyMap<string, string>;
  /** Names and codes of the parts that have a code. */
  readonly official: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
};

/** A file asks for every name it holds, and a place may have a thousand: the names are put in order once. */
const namesOfPlaces = new WeakMap<object, AreaNames>();

function namesOf(known: Pick<KnownAreas, 'whole' | 'areas'>): AreaNames {
  const before = namesOfPlaces.get(known);
  if (before !== undefined) return before;
  const { whole, areas } = known;
  const parts = new Map<string, string>();
  const official = new Set<string>();
  for (const { id, name } of areas) {
    for (const plain of [plainName(id), plainName(name)]) {
      if (!parts.has(plain)) parts.set(plain, id);
      if (id !== name) official.add(plain);
    }
  }
  const names = {
    whole: new Set([...wholePlace, ...whole.map(plainName)]),
    parts,
    official,
    ids: new Set(areas.map(({ id }) => id))
  };
  namesOfPlaces.set(known, names);
  return names;
}

/** Whether this is the id of a part of the place. */
export function isPartHere(id: string, known: Pick<KnownAreas, 'whole' | 'areas'>): boolean {
  return namesOf(known).ids.has(id);
}

/** The area elsewhere that a text names for certain; null where it names the place or an official part of it. */
export function elsewhereFor(text: string, known: KnownAreas): ElsewhereArea | null {
  if (known.elsewhere.length === 0 || isOfficialHere(text, known)) return null;
  const found = findElsewhere(text, known);
  return found?.sureness === 'certain' ? found.area : null;
}

/** Whether a text names the whole place, or a part that has a code: not only a name that somebody once gave a value. */
export function isOfficialHere(text: string, known: Pick<KnownAreas, 'whole' | 'areas'>): boolean {
  const wanted = plainName(withoutNotes(text));
  const { whole, official } = namesOf(known);
  return wanted === '' || whole.has(wanted) || official.has(wanted);
}
