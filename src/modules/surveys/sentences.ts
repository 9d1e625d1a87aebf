import { findsInWords } from '#modules/disclosure';
import { sayDate } from '#core/written-dates';
import type { AnswerProblem } from './answers.ts';
import type { SurveyStretch } from './kinds.ts';
import type { OwedBySurvey } from './owed.ts';
import { mostOptions, mostQuestions, type Missing, type SurveyState } from './rules.ts';
import type { Tallies } from './tallies.ts';
import type { Consent, QuestionKind, SettingKind, Speaker, VoiceMethod } from './types.ts';

export const fieldSentences = {
  title: 'Enter a title',
  askedBy: 'Enter who asks',
  saidBy: 'Choose in what role they answer',
  speaker: 'Choose who spoke',
  consent: 'Enter what people agree to',
  question: 'Enter the question',
  kind: 'Choose the kind of answer',
  tooManyOptions: `Enter at most ${mostOptions} choices`,
  firstDay: 'Enter the first day',
  lastDay: 'Enter the last day',
  reason: 'Say why they are set aside',
  noteTitle: 'Enter what this is a note of',
  method: 'Choose how it was heard',
  heardOn: 'Enter the day on which it was heard',
  settingKind: 'Choose the kind of place',
  words: 'Enter what was said',
  howAgreed: 'Choose how they agreed. Without their consent it must not be noted',
  mayQuote: 'Choose whether they may be quoted',
  peopleCount: 'Enter a whole number of people, from 1 to 500',
  keepUntil: 'Enter the day until which it is kept',
  theme: 'Enter the name of the theme',
  themes: 'Choose at least one theme',
  sentences: 'Choose at least one sentence',
  quote: 'Enter the words to be shown',
  unrecognisable: 'Say that nobody can be recognised, or change the words first'
} as const;

export const kindNames: Readonly<Record<QuestionKind, string>> = {
  one: 'One choice',
  several: 'Several choices',
  scale: 'A scale with words',
  people: 'Number of people',
  short: 'A few words',
  long: 'Own words, several lines'
};

export const kindHints: Readonly<Record<QuestionKind, string>> = {
  one: 'One of a few',
  several: 'Any of a few',
  scale: 'From one end to the other, each step with its own word',
  people: 'A whole number, such as how many children live here',
  short: 'One line',
  long: 'For whatever you did not think of asking'
};

export const speakerNames: Readonly<Record<Speaker, string>> = {
  parent: 'Parents and carers',
  child: 'Children',
  practitioner: 'People who work with children',
  other: 'Others'
};

/** One of them, as under a quote. */
export const speakerName: Readonly<Record<Speaker, string>> = {
  parent: 'A parent or carer',
  child: 'A child',
  practitioner: 'Somebody who works with children',
  other: 'Somebody else'
};

export const voiceMethodNames: Readonly<Record<VoiceMethod, string>> = {
  'listening-session': 'Listening session',
  interview: 'Interview',
  ethnography: 'Being there and watching',
  survey: 'Survey',
  other: 'Another way'
};

export const settingNames: Readonly<Record<SettingKind, string>> = {
  nursery: 'Nursery',
  school: 'School',
  childminder: 'Childminder',
  'family-hub': 'Family hub',
  health: 'Health service',
  library: 'Library',
  community: 'Community place',
  home: 'At home',
  online: 'Online',
  'not-known': 'Not known'
};

export const consentNames: Readonly<Record<Consent, string>> = {
  spoken: 'They said yes, after it was explained',
  written: 'In writing',
  survey: 'In the survey'
};

export const surveyStateNames: Readonly<Record<SurveyState, string>> = {
  draft: 'Not opened yet',
  open: 'Open',
  'past-date': 'Last day is over',
  closed: 'Closed',
  removed: 'Answers removed'
};

/** What a survey owes, in words. */
export const owedNames: Readonly<Record<OwedBySurvey['owed'], string>> = {
  'to-remove': 'Single answers were to be removed by',
  'to-close': 'Last day to answer was',
  'to-code': 'Answers to be read through and coded',
  'closes-soon': 'Closes on'
};

const missingWords: Readonly<Record<Missing, string>> = {
  why: 'why you ask',
  whatNext: 'what will come of it',
  forWhom: 'who it is for',
  contact: 'whom people can ask about it',
  closesOn: 'a last day to answer that is still to come',
  keepUntil: 'the day until which answers are kept',
  questions: 'at least one question'
};

/** What a survey lacks before it can be opened, as one sentence. */
export function missingSentence(missing: readonly Missing[]): string {
  const words = missing.map((part) => missingWords[part]);
  const last = words.pop() ?? '';
  return `To be open, it needs ${words.length === 0 ? last : `${words.join(', ')} and ${last}`}.`;
}

export type SurveyProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'kept-too-short' | 'kept-too-long' }
  | { readonly kind: 'not-ready'; readonly missing: readonly Missing[] }
  | { readonly kind: 'has-answers' }
  | { readonly kind: 'too-few-choices' }
  | { readonly kind: 'same-choice' }
  | { readonly kind: 'too-many-questions' }
  | { readonly kind: 'not-open' }
  | { readonly kind: 'not-closed' }
  | { readonly kind: 'removed-already' }
  | { readonly kind: 'day-ahead'; readonly field: string }
  | { readonly kind: 'day-past'; readonly field: string }
  | { readonly kind: 'days-backwards' }
  | { readonly kind: 'coded-already' }
  | { readonly kind: 'no-such-sentence' }
  | { readonly kind: 'no-consent-to-quote' }
  | { readonly kind: 'own-quote' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'erased' };

type Explained = string | { field: string; sentence: string };

export function explainSurveyProblem(problem: SurveyProblem): Explained {
  switch (problem.kind) {
    case 'not-found':
      return 'This is not here any more.';
    case 'kept-too-short':
      return {
        field: 'keepUntil',
        sentence: 'Answers must be kept at least until the last day to answer. Enter a later day.'
      };
    case 'kept-too-long':
      return {
        field: 'keepUntil',
        sentence:
          'Keep single answers for at most three years after the last day to answer. The counts stay. Enter an earlier day.'
      };
    case 'not-ready':
      return missingSentence(problem.missing);
    case 'has-answers':
      return 'People have answered already, so the questions stay as they were asked. Make a new survey to ask something else.';
    case 'too-few-choices':
      return { field: 'options', sentence: 'Enter at least two choices, one a line' };
    case 'same-choice':
      return { field: 'options', sentence: 'Two choices say the same: change one' };
    case 'too-many-questions':
      return `A survey has at most ${mostQuestions} questions. Remove one first, or ask it another time.`;
    case 'not-open':
      return 'This survey is not open.';
    case 'not-closed':
      return 'Close the survey first: answers are removed all together.';
    case 'removed-already':
      return 'The answers were removed already. Only the counts are left.';
    case 'day-ahead':
      return {
        field: problem.field,
        sentence: 'This day has not come yet. Enter today or an earlier day.'
      };
    case 'day-past':
      return {
        field: problem.field,
        sentence: 'This day is over. Enter a day that is still to come.'
      };
    case 'days-backwards':
      return { field: 'toOn', sentence: 'This day comes before the first. Enter a later day.' };
    case 'coded-already':
      return {
        field: 'words',
        sentence:
          'Sentences of this note belong to themes, so its words stay as they are. Take them out of their themes first.'
      };
    case 'no-such-sentence':
      return { field: 'sentences', sentence: 'Choose sentences of this note.' };
    case 'no-consent-to-quote':
      return 'They did not agree to be quoted. What they said counts in its themes all the same.';
    case 'own-quote':
      return 'You made this quote. Somebody else must look at it before it can be shown.';
    case 'name-taken':
      return { field: 'name', sentence: 'There is a theme of this name. Choose another name.' };
    case 'erased':
      return 'What was said here has been erased.';
  }
}

/** What is wrong with an answer, said to whoever answers. */
function answerSentence(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'answer-missing':
      return 'Answer this question';
    case 'not-a-choice':
      return 'Choose from what is offered';
    case 'not-a-number':
      return `Enter a whole number from 0 to ${problem.most}`;
    case 'answer-too-long':
      return `Shorten this to ${problem.most.toLocaleString('en-GB')} characters`;
    case 'personal-details-in-answer':
      return `There seems to be ${findsInWords(problem.found)} in this. Please take it out: we do not want to know who you are`;
  }
}

/** Why an answer by link was not taken. */
export type RespondProblem =
  | { readonly kind: 'no-such-survey' }
  | { readonly kind: 'survey-closed' }
  | { readonly kind: 'form-out-of-date' }
  /** The form was not shown by this server, or too long ago. */
  | { readonly kind: 'form-unknown' }
  | { readonly kind: 'too-many-at-once'; readonly minutes: number }
  | {
      readonly kind: 'answers-refused';
      readonly problems: Readonly<Record<string, AnswerProblem>>;
      readonly agreed: boolean;
    };

export const respondSentences = {
  agree: 'Tick the box if you agree. Without it we may not keep your answers',
  tooMany: (minutes: number) =>
    `Many people are answering just now. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and press the button again: what you wrote is still here.`,
  tooLarge: 'This is more than the form can take. Shorten what you wrote and send it again.',
  outOfDate:
    'What people agree to has been reworded since you opened this page. Read it below, then send your answers again.',
  shownLongAgo:
    'This form was opened too long ago to be sent. Everything you wrote is still here: press the button again.',
  again: 'These answers had come in already. Nothing was saved twice.'
} as const;

const speakersOf: Readonly<Record<Speaker, string>> = {
  parent: 'parents and carers',
  child: 'children',
  practitioner: 'people who work with children',
  other: 'people'
};

/**
 * What the answers can tell and what they cannot, in two sentences that stand beside every result.
 * @example
 * sampleSentence({ responses: 34, questions: [] }, 'parent')
 * // 'This is what 34 parents and carers said who were reached and chose to answer. …'
 */
export function sampleSentence({ responses }: Pick<Tallies, 'responses'>, saidBy: Speaker): string {
  if (responses === 0) return 'Nobody has answered yet.';
  const who = responses === 1 ? 'one person' : `${responses} ${speakersOf[saidBy]}`;
  const few =
    responses < 30
      ? ' With so few, one more answer could change the picture: read it for what to ask next, not for how many.'
      : '';
  return `This is what ${who} said who were reached and chose to answer. It cannot tell what share of all ${speakersOf[saidBy]} would say the same, because those who were not reached, or did not want to answer, may differ.${few}`;
}

/** When the counts that leave were fixed, and why nothing that came later is among them. */
export function fixedSentence(fixedOn: string): string {
  return `Counted at the end of ${sayDate(fixedOn)}, the day on which the survey was closed. What came or was set aside later is not among these numbers: two counts that differ by a few people would tell what these few answered.`;
}

/** Why the counts of a survey do not leave yet. */
export const notClosedSentence =
  'The counts to share are made when the survey is closed: counted again after each answer, they would tell what single people said. Type in the forms on paper and set answers aside first, then close it.';

/** How many answers are set aside, and why, to stand beside the results; `count` as it may be told. Empty where none are. */
export function setAsideSentences(
  count: string,
  stretches: readonly Pick<SurveyStretch, 'fromOn' | 'toOn' | 'reason'>[]
): string[] {
  if (stretches.length === 0) return [];
  const days = ({ fromOn, toOn }: (typeof stretches)[number]) =>
    fromOn === toOn ? sayDate(fromOn) : `${sayDate(fromOn)} to ${sayDate(toOn)}`;
  return [
    `Set aside and not counted: ${count}.`,
    ...stretches.map((one) => `Answers by link, ${days(one)}: ${one.reason}`)
  ];
}

/** The most chosen answer, in a sentence for whoever does not read the bars. */
export function tallySentence(
  tally: {
    readonly labels: readonly string[];
    readonly counts: readonly number[];
    readonly answered: number;
  },
  isOrdered: boolean
): string {
  if (tally.answered === 0) return 'Nobody answered this question.';
  const most = Math.max(...tally.counts);
  const leading = tally.labels.filter((_, place) => tally.counts[place] === most);
  const leader = leading.map((label) => `“${label}”`).join(' and ');
  const verb = isOrdered ? 'said most often' : 'chosen most often';
  return `${leader} ${leading.length === 1 ? 'was' : 'were'} ${verb}: ${most} of ${tally.answered} who answered.`;
}

/** What is wrong with the answers of a form, by the name of the field, in the order of the questions. */
export function answerErrors(refused: {
  readonly problems: Readonly<Record<string, AnswerProblem>>;
  readonly agreed: boolean;
}): Record<string, string> {
  const errors = Object.fromEntries(
    Object.entries(refused.problems).map(([field, problem]) => [field, answerSentence(problem)])
  );
  return refused.agreed ? errors : { ...errors, agreed: respondSentences.agree };
}
