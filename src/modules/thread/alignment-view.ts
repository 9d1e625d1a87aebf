import {
  compareMatters,
  compareWorks,
  confidenceNames,
  securityNames,
  strengthNames
} from '#modules/evidence';
import type { Names, Spine } from '#modules/vocabulary';
import {
  coverageLevels,
  needLevels,
  patterns,
  type AlignmentRow,
  type CoverageLevel,
  type NeedLevel,
  type Pattern
} from './alignment.ts';
import {
  coverageNames,
  coverageWords,
  needNames,
  needReasons,
  needSilence,
  patternQuestions,
  patternSentence
} from './alignment-words.ts';

/** By what the rows may be put in order. `factor` keeps the order of the spine: nothing is ranked until somebody asks. */
export const alignmentSorts = [
  'factor',
  'matters',
  'works',
  'need',
  'coverage',
  'pattern'
] as const;
export type AlignmentSort = (typeof alignmentSorts)[number];

/** What the address filters by; empty is any. */
export type AlignmentFilter = {
  readonly group: string;
  readonly need: NeedLevel | '';
  readonly coverage: CoverageLevel | '';
  readonly pattern: Pattern | '';
};

/** Unknown need stands after some and before lower, for it may turn out to be either. */
const needOrder: readonly NeedLevel[] = ['high', 'some', 'unknown', 'lower'];
/** Whoever is served least first; unknown after nobody. */
const coverageOrder: readonly CoverageLevel[] = [
  'nobody',
  'other-ages',
  'unknown',
  'one',
  'several'
];

/** The rows that fit the filter, in the order asked for; equals keep the order of the spine. */
export function arrange(
  rows: readonly AlignmentRow[],
  filter: AlignmentFilter,
  sort: AlignmentSort
): AlignmentRow[] {
  const fits = (row: AlignmentRow) =>
    (filter.group === '' || row.factor.group === filter.group) &&
    (filter.need === '' || row.need.level === filter.need) &&
    (filter.coverage === '' || row.coverage.level === filter.coverage) &&
    (filter.pattern === '' || row.pattern === filter.pattern);
  return rows.filter(fits).toSorted(comparing[sort]);
}

const place = <Word>(order: readonly Word[], word: Word) => order.indexOf(word);
const comparing: Readonly<Record<AlignmentSort, (a: AlignmentRow, b: AlignmentRow) => number>> = {
  factor: () => 0,
  matters: (a, b) => compareMatters(a.evidence.matters, b.evidence.matters),
  works: (a, b) => compareWorks(a.evidence.works, b.evidence.works),
  need: (a, b) => place(needOrder, a.need.level) - place(needOrder, b.need.level),
  coverage: (a, b) =>
    place(coverageOrder, a.coverage.level) - place(coverageOrder, b.coverage.level),
  pattern: (a, b) => place(patterns, a.pattern) - place(patterns, b.pattern)
};

/** How many rows have each pattern, in the order in which patterns ask to be looked at; those without a row are left out. */
export function countPatterns(
  rows: readonly AlignmentRow[]
): readonly { readonly pattern: Pattern; readonly rows: readonly AlignmentRow[] }[] {
  return patterns
    .map((pattern) => ({ pattern, rows: rows.filter((row) => row.pattern === pattern) }))
    .filter((each) => each.rows.length > 0);
}

/** What an address asks for, words that nobody knows read as any. */
export function readFilter(given: Readonly<Record<string, string>>, spine: Spine): AlignmentFilter {
  const oneOf = <Word extends string>(words: readonly Word[], word: string | undefined) =>
    words.find((each) => each === word) ?? '';
  return {
    group: oneOf(
      spine.factorGroups.map((group) => group.id),
      given['group']
    ),
    need: oneOf(needLevels, given['need']),
    coverage: oneOf(coverageLevels, given['coverage']),
    pattern: oneOf(patterns, given['pattern'])
  };
}

/** The alignment as rows of text for a spreadsheet, the first row its headings. Not known is written out, never left empty. */
export function alignmentTable(
  rows: readonly AlignmentRow[],
  choice: {
    readonly outcome: Parameters<Names['outcome']>[0];
    readonly age: Parameters<Names['age']>[0];
  },
  names: Names
): string[][] {
  return [
    [
      'Factor',
      'Outcome',
      'Age',
      'What matters',
      'How sure',
      'What works',
      'How sure of what works',
      'Local need',
      'Why need is read so',
      'Who serves it',
      'Services for this age',
      'Services for other ages',
      'Chosen as a priority',
      'Pattern',
      'Question'
    ],
    ...rows.map((row) => [
      names.factor(row.factor.id),
      names.outcome(choice.outcome),
      names.age(choice.age),
      strengthNames[row.evidence.matters.strength],
      confidenceNames[row.evidence.matters.confidence],
      securityNames[row.evidence.works.security],
      confidenceNames[row.evidence.works.confidence],
      needNames[row.need.level],
      [...needReasons(row.need), needSilence(row.need)].filter((one) => one !== null).join('; '),
      coverageNames[row.coverage.level],
      row.coverage.forAge.map((one) => one.name).join('; ') || (coverageWords(row.coverage) ?? ''),
      row.coverage.otherAges.map((one) => one.name).join('; '),
      row.priority === null ? 'No' : 'Yes',
      patternSentence(row),
      patternQuestions[row.pattern]
    ])
  ];
}
