import type { Consent, QuestionKind, SettingKind, Speaker, VoiceMethod } from './types.ts';

/** The names of the fields, for forms, for pages and for the choice between two versions. */
export const surveyLabels = {
  title: 'Title',
  askedBy: 'Who asks',
  why: 'Why you ask',
  whatNext: 'What will come of it',
  forWhom: 'Who it is for',
  saidBy: 'In what role they answer',
  contact: 'Whom people can ask about it',
  closesOn: 'Last day to answer',
  keepUntil: 'Answers are kept until',
  needsQuestionId: 'Question of need it helps to answer',
  consent: 'What people agree to'
} as const;

export const surveyQuestionLabels = {
  kind: 'Kind of answer',
  text: 'Question',
  hint: 'A word of help',
  options: 'Choices',
  required: 'Must it be answered?'
} as const;

export const voiceLabels = {
  title: 'What this is a note of',
  method: 'How it was heard',
  heardOn: 'Heard on',
  settingKind: 'Kind of place',
  saidBy: 'Who spoke',
  peopleCount: 'How many people spoke',
  words: 'What was said',
  consent: 'How they agreed',
  mayQuote: 'Quoting',
  keepUntil: 'Keep until',
  needsQuestionId: 'Question of need it helps to answer'
} as const;

export const themeLabels = {
  name: 'Name',
  definition: 'What belongs here, and what does not',
  factors: 'Factors it speaks of'
} as const;

export const quoteLabels = { words: 'The words to be shown' } as const;

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
