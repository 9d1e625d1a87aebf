import type { Brand } from '#core/brand';

/** The name of an outcome in the loaded spine, such as `communication`. Kebab case, stable for ever. */
export type OutcomeId = Brand<string, 'OutcomeId'>;
/** The name of an age band in the loaded spine, such as `months-8-36`. */
export type AgeId = Brand<string, 'AgeId'>;
/** The name of a factor in the loaded spine, such as `play-and-verbal-exchanges`. */
export type FactorId = Brand<string, 'FactorId'>;
/** The name of a group of factors, such as `parents-and-carers`. */
export type FactorGroupId = Brand<string, 'FactorGroupId'>;
/** The name of a kind of action, such as `improve`. */
export type ActionKindId = Brand<string, 'ActionKindId'>;
/** The name of a stage of the journey, such as `local-priorities`. */
export type StageId = Brand<string, 'StageId'>;
/** The name of a content pack, such as `spine/early-years`; also its folder below `content/`. */
export type PackId = Brand<string, 'PackId'>;

/** What a child gains. A foundation is one on which the primary outcomes rest. */
export interface Outcome {
  readonly id: OutcomeId;
  readonly title: string;
  /** How a parent would say it: used on public pages. */
  readonly plainTitle: string;
  readonly description: string;
  readonly kind: 'primary' | 'foundation';
}

/** A band of ages. Bands overlap on purpose; month 0 is birth and months before it are negative. */
export interface Age {
  readonly id: AgeId;
  readonly title: string;
  readonly plainTitle: string;
  /** First month of the band, inclusive. */
  readonly fromMonth: number;
  /** Last month of the band, inclusive. */
  readonly toMonth: number;
  /** True when the band runs on beyond `toMonth` ("60+"). */
  readonly openEnded: boolean;
}

export interface FactorGroup {
  readonly id: FactorGroupId;
  readonly title: string;
  readonly plainTitle: string;
}

/** How near to the child a factor acts. `null` where no source says. */
export type Distance = 'proximal' | 'distal' | null;

/** Something that helps or hinders an outcome, and that a place can act on. */
export interface Factor {
  readonly id: FactorId;
  readonly group: FactorGroupId;
  readonly title: string;
  readonly plainTitle: string;
  /** One everyday sentence. */
  readonly description: string;
  /** What more of the factor, as named, means for a child: `overcrowded-accommodation` is `worse`. */
  readonly moreIs: 'better' | 'worse';
  readonly distance: Distance;
  /** Where `distance` comes from; `null` when it is not known. */
  readonly distanceSource: string | null;
  /** Words by which a service may be known to address it, in small letters; they suggest and never decide. */
  readonly words?: readonly string[];
}

/** What a partnership may decide to do about a factor. */
export interface ActionKind {
  readonly id: ActionKindId;
  readonly title: string;
  readonly plainTitle: string;
  readonly description: string;
  /** True for the three that lead to work with families; false for holding, changing or learning first. */
  readonly isChange: boolean;
}

/** The shared vocabulary of a field. Everything in Cairn is tied to it by id. */
export interface Spine {
  readonly outcomes: readonly Outcome[];
  readonly ages: readonly Age[];
  readonly factorGroups: readonly FactorGroup[];
  readonly factors: readonly Factor[];
  readonly actionKinds: readonly ActionKind[];
}

/** What is wrong in a content file. `path` is the place in the file, such as `factors.3.group`. */
export type PackProblem =
  | {
      readonly kind: 'wrong-shape';
      readonly file: string;
      readonly path: string;
      readonly expected: string;
    }
  | {
      readonly kind: 'unknown-id';
      readonly file: string;
      readonly path: string;
      readonly id: string;
    }
  | {
      readonly kind: 'repeated-id';
      readonly file: string;
      readonly path: string;
      readonly id: string;
    }
  | {
      readonly kind: 'missing-entry';
      readonly file: string;
      readonly path: string;
      readonly id: string;
    }
  | {
      readonly kind: 'out-of-order';
      readonly file: string;
      readonly path: string;
      readonly expected: string;
    };
