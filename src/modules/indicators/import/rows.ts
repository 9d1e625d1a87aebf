import { dateInOrder, isDateInDigits, orderOfDates, type DatesInDigits } from '#core/date-order';
import { monthNumber } from '#core/month-names';
import { readOnce } from '#core/repeated';
import { err } from '#core/result';
import { parsePeriod } from '#core/written-periods';
import { findPeople, type FindKind } from '#modules/disclosure';
import { plainName } from '../figures/areas.ts';
import { checkValue, findGroup, noAreas, readArea, type TypedValue } from '../own/values.ts';
import type { Frequency, OwnStatus } from '../types.ts';
import { areEqual, type Collision, collisionsIn, telling } from './collisions.ts';
import { formulasIn, type Gathered, type RowProblem, typedCells } from './cells.ts';
import {
  chosenMeaning,
  type ColumnUse,
  type Known,
  type KnownIndicator,
  type Matching,
  newArea,
  passOver,
  wantedTexts
} from './meanings.ts';
import { type AreaFinding, areaFinder, choiceFor, elsewhereNames } from './elsewhere.ts';
import { carriedUses } from './matching.ts';
import { knownName } from './names.ts';
import { areHeadingsAgain, isBlankRow, type Overview, type Rows } from './overview.ts';

/** One value of a file, as it waits to be merged. `null` in `status` and `note`: the file does not say. */
export type FileValue = {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** Column of the file where one row holds several values, counted from 1; 0 otherwise. */
  readonly position: number;
  readonly indicatorId: string | null;
  readonly area: string;
  readonly breakdown: string;
  readonly period: string;
  readonly starts: string | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly countsGiven: boolean;
  readonly status: OwnStatus | null;
  readonly note: string | null;
  readonly problems: readonly RowProblem[] | null;
  /** Whether somebody chose to pass over the name in this row, or it is about an area elsewhere that is left out. */
  readonly isPassedOver: boolean;
  /** Whether it is about an area elsewhere, to compare with; `area` is then its code. */
  readonly isElsewhere: boolean;
  readonly cells: readonly string[] | null;
};

/**
 * Reads every value of a file, good or not, in the order of its rows. Nothing is left out silently: a value that cannot be taken comes
 * with its problems, and one whose name somebody chose to pass over says so. An empty cell of a wide file is no value.
 */
export function* readFileValues(
  rows: Rows,
  overview: Overview,
  matching: Matching,
  known: Known
): Generator<FileValue> {
  const reader = new ValueReader(overview, matching, known);
  reader.lookAhead(rows);
  for (const { row, number } of reader.rowsOf(rows)) yield* reader.valuesOf(row, number);
}

/** What the name of an area means: the id of a part of this place, or the code of an area elsewhere; or that it is passed over. */
type AreaMeaning = { readonly id: string; readonly isElsewhere: boolean };

type ReadPeriod = (text: string) => ReturnType<typeof parsePeriod>;

class ValueReader {
  readonly #matching: Matching;
  readonly #known: Known;
  readonly #across: readonly { readonly index: number; readonly heading: string }[];
  readonly #byId: ReadonlyMap<string, KnownIndicator>;
  readonly #overview: Overview;
  readonly #headings: readonly string[];
  readonly #headingsOfPeriod: { readonly kind: string; readonly period: string };
  readonly #only: readonly (readonly [number, ReadonlySet<string>])[];
  #collisions: ReadonlyMap<string, Collision> = new Map();
  readonly #periods = new Map<Frequency, ReadPeriod>();
  readonly #groups = new Map<string, (text: string) => string | null>();
  readonly #indicators = new Map<string, string | null>();
  /** What a note seems to tell of somebody. */
  readonly #peopleIn = readOnce((note) =>
    note === '' ? [] : findPeople({ note }).flatMap((one): readonly FindKind[] => one.found)
  );
  readonly #areas = new Map<string, AreaMeaning>();
  readonly #findArea: (text: string) => AreaFinding;
  /** Whether an empty cell of the area may be anything: other cells of the column are about areas elsewhere. */
  readonly #needsArea: boolean;
  /** What the dates of the periods show together. */
  readonly #dates: DatesInDigits | null;
  readonly #newAreas = new Map<string, string>();

  constructor(overview: Overview, matching: Matching, known: Known) {
    this.#overview = overview;
    this.#headings = overview.columns.map(({ heading }) => heading);
    this.#matching = matching;
    this.#known = known;
    this.#only = wantedTexts(matching).map(([column, texts]) => [column, new Set(texts)]);
    const headingOf = (use: ColumnUse) => this.#headings[matching.uses.indexOf(use)] ?? '';
    this.#headingsOfPeriod = { kind: headingOf('period-kind'), period: headingOf('period') };
    this.#byId = new Map(known.indicators.map((each) => [each.id, each]));
    this.#findArea = areaFinder(overview, matching, known);
    this.#needsArea =
      matching.uses.includes('area') && elsewhereNames(overview, matching, known).length > 0;
    this.#dates =
      overview.columns[matching.uses.indexOf('period')]?.dates ??
      orderOfDates(
        overview.columns.flatMap(({ heading }, index) =>
          matching.uses[index] === 'across' && matching.across === 'period' ? [heading] : []
        )
      );
    this.#across = overview.columns.flatMap(({ heading }, index) =>
      matching.uses[index] === 'across' ? [{ index, heading }] : []
    );
  }

  /**
   * The rows of the table that are not blank, with their numbers. Where somebody said so, an empty cell that names something holds what
   * stands above it.
   */
  *rowsOf(rows: Rows): Generator<{ readonly row: readonly string[]; readonly number: number }> {
    const { uses, carriesDown } = this.#matching;
    const carried =
      carriesDown === true
        ? uses.flatMap((use, column) => (carriedUses.includes(use) ? [column] : []))
        : [];
    const above = new Map<number, string>();
    const { headingRow, lastRow = Infinity } = this.#overview;
    let number = 0;
    for (const given of rows) {
      number += 1;
      if (number > lastRow) return;
      if (number <= headingRow || isBlankRow(given)) continue;
      if (areHeadingsAgain(given, this.#headings)) continue;
      if (carried.length === 0) {
        yield { row: given, number };
        continue;
      }
      const row = [...given];
      for (const column of carried) {
        if ((row[column] ?? '').trim() === '') row[column] = above.get(column) ?? '';
        else above.set(column, row[column] ?? '');
      }
      yield { row, number };
    }
  }

  *valuesOf(row: readonly string[], number: number): Generator<FileValue> {
    if (!this.#isWanted(row)) {
      yield { ...nothingRead, ...shown(this.#gather(row), row, number, 0), isPassedOver: true };
      return;
    }
    for (const { gathered, position } of this.#gatheredIn(row)) {
      yield this.#read(gathered, row, number, position);
    }
  }

  /** Finds, before any value is taken, the rows that are for the same value. */
  lookAhead(rows: Rows): void {
    const keyed = () => this.#keyed(rows);
    this.#collisions = collisionsIn(keyed, this.#overview.columns.length);
  }

  *#keyed(rows: Rows) {
    for (const { row, number } of this.rowsOf(rows)) {
      if (!this.#isWanted(row)) continue;
      for (const { gathered } of this.#gatheredIn(row)) {
        const key = this.#keyOf(gathered);
        if (key !== null) yield { key, row, number };
      }
    }
  }

  /** What tells one value from another; null where the row names nothing that is known. */
  #keyOf(gathered: Gathered): string | null {
    const meant = this.#meaningsOf(gathered);
    if (meant === 'passed-over' || meant.indicator === undefined) return null;
    const { indicator, texts } = meant;
    const breakdown = this.#groupOf(texts.breakdown ?? '', indicator);
    const period = this.#readPeriod(gathered.period, indicator.frequency);
    if (breakdown === null || !period.ok) return null;
    return keyOf(indicator.id, texts.area ?? '', breakdown, period.value.text);
  }

  /** A period, read once for all rows that say it. */
  readonly #readPeriod = (text: string, frequency: Frequency): ReturnType<typeof parsePeriod> => {
    let read = this.#periods.get(frequency);
    if (read === undefined) {
      read = readOnce((one) => {
        const date = this.#dateIn(one);
        return date === 'in-doubt'
          ? err({ kind: 'ambiguous-period', given: one } as const)
          : parsePeriod(date ?? one, frequency);
      });
      this.#periods.set(frequency, read);
    }
    return read(text);
  };

  /** A date in digits in the order of its whole column; null for anything else. */
  #dateIn(text: string): string | 'in-doubt' | null {
    if (this.#dates === null || !isDateInDigits(text)) return null;
    if (this.#dates.kind === 'decided') return dateInOrder(text, this.#dates.order);
    const own = orderOfDates([text]);
    if (own?.kind === 'decided') return dateInOrder(text, own.order);
    return this.#dates.kind === 'contrary' && own !== null ? 'in-doubt' : null;
  }

  #groupOf(text: string, { id, breakdowns }: KnownIndicator): string | null {
    let find = this.#groups.get(id);
    if (find === undefined) {
      find = readOnce((one) => findGroup(one, breakdowns));
      this.#groups.set(id, find);
    }
    return find(text);
  }

  /** Whether a row is among those that are to be read. */
  #isWanted(row: readonly string[]): boolean {
    return this.#only.every(([column, texts]) => texts.has((row[column] ?? '').trim()));
  }

  *#gatheredIn(
    row: readonly string[]
  ): Generator<{ readonly gathered: Gathered; readonly position: number }> {
    const base = this.#gather(row);
    if (this.#across.length === 0) {
      yield { gathered: base, position: 0 };
      return;
    }
    for (const { index, heading } of this.#across) {
      const value = row[index] ?? '';
      if (value.trim() === '') continue;
      const gathered = { ...base, value, [this.#matching.across]: heading };
      yield { gathered, position: index + 1 };
    }
  }

  #gather(row: readonly string[]): Gathered {
    const gathered: Record<keyof Gathered, string> = {
      indicator: '',
      period: this.#matching.period,
      area: '',
      breakdown: '',
      value: '',
      numerator: '',
      denominator: '',
      status: '',
      note: ''
    };
    let kind = '';
    let widerArea = '';
    for (const [index, use] of this.#matching.uses.entries()) {
      if (use === 'nothing' || use === 'across') continue;
      const text = (row[index] ?? '').trim();
      if (use === 'period-kind') kind = text;
      else if (use === 'wider-area') widerArea = text || widerArea;
      else gathered[use] = text;
    }
    return {
      ...gathered,
      area: gathered.area || widerArea,
      period: periodOfKind(kind, gathered.period, this.#headingsOfPeriod)
    };
  }

  #read(gathered: Gathered, row: readonly string[], number: number, position: number): FileValue {
    const refused = (problems: readonly RowProblem[]): FileValue => ({
      ...nothingRead,
      ...shown(gathered, row, number, position),
      problems
    });
    const meant = this.#meaningsOf(gathered);
    if (meant === 'passed-over') {
      return { ...refused([]), problems: null, isPassedOver: true };
    }
    const formulas = formulasIn(gathered);
    if (formulas.length > 0) return refused(formulas);
    const { indicator, isElsewhere } = meant;
    if (indicator === undefined) {
      const problem = { kind: 'unknown-indicator', given: gathered.indicator } as const;
      return refused([{ field: 'indicator', problem }]);
    }
    if (this.#needsArea && gathered.area === '') {
      return refused([{ field: 'area', problem: { kind: 'area-missing' } }]);
    }
    const { typed, marks, isSaid } = typedCells(
      { ...gathered, ...meant.texts },
      indicator,
      this.#matching
    );
    const checked = checkValue(typed, indicator, noAreas, this.#readPeriod);
    if (!checked.ok) return refused(checked.error);
    const value = checked.value;
    const found = this.#peopleIn(gathered.note);
    if (found.length > 0) {
      return refused([{ field: 'note', problem: { kind: 'may-name-someone', found } }]);
    }
    const key = keyOf(indicator.id, value.area, value.breakdown, value.period);
    const collision = this.#collisions.get(key);
    const first = collision?.rows[0];
    if (collision !== undefined && first !== undefined) {
      if (!areEqual(collision, this.#matching)) {
        const { rows } = collision;
        const columns = telling(collision, this.#matching, this.#overview);
        return refused([{ field: 'period', problem: { kind: 'rows-collide', rows, columns } }]);
      }
      if (first !== number) {
        return refused([{ field: 'period', problem: { kind: 'row-twice', first } }]);
      }
    }
    const hasNotes = this.#matching.uses.includes('note') || marks !== '';
    return {
      ...value,
      row: number,
      position,
      indicatorId: indicator.id,
      countsGiven:
        this.#matching.uses.includes('numerator') || this.#matching.uses.includes('denominator'),
      status: isSaid ? value.status : null,
      note: hasNotes ? value.note : null,
      problems: null,
      isPassedOver: false,
      isElsewhere,
      cells: null
    };
  }

  /** The indicator of a row and the ids of its other names, as known or as somebody chose. */
  #meaningsOf(gathered: Gathered):
    | 'passed-over'
    | {
        readonly indicator: KnownIndicator | undefined;
        readonly texts: Partial<TypedValue>;
        readonly isElsewhere: boolean;
      } {
    const { indicatorId } = this.#matching;
    const isNamed =
      this.#matching.uses.includes('indicator') ||
      (this.#across.length > 0 && this.#matching.across === 'indicator');
    const indicator = isNamed ? this.#indicatorOf(gathered.indicator) : indicatorId;
    const area = this.#areaOf(gathered.area);
    const breakdown = chosenMeaning(this.#matching, 'breakdown', gathered.breakdown);
    if ([indicator, area.id, breakdown].includes(passOver)) return 'passed-over';
    return {
      indicator: indicator === null ? undefined : this.#byId.get(indicator),
      texts: {
        area: area.id,
        breakdown: breakdown ?? gathered.breakdown
      },
      isElsewhere: area.isElsewhere
    };
  }

  /** The id of an area. Names come again in every row: each is looked up once, and a new one is spelt as it was the first time. */
  #areaOf(text: string): AreaMeaning {
    let area = this.#areas.get(text);
    if (area === undefined) {
      area = this.#meaningOfArea(text);
      this.#areas.set(text, area);
    }
    return area;
  }

  #meaningOfArea(text: string): AreaMeaning {
    const finding = this.#findArea(text);
    if (finding?.kind === 'whole') return { id: '', isElsewhere: false };
    if (finding !== null) {
      const choice = choiceFor(this.#matching, finding.area.kind);
      if (choice === 'leave-out') return { id: passOver, isElsewhere: true };
      if (choice === 'compare') return { id: finding.area.code, isElsewhere: true };
    }
    const chosen = chosenMeaning(this.#matching, 'area', text);
    const isNew = chosen === undefined || chosen === newArea;
    return { id: isNew ? this.#readArea(text) : chosen, isElsewhere: false };
  }

  #readArea(text: string): string {
    const read = readArea(text, this.#known.areas);
    const plain = plainName(read);
    if (plain === '') return read;
    const first = this.#newAreas.get(plain) ?? read;
    this.#newAreas.set(plain, first);
    return first;
  }

  #indicatorOf(text: string): string | null {
    let meaning = this.#indicators.get(text);
    if (meaning === undefined) {
      meaning =
        chosenMeaning(this.#matching, 'indicator', text) ??
        knownName(text, 'indicator', this.#known);
      this.#indicators.set(text, meaning);
    }
    return meaning;
  }
}

/**
 * A period with what another column says of it: its kind, as in the files of the Department for Education, `Academic year` beside `202324`;
 * its month, `January` beside `2024`, or its quarter, `Q1` or 1 beside `2024/25`. The heading of the year may say that the year is a
 * financial one. A period that says its kind itself stays as it is.
 */
function periodOfKind(
  kind: string,
  period: string,
  headings: { readonly kind: string; readonly period: string }
): string {
  const isBare = /^\d{4}(?:\d{2}|[/-]\d{2})?$/.test(period);
  if (kind === '' || !isBare) return period;
  const isAcross = period.length > 4;
  if (isAcross && monthNumber(kind) > 0) {
    return `${kind} ${/financial|\bfy\b/i.test(headings.period) ? 'FY' : ''}${period}`;
  }
  if (/^[1-4]$/.test(kind) && /quarter|qtr/i.test(headings.kind)) return `Q${kind} ${period}`;
  if (/^\d{1,2}$/.test(kind) && !isAcross && /month/i.test(headings.kind))
    return `${period}M${kind}`;
  return `${kind} ${period}`;
}

/** What tells one value from another. */
function keyOf(indicatorId: string, area: string, breakdown: string, period: string): string {
  return `${indicatorId}/${area}/${breakdown}/${period}`;
}

/** The texts by which a value is known that is not taken. */
function shown(gathered: Gathered, row: readonly string[], number: number, position: number) {
  return {
    row: number,
    position,
    area: gathered.area.slice(0, 200),
    breakdown: gathered.breakdown.slice(0, 200),
    period: gathered.period.slice(0, 100),
    cells: row
  };
}

const nothingRead = {
  indicatorId: null,
  starts: null,
  value: null,
  numerator: null,
  denominator: null,
  countsGiven: false,
  status: null,
  note: null,
  problems: null,
  isPassedOver: false,
  isElsewhere: false
} as const;
