import { plainName } from '../figures/areas.ts';
import { outOf } from '../figures/out-of.ts';
import { findElsewhere } from '../own/elsewhere.ts';
import {
  type AcrossKind,
  acrossKinds,
  type ColumnUse,
  type Known,
  type Matching,
  wantedTexts
} from './meanings.ts';
import { knownName } from './names.ts';
import { isCode, matchingOfPublisher, publisherOf } from './publishers.ts';
import { type ColumnOverview, isPeriodLike, type Overview } from './overview.ts';

const headings: Readonly<Record<string, ColumnUse>> = Object.fromEntries(
  Object.entries({
    indicator: ['indicator', 'indicator name', 'measure', 'what is counted'],
    period: [
      'period',
      'time period',
      'timeperiod',
      'year',
      'academic year',
      'school year',
      'financial year',
      'quarter',
      'month',
      'date',
      'datecode',
      'reporting period',
      'reporting year',
      'calendar year',
      'collection year',
      'year ending',
      'period ending',
      'fy',
      'ay'
    ],
    'period-kind': ['time identifier', 'period type', 'time period type', 'date type'],
    area: [
      'area',
      'area name',
      'ward',
      'ward name',
      'intermediate zone',
      'zone',
      'cluster',
      'setting',
      'locality',
      'area code',
      'ward code',
      'featurecode',
      'local authority',
      'local authority name',
      'local authority area',
      'la',
      'la name',
      'authority',
      'council',
      'council area',
      'district',
      'local government district',
      'health board',
      'nhs board',
      'board',
      'ca',
      'hb',
      'neighbourhood',
      'data zone',
      'geography',
      'geography name',
      'geography code'
    ],
    'wider-area': ['region', 'region name', 'country', 'country name', 'nation'],
    breakdown: ['breakdown', 'group', 'sub group', 'characteristic', 'category'],
    value: [
      'value',
      'figure',
      'percentage',
      'percent',
      'rate',
      'per cent',
      'number',
      'actual',
      'outturn',
      'result',
      'observation'
    ],
    numerator: ['numerator', 'count', 'numerator count'],
    denominator: ['denominator', 'out of', 'total', 'base', 'cohort'],
    status: ['status', 'value status', 'marker'],
    note: ['note', 'notes', 'comment', 'comments', 'caveat', 'value note']
  } satisfies Partial<Record<ColumnUse, string[]>>).flatMap(
    ([use, names]) => names.map((name) => [name, use as ColumnUse]) // the keys above are uses
  )
);

/** `PercentOfChildren` and `percent_of_children` as words. */
const inWords = (heading: string) => heading.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** What a heading says on its own. */
function useOfHeading(heading: string): ColumnUse | undefined {
  const plain = plainName(inWords(heading));
  if (Object.hasOwn(headings, plain)) return headings[plain];
  return /\brate\b/.test(plain) && outOfHeading(heading) !== null ? 'value' : undefined;
}

/**
 * How the columns of a file are probably to be read, from their headings and what stands in them. Each use but `across` and `nothing`
 * goes to one column, the first that fits.
 */
export function guessMatching(overview: Overview, known: Known, indicatorId: string): Matching {
  const publisher = publisherOf(overview, known.published);
  if (publisher !== null) {
    const { uses, only } = matchingOfPublisher(overview, publisher);
    const isLong = publisher.columns.some(([, use]) => use === 'period');
    const across = isLong ? null : guessAcross(overview.columns, uses, known);
    const read = withAcross(overview, uses, across, known);
    const value = isLong ? figuresColumn(overview, read, known, indicatorId) : null;
    if (value !== null) read[value.column] = value.use;
    return { ...restOf(overview, read, across, known, indicatorId), only };
  }
  const told = withPeriodParts(overview, toldByHeadings(overview, known));
  const across = told.includes('value') ? null : guessAcross(overview.columns, told, known);
  // A total beside the columns of years is none of them.
  const beside = across === null ? told : told.map((use) => (use === 'numerator' || use === 'denominator' ? 'nothing' : use)); // prettier-ignore
  const uses = withAcross(overview, beside, across, known);
  for (const use of ['indicator', 'area', 'breakdown', 'period'] as const) {
    if (
      uses.includes(use) ||
      use === across ||
      (use === 'breakdown' && across !== null && across !== 'period')
    )
      continue;
    const found = overview.columns.findIndex(
      (column, index) => uses[index] === 'nothing' && isColumnOf(column, use, known)
    );
    if (found >= 0) uses[found] = use;
  }
  // A region alone is the area itself.
  const wider = uses.indexOf('wider-area');
  if (wider >= 0 && !uses.includes('area') && across !== 'area') uses[wider] = 'area';
  const figures = across === null ? figuresColumn(overview, uses, known, indicatorId) : null;
  if (figures === null) return restOf(overview, uses, across, known, indicatorId);
  uses[figures.column] = figures.use;
  const read = figures.use === 'across' ? 'period' : across;
  return restOf(overview, uses, read, known, indicatorId);
}

/** What the headings say, each use for one column: of areas the first whose texts are known here, else the first. */
function toldByHeadings({ columns }: Overview, known: Known): ColumnUse[] {
  const said = columns.map(({ heading }) => useOfHeading(heading) ?? 'nothing');
  const areYears = columns.filter(
    ({ heading }, index) => said[index] === 'nothing' && isPeriodLike(heading)
  );
  const areas = said.flatMap((use, index) => (use === 'area' ? [index] : []));
  const isKnownArea = (column: number) =>
    (columns[column]?.names ?? []).some((name) => knownName(name, 'area', known) !== null);
  const area = areas.find(isKnownArea) ?? areas[0];
  return said.map((use, index) => {
    if (use === 'area') return index === area ? use : 'nothing';
    // Beside columns of years, one called “Date” that holds no date is the corner of the table.
    const isCorner = use === 'period' && areYears.length > 1 && !holdsPeriods(columns[index]);
    if (isCorner) return 'nothing';
    // Beside columns of years a “Number” without a year is none of their figures.
    const isBesideYears =
      use === 'value' &&
      areYears.length > 1 &&
      !said.some((one, at) => one === 'period' && holdsPeriods(columns[at]));
    if (isBesideYears) return 'nothing';
    const isTaken = use !== 'wider-area' && said.indexOf(use) < index && use !== 'period';
    const isSecond = use === 'period' && said.findIndex((one, at) => one === use && holdsPeriods(columns[at])) < index && said.indexOf(use) < index; // prettier-ignore
    return isTaken || isSecond ? 'nothing' : use;
  });
}

function holdsPeriods(column: ColumnOverview | undefined): boolean {
  return column?.samples.some(isPeriodLike) === true;
}

const partHeadings = ['month', 'month name', 'quarter', 'qtr'];

/** Where a year stands in one column and its month or quarter in another, they are the period together. */
function withPeriodParts({ columns }: Overview, told: readonly ColumnUse[]): ColumnUse[] {
  if (told.includes('period-kind')) return [...told];
  const part = columns.findIndex(
    ({ heading, samples }) =>
      partHeadings.includes(plainName(heading)) &&
      samples.length > 0 &&
      samples.every((text) => /^(?:[a-z]{3,9}|(?:q|qtr ?|quarter ?)?\d{1,2})$/i.test(text.trim()))
  );
  const year = columns.findIndex(
    (column, index) =>
      index !== part &&
      useOfHeading(column.heading) === 'period' &&
      column.samples.some((text) => /^\d{4}(?:[/-]?\d{2})?$/.test(text.trim()))
  );
  if (part < 0 || year < 0) return [...told];
  return told.map((use, index) =>
    index === part ? 'period-kind' : index === year ? 'period' : use === 'period' ? 'nothing' : use
  );
}

const percentHeading = /%|per ?cent|\bpct\b|^pt_|_pct\b/i;
const countHeading = /^(?:number|no\.?|count)\b|_count$|\bcount$/i;
const besideFigures =
  /target|rank|lower|upper|limit|confidence|\bc\.?i\b|change|difference|previous|baseline|average|quartile|\bcode\b|\bid\b|population/i;

/**
 * The column that holds the figures where no heading names one: the only one with figures, or the only one in the unit of the indicator.
 * A lone column under a year lies across. Null where several come into question, and somebody has to say.
 */
function figuresColumn(
  { columns }: Overview,
  uses: readonly ColumnUse[],
  known: Known,
  indicatorId: string
): { readonly column: number; readonly use: 'value' | 'across' } | null {
  if (uses.includes('value') || uses.includes('numerator')) return null;
  const free = columns.flatMap(({ heading, isFigures }, column) =>
    uses[column] === 'nothing' && isFigures === true && !isCode(heading) && !besideFigures.test(inWords(heading)) // prettier-ignore
      ? [{ heading: inWords(heading), column }]
      : []
  );
  const { unit, title = '' } = known.indicators.find(({ id }) => id === indicatorId) ?? {};
  const named = free.filter(({ heading }) => plainName(heading) === plainName(title));
  const inUnit = free.filter(({ heading }) =>
    unit === 'percent'
      ? percentHeading.test(heading)
      : unit === 'count' && countHeading.test(heading)
  );
  const [only] = [named, free, inUnit].find((each) => each.length === 1) ?? [];
  if (only === undefined) return null;
  const isYear = isPeriodLike(only.heading) && !uses.includes('period');
  return { column: only.column, use: isYear ? 'across' : 'value' };
}

/** The uses of columns, those whose headings name what lies across among them. */
function withAcross(
  { columns }: Overview,
  uses: readonly ColumnUse[],
  across: AcrossKind | null,
  known: Known
): ColumnUse[] {
  return uses.map((use, index) => {
    const heading = columns[index]?.heading ?? '';
    return use === 'nothing' && across !== null && isNamed(heading, across, known) ? 'across' : use;
  });
}

function restOf(
  overview: Overview,
  uses: readonly ColumnUse[],
  across: AcrossKind | null,
  known: Known,
  indicatorId: string
): Matching {
  const only = known.indicators.length === 1 ? known.indicators[0]?.id : undefined;
  const isNamedByFile = uses.includes('indicator') || across === 'indicator';
  const ofFile = isNamedByFile ? '' : indicatorId || (only ?? '');
  return {
    uses,
    across: across ?? 'period',
    indicatorId: ofFile,
    ...(otherOutOf(overview, uses, ofFile, known) === null ? {} : { countedPer: null }),
    period: '',
    decimal: overview.decimal,
    ...(mayBeShares(overview, uses, known) ? { areShares: null } : {}),
    ...(hasBlankNames(overview, uses) ? { carriesDown: null } : {}),
    names: { indicator: {}, breakdown: {}, area: {} }
  };
}

const ofEvery: readonly (readonly [RegExp, number])[] = [
  [/\bper 100[ ,.]?000\b|\/ ?100[ ,.]?000\b|\bper 100k\b/i, 100_000],
  [/\bper 10[ ,.]?000\b|\/ ?10[ ,.]?000\b|\bper 10k\b/i, 10_000],
  [/\bper 1[ ,.]?000\b|\bper thousand\b|\/ ?1[ ,.]?000\b/i, 1000],
  [/\bper ?cent(?:age)?\b|%/i, 100]
];

/** Out of how many a heading says that its figures are counted; null where it does not say. */
export function outOfHeading(heading: string): number | null {
  return ofEvery.find(([form]) => form.test(heading))?.[1] ?? null;
}

/**
 * Out of how many the figures of a file are counted by their heading, where that is another number than the indicator's; null where there
 * is no doubt. Assumes that the file is about one indicator: of several, no heading can say it.
 */
export function otherOutOf(
  overview: Overview,
  uses: readonly ColumnUse[],
  indicatorId: string,
  known: Known
): number | null {
  const indicator = known.indicators.find((each) => each.id === indicatorId);
  const whole = indicator === undefined ? null : outOf[indicator.unit];
  const said = outOfHeading(overview.columns[uses.indexOf('value')]?.heading ?? '');
  return whole === null || said === null || said === whole ? null : said;
}

/** Uses of columns whose empty cells may mean what stands above them. */
export const carriedUses: readonly ColumnUse[] = ['indicator', 'period', 'area', 'breakdown'];

/** Whether the area or the group is named in some rows of a file and not in others. An area may be named by a column of its own for wider ones. */
export function hasBlankNames(overview: Overview, uses: readonly ColumnUse[]): boolean {
  const asked: readonly ColumnUse[] = uses.includes('wider-area')
    ? ['breakdown']
    : ['area', 'breakdown'];
  return overview.columns.some(
    ({ blanks = 0, samples }, index) =>
      asked.includes(uses[index] ?? 'nothing') && blanks > 0 && samples.length > 0
  );
}

/** Whether figures may be shares or percentages below one: nothing in the file tells, and it makes a hundredfold difference. */
export function mayBeShares(overview: Overview, uses: readonly ColumnUse[], known: Known): boolean {
  return (
    known.indicators.some(({ unit }) => unit === 'percent') &&
    overview.columns.some(
      (column, index) =>
        (uses[index] === 'value' || uses[index] === 'across') && column.looksLikeShares
    )
  );
}

function guessAcross(
  columns: readonly ColumnOverview[],
  uses: readonly ColumnUse[],
  known: Known
): AcrossKind | null {
  const free = columns.filter((_, index) => uses[index] === 'nothing');
  return (
    acrossKinds.find(
      (kind) =>
        !uses.includes(kind) &&
        free.filter(({ heading }) => isNamed(heading, kind, known)).length > 1
    ) ?? null
  );
}

function isNamed(text: string, kind: AcrossKind, known: Known): boolean {
  if (text.trim() === '') return false;
  if (kind === 'period') return isPeriodLike(text);
  if (knownName(text, kind, known) !== null) return true;
  return kind === 'area' && isElsewhere(text, known);
}

/** Whether a text names an area elsewhere. Three digits are too little to say so of a column that nothing else tells of. */
function isElsewhere(text: string, { areas }: Known): boolean {
  const found = findElsewhere(text, areas);
  return found !== null && found.sureness !== 'number';
}

function isColumnOf(
  column: ColumnOverview,
  kind: 'indicator' | 'area' | 'breakdown' | 'period',
  known: Known
): boolean {
  const { names } = column;
  if (names === null || names.length === 0) return false;
  // “All” and “Total” stand in columns of every kind.
  const telling = names.filter((name) => !/^(?:all|total)$/i.test(name.trim()));
  if (kind === 'area' && telling.length === 0) return false;
  const fitting = names.filter((name) => isNamed(name, kind, known)).length;
  return fitting > 0 && fitting >= names.length / 2;
}

/** What is missing or said twice in a matching, by the field of its form. */
export type MatchingProblem =
  | { readonly kind: 'use-twice'; readonly use: ColumnUse; readonly column: number }
  | { readonly kind: 'no-figures' }
  | { readonly kind: 'figures-twice' }
  | { readonly kind: 'no-indicator' }
  | { readonly kind: 'no-period' }
  | { readonly kind: 'shares-unsaid' }
  | { readonly kind: 'blanks-unsaid' }
  | { readonly kind: 'out-of-unsaid' }
  | { readonly kind: 'said-across'; readonly across: AcrossKind; readonly column: number };

/** Whether several columns may hold the same. */
function isForSeveral(use: ColumnUse): boolean {
  return use === 'across' || use === 'nothing' || use === 'wider-area';
}

/** Whether rows can be read by a matching: figures, an indicator and a period for each, and nothing said twice. */
export function matchingProblems(matching: Matching): MatchingProblem[] {
  const { uses } = matching;
  const problems: MatchingProblem[] = [];
  for (const [column, use] of uses.entries()) {
    if (isForSeveral(use) || uses.indexOf(use) === column) continue;
    problems.push({ kind: 'use-twice', use, column });
  }
  const isWide = uses.includes('across');
  const hasFigures = uses.includes('value') || uses.includes('numerator');
  if (!isWide && !hasFigures) problems.push({ kind: 'no-figures' });
  if (isWide && (hasFigures || uses.includes('denominator')))
    problems.push({ kind: 'figures-twice' });
  const said = isWide ? uses.indexOf(matching.across) : -1;
  if (said >= 0) problems.push({ kind: 'said-across', across: matching.across, column: said });
  const isSaid = (kind: AcrossKind) => uses.includes(kind) || (isWide && matching.across === kind);
  if (!isSaid('indicator') && matching.indicatorId === '') problems.push({ kind: 'no-indicator' });
  if (!isSaid('period') && matching.period.trim() === '') problems.push({ kind: 'no-period' });
  if (matching.areShares === null) problems.push({ kind: 'shares-unsaid' });
  if (matching.countedPer === null) problems.push({ kind: 'out-of-unsaid' });
  if (matching.carriesDown === null) problems.push({ kind: 'blanks-unsaid' });
  return problems;
}

/** Whether a file says by its headings alone what its columns hold, so that nobody needs to be asked. */
export function isPlain(overview: Overview, matching: Matching): boolean {
  return (
    matching.areShares === undefined &&
    matching.carriesDown === undefined &&
    matching.countedPer === undefined &&
    overview.columns.every(
      ({ heading }, index) => heading === '' || useOfHeading(heading) === matching.uses[index]
    )
  );
}

/** What files of the same form have in common: their headings, in order, as plain words. Periods across count as one. */
export function headingsKey(overview: Overview): string {
  const plain = overview.columns.map(({ heading }) =>
    isPeriodLike(heading) ? 'period' : plainName(heading)
  );
  return plain
    .filter((each, index) => each !== 'period' || plain[index - 1] !== 'period')
    .join('|');
}

/**
 * The keys under which a matching is remembered, the nearest first: by indicator and source, then by the source alone. The source is a
 * publisher whose files are known, for they gain columns from year to year, or else the headings.
 */
export function memoryKeys(
  overview: Overview,
  known: Pick<Known, 'published'>,
  indicatorId: string
): string[] {
  const publisher = publisherOf(overview, known.published);
  const source = publisher === null ? headingsKey(overview) : `file of ${publisher.id}`;
  return indicatorId === '' ? [source] : [`${source} for ${indicatorId}`, source];
}

/** Whether a remembered matching speaks of the indicator that a file is brought in for: another's columns are not its own. */
export function isFor(remembered: Matching, indicatorId: string): boolean {
  return (
    indicatorId === '' || remembered.indicatorId === '' || remembered.indicatorId === indicatorId
  );
}

/**
 * A matching of an earlier file with the same headings, for this one. A wide file may have more or fewer periods than the last: those
 * columns are matched by their headings, all others by their place in the row of headings.
 */
export function applyRemembered(
  remembered: Matching,
  overview: Overview,
  guess: Matching
): Matching {
  // What nobody was asked about the last time has to be asked now.
  const doubts = {
    // How its figures are written is the file's own affair.
    decimal: guess.decimal,
    ...(guess.areShares === undefined
      ? {}
      : { areShares: remembered.areShares ?? guess.areShares }),
    ...(guess.countedPer === undefined
      ? {}
      : { countedPer: remembered.countedPer ?? guess.countedPer }),
    ...(guess.carriesDown === undefined
      ? {}
      : { carriesDown: remembered.carriesDown ?? guess.carriesDown })
  };
  const indicatorId = guess.indicatorId || remembered.indicatorId;
  const byHeading = guess.uses.some((use) => use === 'across') && guess.across === 'period';
  if (!byHeading && remembered.headings !== undefined) {
    return { ...byHeadings(remembered, remembered.headings, overview), ...doubts, indicatorId };
  }
  if (!byHeading && remembered.uses.length === overview.columns.length)
    return { ...remembered, ...doubts, indicatorId };
  const others = remembered.uses.filter((use) => use !== 'across');
  let next = 0;
  const uses = overview.columns.map(({ heading }): ColumnUse => {
    if (isPeriodLike(heading)) return 'across';
    const use = others[next] ?? 'nothing';
    next += 1;
    return use;
  });
  return { ...remembered, ...doubts, uses, indicatorId };
}

/** A matching carried over to a file with some of the same headings, each to the column that is called alike. */
function byHeadings(
  remembered: Matching,
  headings: readonly string[],
  { columns }: Overview
): Matching {
  const before = columns.map(({ heading }, index) =>
    headings[index] === heading ? index : headings.indexOf(heading)
  );
  const only = new Map(wantedTexts(remembered));
  return {
    ...remembered,
    uses: before.map((index): ColumnUse => remembered.uses[index] ?? 'nothing'),
    only: Object.fromEntries(
      before.flatMap((index, column) => {
        const texts = only.get(index);
        return texts === undefined ? [] : [[String(column), texts]];
      })
    ),
    headings: columns.map(({ heading }) => heading)
  };
}
