import type {
  Approach,
  Fit,
  Holding,
  LessonSubject,
  Outcome,
  ProposalKind,
  UnifiedForm
} from './types.ts';

type Names<Value extends string> = Readonly<Record<Value, string>>;

export const approachNames: Names<Approach> = {
  partnership: 'Working in partnership',
  common: 'A common approach',
  unified: 'One service'
};
export const approachHints: Names<Approach> = {
  partnership: 'People of several bodies discuss, question each other and share what they learn',
  common: 'Needs and services are planned together; each partner delivers in its own way',
  unified: 'One service under one leader for every area, answered for by all'
};
export const unifiedFormNames: Names<UnifiedForm> = {
  'lead-authority': 'One body leads for the others',
  consortium: 'A consortium that one body hosts',
  commissioned: 'All commission another body together'
};
export const proposalKindNames: Names<ProposalKind> = {
  programme: 'A programme',
  'service-collaboration': 'Services that work together',
  other: 'Something else'
};
export const fitNames: Names<Fit> = {
  fits: 'Fits',
  partly: 'Partly',
  'does-not': 'Does not',
  'does-not-apply': 'Does not apply'
};
export const outcomeNames: Names<Outcome> = {
  'go-ahead': 'Go ahead',
  'with-changes': 'Go ahead with changes',
  'not-now': 'Not now',
  no: 'No'
};
export const lessonSubjectNames: Names<LessonSubject> = {
  'starting-point': 'The starting point: where partners come from',
  purpose: 'A purpose that is shared',
  trust: 'Trust',
  'leaders-time': 'Leaders’ time',
  leadership: 'How well it is led',
  teams: 'Taking teams along',
  evidence: 'Evidence',
  persistence: 'Keeping at it, stage by stage',
  other: 'Something else'
};
/** In a word or two, for tables. */
export const lessonSubjectWords: Names<LessonSubject> = {
  'starting-point': 'The starting point',
  purpose: 'Purpose',
  trust: 'Trust',
  'leaders-time': 'Leaders’ time',
  leadership: 'Leadership',
  teams: 'Teams',
  evidence: 'Evidence',
  persistence: 'Persistence',
  other: 'Something else'
};
export const holdingNames: Names<Holding> = {
  yes: 'It still holds',
  partly: 'It holds in part',
  no: 'It no longer holds'
};
