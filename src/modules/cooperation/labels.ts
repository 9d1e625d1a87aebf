import type {
  Approach,
  Circle,
  Fit,
  GovernancePartName,
  Holding,
  Keeping,
  LegalForm,
  LessonSubject,
  LookStep,
  Outcome,
  Policy,
  PolicyStanding,
  ProposalKind,
  SoughtPart,
  SoughtReason,
  SoughtStanding,
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

/** In a few words, for forms, tables and files. */
export const partNames: Names<GovernancePartName> = {
  planning: 'Planning and delivery are driven',
  commitment: 'Partners stand by what they agreed',
  protection: 'Partners have the policies they need',
  risk: 'Risk is managed',
  monitoring: 'Results are watched and judged together',
  accountability: 'Accountable to children and families first',
  diversity: 'Many agencies, and families',
  equity: 'Whoever gives has a say',
  transparency: 'Decisions can be seen'
};
/** What each asks, in our words. */
export const partMeanings: Names<GovernancePartName> = {
  planning: 'Somebody keeps the plan and its delivery moving over the whole area.',
  commitment: 'Partners are bought in, and held to the activities they agreed to.',
  protection: 'Each partner that takes part has the policies and protections that the work needs.',
  risk: 'Risks to practice, to what supports it such as money, and to good name are kept in view.',
  monitoring: 'Figures are brought together, held and read for the whole partnership.',
  accountability:
    'It answers to children and families first, then to partners and funders, and to those who are not at the table.',
  diversity: 'Several agencies and families themselves have a place in it.',
  equity: 'Partners who give time or money have a say in what is done with it.',
  transparency:
    'How decisions are made is written down and shared, and interests that might conflict are declared.'
};
export const legalFormNames: Names<LegalForm> = {
  informal: 'Informal',
  memorandum: 'A memorandum of understanding',
  hosted: 'Hosted by one body',
  'joint-committee': 'A joint committee or board',
  'charity-or-company': 'A charity or company of its own',
  other: 'Another form'
};
export const legalFormHints: Names<LegalForm> = {
  informal: 'Partners meet and agree; nothing is signed',
  memorandum: 'Partners sign what they mean to do; it binds nobody in law',
  hosted: 'One body employs and holds money for all',
  'joint-committee': 'Public bodies give it powers of their own',
  'charity-or-company': 'It can employ, contract and be sued in its own name',
  other: 'Say which under why'
};
export const keepingNames: Names<Keeping> = {
  kept: 'Kept',
  partly: 'Kept in part',
  'not-kept': 'Not kept'
};
export const policyNames: Names<Policy> = {
  safeguarding: 'Safeguarding',
  'data-protection': 'Data protection',
  insurance: 'Insurance',
  complaints: 'Complaints',
  equality: 'Equality'
};
export const policyStandingNames: Names<PolicyStanding> = {
  seen: 'Seen',
  'asked-for': 'Asked for, not seen yet',
  'not-needed': 'Not needed of this partner'
};
/** What was agreed together of a function or feature, by the instrument of governance. */
export const surenessNames: Readonly<Record<string, string>> = {
  low: 'Low confidence',
  moderate: 'Moderate confidence',
  high: 'High confidence'
};
export const surenessShapes = { low: 'square', moderate: 'triangle', high: 'circle' } as const;
export const circleNames: Names<Circle> = {
  core: 'In the core partnership',
  coalition: 'In the wider coalition'
};
export const circleHints: Names<Circle> = {
  core: 'They decide with you and answer for it',
  coalition: 'They help, each in their own way, and decide for themselves'
};
export const soughtReasonNames: Names<SoughtReason> = {
  mobilise: 'They bring families and neighbours with them',
  bring: 'Skills, experience, connections or means that are missing',
  foundations: 'Without them what you plan could not be carried out',
  pool: 'Less is done twice, and means are put together'
};
export const soughtPartNames: Names<SoughtPart> = {
  backing: 'Backing',
  alignment: 'Alignment',
  reach: 'Reach and services'
};
export const soughtPartHints: Names<SoughtPart> = {
  backing: 'Nothing goes ahead without their support',
  alignment: 'They lead work that yours should fit',
  reach: 'They reach families, run services or can change how the system works'
};
export const soughtStandingNames: Names<SoughtStanding> = {
  'thought-of': 'Not asked yet',
  invited: 'Invited',
  'takes-part': 'Takes part',
  declined: 'Declined'
};
export const lookStepNames: Names<LookStep> = {
  reach: 'Reach and influence',
  gaps: 'Gaps on the maps',
  widening: 'Whether to widen',
  'after-priorities': 'Once priorities are chosen'
};
export const lookStepHints: Names<LookStep> = {
  reach: 'How far do those at the table reach within the boundary, and whom can they move?',
  gaps: 'Which sectors, and which users of services, stand on the maps and are not at the table?',
  widening: 'Would somebody more make the partnership stronger, or slower?',
  'after-priorities': 'Are those here whom the priorities need? Look again when they are chosen.'
};
