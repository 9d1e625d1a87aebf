import type { DrawingBlock } from '#core/written-document';
import type { Brand } from '#core/brand';
import type { StrategySection } from '#modules/vocabulary';
import type { ChangedMeanwhile } from '#platform/command';

export type StrategyVersionId = Brand<string, 'StrategyVersionId'>;

/** What the records can say in a section, as the sections of the pack name it. */
export type RecordKind = StrategySection['filledFrom'][number];

/** What a partnership itself wrote in one section. */
export type SectionText = {
  /** The id of the section in the pack. */
  readonly section: string;
  /** Plain text; an empty line begins a new paragraph. */
  readonly text: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
};

/**
 * The records of other modules in words, as far as a strategy needs them. Whoever stands higher on the ladder gathers them;
 * a kind that is left out is not kept here, and the sections are silent about it.
 */
export type StrategyRecords = {
  /** The vision as the partnership's settings have it; empty while none is written. */
  readonly vision?: string;
  /** Chosen outcomes and factors. */
  readonly priorities?: {
    readonly outcomes: readonly {
      readonly title: string;
      readonly ages: readonly string[];
      readonly reason: string;
    }[];
    readonly factors: readonly {
      readonly id: string;
      readonly title: string;
      readonly reason: string;
      /** The kind of action in words; null until it is decided. */
      readonly actionKind: string | null;
      readonly actionReason: string;
    }[];
  };
  /** What is published about each chosen factor, in the words of the scales; null where it is unknown. */
  readonly evidence?: {
    /** Whose evidence it is, to be printed beside it; empty where none is loaded. */
    readonly source: string;
    readonly factors: readonly {
      readonly factor: string;
      readonly title: string;
      readonly matters: string | null;
      readonly works: string | null;
    }[];
  };
  readonly indicators?: readonly {
    readonly id: string;
    readonly title: string;
    /** The latest figure in words; null when there is none. */
    readonly figure: string | null;
    /** How it stands beside another place, in words. */
    readonly beside: string | null;
    /** A figure that its publisher has published already may leave the partnership; its own may not as it is. */
    readonly isPublished: boolean;
    /** Whether it is tied to a chosen outcome or factor. */
    readonly bearsOnChoice: boolean;
    readonly updatedAt: Date | null;
  }[];
  readonly services?: {
    readonly all: number;
    /** For each chosen factor, how many services address it. */
    readonly byFactor: readonly { readonly title: string; readonly services: number }[];
  };
  readonly groups?: readonly {
    readonly name: string;
    readonly purpose: string;
    readonly reportsTo: readonly string[];
    readonly hasFamilies: boolean;
  }[];
  /** Functions, legal form and commitments in words, and what is missing of governance, each with where it stands. */
  readonly governance?: {
    readonly lines: readonly {
      readonly text: string;
      readonly note: string;
      readonly path: string;
    }[];
    readonly gaps: readonly RecordGap[];
  };
  /** The working boundary and those that it is made of in words, and what nobody has said of boundaries. */
  readonly boundaries?: {
    readonly lines: readonly {
      readonly text: string;
      readonly note: string;
      readonly path: string;
    }[];
    readonly gaps: readonly RecordGap[];
  };
  readonly aims?: readonly {
    readonly id: string;
    readonly title: string;
    readonly priority: string;
    /** In words, as the plan has it; null without a date. */
    readonly due: string | null;
    readonly group: string | null;
    /** How far it is, where the reader is to know: done, stopped, or past its date; else empty. */
    readonly state: string;
  }[];
  readonly actions?: readonly {
    readonly id: string;
    readonly title: string;
    readonly lead: string;
    readonly dueOn: string | null;
    readonly due: string | null;
    readonly status: string;
    readonly isOpen: boolean;
    readonly hasResource: boolean;
  }[];
  readonly measures?: readonly {
    readonly id: string;
    readonly title: string;
    /** What its chart says. */
    readonly says: string;
  }[];
  readonly tests?: readonly {
    readonly projectId: string;
    readonly title: string;
    /** How many have happened. */
    readonly tests: number;
    /** How they came out, in words; empty before the first. */
    readonly cameOut: string;
    /** In words: "12 November 2026"; null before the first. */
    readonly last: string | null;
  }[];
};

/** One thing that the records say, with where to see it. */
export type RecordLine = {
  readonly text: string;
  /** What is said of it further. */
  readonly note?: string | undefined;
  /** A figure of the partnership's own, which must not leave it as it is. */
  readonly ownFigure?: string | undefined;
  /** The address behind the partnership's own: `/plan/aims/…`. */
  readonly path?: string | undefined;
};

/** Something the records lack, and where to mend it. */
export type RecordGap = { readonly text: string; readonly path: string };

/** What the records say under one heading. */
export type RecordList = {
  readonly kind: RecordKind;
  readonly title: string;
  /** A sentence before the lines. */
  readonly says?: string | undefined;
  readonly lines: readonly RecordLine[];
  readonly gaps: readonly RecordGap[];
  /** Where all of it is. */
  readonly path: string;
};

/** A section with the partnership's own text and what the records say. */
export type FilledSection = {
  readonly section: StrategySection;
  readonly own: SectionText | null;
  readonly paragraphs: readonly string[];
  readonly lists: readonly RecordList[];
};

/** How far the strategy is written. Units: counts of sections. */
export type Completeness = {
  readonly all: number;
  readonly withText: number;
  /** Titles of those without text. */
  readonly without: readonly string[];
};

/** One section of a version, as it stood. It keeps its own words, so that a later pack changes nothing in it. */
export type FrozenSection = {
  readonly id: string;
  readonly title: string;
  readonly plainTitle: string;
  readonly text: string;
  readonly lists: readonly {
    readonly kind: RecordKind;
    readonly title: string;
    readonly says: string;
    readonly lines: readonly {
      readonly text: string;
      readonly note: string;
      readonly ownFigure: string;
    }[];
  }[];
};

/** The whole document as it stood at a moment. */
export type FrozenStrategy = {
  /** Of the stored shape. */
  readonly format: 1;
  readonly place: string;
  readonly madeUp: boolean;
  readonly sections: readonly FrozenSection[];
  /** Measures as they were drawn when it was made, safe by the rule of the public page; left out in versions from before they were kept. */
  readonly charts?: readonly DrawingBlock[];
};

export type VersionStatus = 'draft' | 'approved' | 'published';

export type StrategyVersion = {
  readonly id: StrategyVersionId;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly status: VersionStatus;
  /** A group or body; empty until it has approved. */
  readonly approvedBy: string;
  readonly approvedOn: string | null;
  readonly madeAt: Date;
  readonly madeBy: string;
  /** When it was last made public. */
  readonly publishedAt: Date | null;
};

/** A version with its whole text. */
export type WholeVersion = StrategyVersion & { readonly content: FrozenStrategy };

export type StrategyProblem =
  | ChangedMeanwhile
  | { readonly kind: 'nothing-written' }
  | { readonly kind: 'approved-already' }
  | { readonly kind: 'approval-incomplete'; readonly lacks: 'approvedBy' | 'approvedOn' }
  | { readonly kind: 'approved-ahead' }
  | { readonly kind: 'not-approved' }
  | { readonly kind: 'not-published' };
