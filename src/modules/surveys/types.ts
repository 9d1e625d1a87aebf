/** In what role somebody says something. Never who they are. */
export const speakers = ['parent', 'child', 'practitioner', 'other'] as const;
export type Speaker = (typeof speakers)[number];

export const questionKinds = ['one', 'several', 'scale', 'people', 'short', 'long'] as const;
export type QuestionKind = (typeof questionKinds)[number];

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
