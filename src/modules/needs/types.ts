/** What kind of answer a question of need wants. */
export const answerForms = ['figures', 'words', 'both'] as const;
export type AnswerForm = (typeof answerForms)[number];

/** Whether the time and money that a question needs are there. */
export const meansThere = ['there', 'partly', 'missing'] as const;
export type Means = (typeof meansThere)[number];

export const methods = [
  'existing-data',
  'survey',
  'listening-session',
  'interview',
  'ethnography',
  'other'
] as const;
export type Method = (typeof methods)[number];

/** A question is `answered` only where there is a finding with its day. */
export const questionStatuses = ['open', 'under-way', 'answered', 'dropped'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

/** Whether a person can be told from it: `pseudonymous` data can be tied to a person again, so it stays personal data. */
export const subjects = ['identifiable', 'pseudonymous', 'none'] as const;
export type Subject = (typeof subjects)[number];

/** Data protection impact assessment. */
export const assessments = ['needed', 'not-needed', 'done'] as const;
export type Assessment = (typeof assessments)[number];

/** Whether the body that holds a data item is a public authority: a council, a health board, a school. */
export const holders = ['public-authority', 'another-body'] as const;
export type Holder = (typeof holders)[number];
