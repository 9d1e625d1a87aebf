import type { Security } from '#modules/vocabulary';
import type {
  AlignmentRow,
  CoverageLevel,
  CoverageReading,
  NeedLevel,
  NeedReading,
  NeedSign,
  Pattern
} from './alignment.ts';

export const needNames: Readonly<Record<NeedLevel, string>> = {
  high: 'High',
  some: 'Some',
  lower: 'Lower',
  unknown: 'Not known'
};

export const coverageNames: Readonly<Record<CoverageLevel, string>> = {
  nobody: 'Nobody',
  'other-ages': 'Nobody at this age',
  one: 'One service',
  several: 'Several services',
  unknown: 'Not known'
};

/** The patterns in a few words, for headings and filters. */
export const patternNames: Readonly<Record<Pattern, string>> = {
  unserved: 'Matters, need is high, nobody serves it',
  'thinly-served': 'Matters, need is high, one service',
  'served-yet-high': 'Matters, need is high, though several serve it',
  gap: 'Matters, nobody serves it',
  'who-serves-unknown': 'Matters, not known who serves it',
  'need-unknown': 'Matters, is served, need is not known',
  unclear: 'Need is high, not known how much it matters',
  'some-need': 'Matters, is served, some need is there',
  held: 'Matters, is served, figures stand better',
  'less-yet-high': 'Matters less at this age, need is high',
  less: 'Matters less at this age',
  'not-known': 'Not known how much it matters'
};

/** What each pattern asks, for whoever meets it. */
export const patternQuestions: Readonly<Record<Pattern, string>> = {
  unserved: 'Is this ours to begin, or whose?',
  'thinly-served': 'Can one service reach everyone who needs it?',
  'served-yet-high': 'Whom do they not reach, and how well does it go?',
  gap: 'Who could serve it, and what would tell how high need is?',
  'who-serves-unknown': 'Which of the services listed address it?',
  'need-unknown': 'What would tell us how children fare here?',
  unclear: 'What do we ourselves know of how much it matters?',
  'some-need': 'Whom do the services not reach?',
  held: 'What keeps it good, and what would tell us if it slipped?',
  'less-yet-high': 'Does the evidence hold here, or do the figures show something else?',
  less: 'Is anything spent here that is wanted elsewhere?',
  'not-known': 'Is it worth finding out?'
};

const worksClauses: Readonly<Record<Security, string>> = {
  strong: 'there is strong evidence of what works',
  mixed: 'little is sure of what works',
  none: 'nothing was found to work yet',
  unknown: 'not known what works'
};

/**
 * The whole pattern of a row, in a sentence.
 * @example
 * patternSentence(row) // 'Matters, need is high, nobody serves it; not known what works.'
 */
export function patternSentence(row: Pick<AlignmentRow, 'pattern' | 'evidence'>): string {
  return `${patternNames[row.pattern]}; ${worksClauses[row.evidence.works.security]}.`;
}

const signWords: Readonly<Record<NeedSign['kind'], string>> = {
  worse: 'stands worse',
  similar: 'stands about the same',
  better: 'stands better',
  'gap-wider': 'grew wider',
  'gap-stays': 'stays',
  'gap-narrower': 'is narrower than before',
  'gap-alone': 'is there; no earlier figure says how it moved'
};

/** Why need is read as it is, a line each. */
export function needReasons(need: NeedReading): string[] {
  return need.because.map(({ title, kind, size }) =>
    size === null
      ? `${title}: ${signWords[kind]}`
      : `${title}: the gap of ${size} ${signWords[kind]}`
  );
}

/** What is missing where need, or part of it, cannot be judged; null where nothing is. */
export function needSilence(need: NeedReading): string | null {
  if (need.indicators === 0) return 'No indicator bears on it';
  if (need.silent === 0) return null;
  return need.silent === need.indicators
    ? 'No local figure can be laid beside another'
    : `${need.silent} of ${need.indicators} indicators cannot be judged`;
}

/** Who serves it, by name, the first three; what is there for other ages is said. */
export function coverageWords({ level, forAge, otherAges }: CoverageReading): string | null {
  if (level === 'unknown') return 'Too few of the services listed are tied to a factor';
  const listed = forAge.length > 0 ? forAge : otherAges;
  if (listed.length === 0) return null;
  const names = listed.slice(0, 3).map((one) => one.name);
  const more = listed.length > 3 ? ` and ${listed.length - 3} more` : '';
  return `${forAge.length > 0 ? '' : 'For other ages: '}${names.join(', ')}${more}`;
}
