import {
  byRule,
  countWords,
  isSmall,
  promisedBy,
  ruleSentence,
  whatLeaves,
  type Given,
  type Left,
  type Rule
} from '#modules/disclosure';
import type { Factor } from '#modules/vocabulary';
import { fixedSentence, kindNames, setAsideSentences, speakerNames } from './sentences.ts';
import type { SafeTallies } from './safe-tallies.ts';
import type { ThemeCount } from './theme-counts.ts';
import type { Survey, SurveyQuestion, SurveyStretch, Theme } from './kinds.ts';

/** The counts of a survey that leave, and the day at whose end they were fixed. */
export type LeavingResults = {
  readonly safe: SafeTallies;
  readonly setAside: {
    readonly safe: Left<Given['count']>;
    readonly stretches: readonly Pick<SurveyStretch, 'fromOn' | 'toOn' | 'reason'>[];
  };
  readonly fixedOn: string;
};

/** A survey's protected counts as rows of text to take away, their headings first. No text that anybody answered is among them. */
export function safeResultsTable(
  survey: Pick<Survey, 'title'>,
  questions: readonly SurveyQuestion[],
  { safe, setAside, fixedOn }: LeavingResults,
  rule: Rule
): string[][] {
  const rows = safe.questions.flatMap((tally) => {
    const question = questions.find(({ id }) => id === tally.questionId);
    if (question === undefined) return [];
    const cells = (label: string, count: string): string[] => [
      question.text,
      kindNames[question.kind],
      label,
      count
    ];
    return [
      ...tally.labels.map((label, place) => {
        const count = tally.counts[place];
        return cells(label, count === undefined ? '' : countWords(count, rule));
      }),
      ...(tally.leftOut === null ? [] : [cells('Left out', countWords(tally.leftOut, rule))])
    ];
  });
  return [
    ['Question', 'Kind of answer', 'Answer', 'People'],
    [survey.title, '', 'People who answered', countWords(safe.responses, rule)],
    ...rows,
    ...setAsideSentences(countWords(setAside.safe, rule), setAside.stretches).map((sentence) => [
      survey.title,
      '',
      sentence,
      ''
    ]),
    ['When they were counted', '', fixedSentence(fixedOn), ''],
    ['How numbers were made safe', '', ruleSentence(rule), '']
  ];
}

/**
 * The themes as rows of text to take away. A source is somebody who spoke, so their number is made safe; beside a hidden one, the roles
 * of those who spoke are left out where so many roles would leave a reader too few numbers for it.
 */
export function themesTable(
  themes: readonly (Theme & ThemeCount & { readonly quotes: number })[],
  factors: readonly Pick<Factor, 'id' | 'title'>[],
  rule: Rule
): string[][] {
  const safe = (count: number): string =>
    countWords(whatLeaves('count', { count }, byRule(rule)), rule);
  const whoSpoke = ({ sources, bySpeaker }: ThemeCount): string => {
    const left = rule.hideTo - bySpeaker.length + 1;
    if (isSmall(sources, rule) && left < promisedBy(rule)) return '';
    return bySpeaker.map(({ speaker }) => speakerNames[speaker]).join('; ');
  };
  return [
    ['Theme', 'What belongs here', 'Factors', 'Pieces', 'Sources', 'Who spoke', 'Quotes ready'],
    ...themes.map((theme) => [
      theme.name,
      theme.definition,
      theme.factors.map((id) => factors.find((one) => one.id === id)?.title ?? id).join('; '),
      safe(theme.pieces),
      safe(theme.sources),
      whoSpoke(theme),
      String(theme.quotes)
    ])
  ];
}
