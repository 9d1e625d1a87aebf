/** How far work joins up, from the lightest to the fullest. Several may hold at once, for different parts or phases. */
export const approaches = ['partnership', 'common', 'unified'] as const;
export type Approach = (typeof approaches)[number];

/** How one service over all areas is led. */
export const unifiedForms = ['lead-authority', 'consortium', 'commissioned'] as const;
export type UnifiedForm = (typeof unifiedForms)[number];

export const proposalKinds = ['programme', 'service-collaboration', 'other'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** How a proposal answers to a principle. */
export const fits = ['fits', 'partly', 'does-not', 'does-not-apply'] as const;
export type Fit = (typeof fits)[number];

/** What a round says of a proposal by one principle, in the words that the principle had on that day. */
export type PrincipleAnswer = {
  readonly principleId: string;
  readonly title: string;
  readonly question: string;
  readonly fit: Fit;
  readonly reason: string;
};

/** What a group may say of a proposal. */
export const outcomes = ['go-ahead', 'with-changes', 'not-now', 'no'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a lesson about working together is about. */
export const lessonSubjects = [
  'starting-point',
  'purpose',
  'trust',
  'leaders-time',
  'leadership',
  'teams',
  'evidence',
  'persistence',
  'other'
] as const;
export type LessonSubject = (typeof lessonSubjects)[number];

/** Where somebody is wanted: in the partnership itself, or among those around it. */
export const circles = ['core', 'coalition'] as const;
export type Circle = (typeof circles)[number];

/** What somebody would bring to a coalition. */
export const soughtReasons = ['mobilise', 'bring', 'foundations', 'pool'] as const;
export type SoughtReason = (typeof soughtReasons)[number];

/** What is wanted of somebody. */
export const soughtParts = ['backing', 'alignment', 'reach'] as const;
export type SoughtPart = (typeof soughtParts)[number];

export const soughtStandings = ['thought-of', 'invited', 'takes-part', 'declined'] as const;
export type SoughtStanding = (typeof soughtStandings)[number];

/** The steps by which a partnership looks at who is in it, in their order. */
export const lookSteps = ['reach', 'gaps', 'widening', 'after-priorities'] as const;
export type LookStep = (typeof lookSteps)[number];

/** Whether a lesson still holds. */
export const holdings = ['yes', 'partly', 'no'] as const;
export type Holding = (typeof holdings)[number];

/** What governance is there for. */
export const governanceFunctions = [
  'planning',
  'commitment',
  'protection',
  'risk',
  'monitoring'
] as const;
/** What good governance is like, whatever its form. */
export const governanceFeatures = [
  'accountability',
  'diversity',
  'equity',
  'transparency'
] as const;
export const governanceParts = [...governanceFunctions, ...governanceFeatures] as const;
export type GovernancePartName = (typeof governanceParts)[number];

/** In which form the partners are bound, from the loosest. */
export const legalForms = [
  'informal',
  'memorandum',
  'hosted',
  'joint-committee',
  'charity-or-company',
  'other'
] as const;
export type LegalForm = (typeof legalForms)[number];

/** Whether a partner keeps what it committed to. */
export const keepings = ['kept', 'partly', 'not-kept'] as const;
export type Keeping = (typeof keepings)[number];

/** Policies and protections that every partner is asked for. The list is ours. */
export const policies = [
  'safeguarding',
  'data-protection',
  'insurance',
  'complaints',
  'equality'
] as const;
export type Policy = (typeof policies)[number];

export const policyStandings = ['seen', 'asked-for', 'not-needed'] as const;
export type PolicyStanding = (typeof policyStandings)[number];

/** Something the partnership does, and the arrangement that fits it; empty where none is named. */
export type HeadlineActivity = { readonly activity: string; readonly arrangement: string };
