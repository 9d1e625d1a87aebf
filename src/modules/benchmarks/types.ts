/** How often a setting uses an approach. */
export const howOftens = ['daily', 'weekly', 'monthly', 'termly', 'less'] as const;
export type HowOften = (typeof howOftens)[number];

/** How many of a setting's families an approach reaches. */
export const reaches = ['few', 'some', 'most', 'all'] as const;
export type Reach = (typeof reaches)[number];

/** What a setting says of one approach that it uses. Texts are empty, and the others null, where nothing was said. */
export type Use = {
  /** In the words of the survey. */
  readonly approach: string;
  /** A month such as `2024-09`, or a year such as `2024`. */
  readonly since: string | null;
  readonly forWhom: string;
  readonly howOften: HowOften | null;
  readonly reach: Reach | null;
  /** From 1, on the survey's own scale. */
  readonly howWell: number | null;
  readonly evidence: string;
  /** The transitions at which it is used, in the words of the survey. */
  readonly transitions: readonly string[];
};

/** Everything that a setting says in a round. `uses` is empty where it uses none of the approaches. */
export type Answer = {
  readonly uses: readonly Use[];
  readonly hinders: string;
  readonly wantsSupport: boolean;
  /** A role, not a person. */
  readonly saidBy: string;
};

/** The longest texts of an answer, in characters. */
export const longest = { line: 200, text: 1000 } as const;
