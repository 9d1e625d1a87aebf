import type { FactorId } from '#modules/vocabulary';

/** In what role somebody says something. Never who they are. */
export const speakers = ['parent', 'child', 'practitioner', 'other'] as const;
export type Speaker = (typeof speakers)[number];

export const questionKinds = ['one', 'several', 'scale', 'people', 'short', 'long'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question of a survey. `options` are the choices, or the words of a scale from one end to the other; empty for other kinds. */
export type SurveyQuestion = {
  readonly id: string;
  readonly surveyId: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly hint: string;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly version: number;
};

export type SurveyStatus = 'draft' | 'open' | 'closed';

/** What a respondent is told: who asks whom, why, and what will come of it. */
export type SurveyWords = {
  readonly title: string;
  readonly askedBy: string;
  readonly why: string;
  readonly whatNext: string;
  readonly forWhom: string;
  /** Whom to ask about it: a role, a telephone number or an e-mail address that is meant to be seen. */
  readonly contact: string;
};

export type Survey = SurveyWords & {
  readonly id: string;
  readonly saidBy: Speaker;
  /** The last day on which it can be answered. */
  readonly closesOn: string | null;
  /** The last day on which single answers may be kept. */
  readonly keepUntil: string | null;
  readonly consent: string;
  readonly consentNumber: number;
  readonly needsQuestionId: string | null;
  readonly status: SurveyStatus;
  /** The unguessable part of its link; null until it was opened. */
  readonly token: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly answersRemovedOn: string | null;
  readonly madeUp: boolean;
  readonly version: number;
};

/** One answer: the place of a choice in the options, several places, a number of people, or a text. */
export type Answer = number | readonly number[] | string;
/** Answers by question; a question left out is not there. */
export type Answers = Readonly<Record<string, Answer>>;

export type Response = {
  readonly id: string;
  readonly answeredOn: string;
  readonly way: 'link' | 'paper';
  readonly consentNumber: number;
  readonly mayQuote: boolean;
  readonly answers: Answers;
};

export const voiceMethods = [
  'listening-session',
  'interview',
  'ethnography',
  'survey',
  'other'
] as const;
export type VoiceMethod = (typeof voiceMethods)[number];

export const consents = ['spoken', 'written', 'survey'] as const;
export type Consent = (typeof consents)[number];

export const settingKinds = [
  'nursery',
  'school',
  'childminder',
  'family-hub',
  'health',
  'library',
  'community',
  'home',
  'online',
  'not-known'
] as const;
export type SettingKind = (typeof settingKinds)[number];

/** Something that was said, as it was noted. It names nobody. */
export type Voice = {
  readonly id: string;
  /** What the note is of, in a few words. */
  readonly title: string;
  readonly method: VoiceMethod;
  readonly heardOn: string;
  readonly settingKind: SettingKind;
  readonly saidBy: Speaker;
  /** How many people spoke; null where nobody counted. */
  readonly peopleCount: number | null;
  /** Empty once it was erased. */
  readonly words: string;
  readonly consent: Consent;
  readonly mayQuote: boolean;
  readonly keepUntil: string | null;
  readonly needsQuestionId: string | null;
  readonly surveyId: string | null;
  readonly codingDone: boolean;
  readonly withdrawnOn: string | null;
  readonly erasedOn: string | null;
  readonly version: number;
};

/** What several voices have in common, tied to factors of the spine. */
export type Theme = {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly factors: readonly FactorId[];
  readonly version: number;
};

/** Sentences of a voice, counted from zero, both ends included, that speak of a theme. */
export type Passage = {
  readonly id: string;
  readonly voiceId: string;
  readonly themeId: string;
  readonly first: number;
  readonly last: number;
};

/** Words made ready to be shown. Nobody outside sees them before somebody else than the maker has looked. */
export type Quote = {
  readonly id: string;
  readonly voiceId: string;
  readonly themeId: string;
  readonly words: string;
  readonly saidBy: Speaker;
  readonly madeBy: string;
  readonly madeById: string;
  readonly madeOn: string;
  readonly checkedBy: string | null;
  readonly checkedOn: string | null;
  readonly version: number;
};
