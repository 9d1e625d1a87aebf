import type { FactorId } from '#modules/vocabulary';

/** What should be said of everything that is collected. An empty text means that nobody has said it yet. */
export type Why = {
  readonly why: string;
  readonly forWhom: string;
  readonly usedBy: string;
  /** People's time that collecting it takes, in words: "two hours a term, each nursery". */
  readonly workCost: string;
  readonly cameOfIt: string;
};

/** An entry of the data library: where knowledge of local need comes from, and what it is worth. */
export type DataSource = Why & {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Which children, where and when. */
  readonly coverage: string;
  readonly strengths: string;
  readonly limitations: string;
  readonly licence: string;
  /** An address that begins with http, or empty. */
  readonly link: string;
  readonly factors: readonly FactorId[];
  /** Indicators whose figures come from it. One that is no longer followed is not shown. */
  readonly indicatorIds: readonly string[];
  /** The day to which its newest figures belong, `2026-11-21`. */
  readonly freshOn: string | null;
  readonly version: number;
};

export const methods = [
  'existing-data',
  'survey',
  'listening-session',
  'interview',
  'ethnography',
  'other'
] as const;
export type Method = (typeof methods)[number];

export const questionStatuses = ['open', 'under-way', 'answered', 'dropped'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

/** A line of the needs-analysis plan: a gap in what we know, the question it raises, and how it will be answered. */
export type NeedsQuestion = {
  readonly id: string;
  readonly gap: string;
  readonly question: string;
  readonly method: Method;
  /** Money and people's time. */
  readonly resource: string;
  readonly ownerRole: string;
  readonly dueOn: string | null;
  readonly factor: FactorId | null;
  readonly dataSourceId: string | null;
  readonly finding: string;
  readonly foundOn: string | null;
  /** `answered` only where there is a finding with its day. */
  readonly status: QuestionStatus;
  readonly version: number;
};

/** Whether a person can be told from it: `pseudonymous` data can be tied to a person again, so it stays personal data. */
export const subjects = ['identifiable', 'pseudonymous', 'none'] as const;
export type Subject = (typeof subjects)[number];

export const assessments = ['needed', 'not-needed', 'done'] as const;
export type Assessment = (typeof assessments)[number];

/** An entry of the register of data items. `null` stands where nobody has answered yet. */
export type DataItem = Why & {
  readonly id: string;
  readonly title: string;
  readonly heldWhere: string;
  readonly subject: Subject;
  readonly specialCategory: boolean;
  /** An id of the pack of law, for UK GDPR Article 6. */
  readonly lawfulBasis: string | null;
  /** An id of the pack of law, for UK GDPR Article 9. */
  readonly specialCondition: string | null;
  readonly shared: boolean | null;
  readonly sharedWith: string;
  /** Empty while there is no agreement. */
  readonly agreementReference: string;
  readonly agreementOn: string | null;
  /** Data protection impact assessment. */
  readonly assessment: Assessment | null;
  readonly assessedOn: string | null;
  readonly retention: string;
  readonly ownerRole: string;
  readonly reviewOn: string | null;
  readonly version: number;
};
