/** How strongly a factor bears on an outcome at an age. `unknown` is never zero and never `no-link`. */
export const strengths = ['critical', 'strong', 'moderate', 'no-link', 'unknown'] as const;
export type Strength = (typeof strengths)[number];

/** How sure we are of a value. `none`: there is nothing to go on. */
export const confidences = ['high', 'medium', 'low', 'none'] as const;
export type Confidence = (typeof confidences)[number];

/** How secure the evidence is that a factor can be improved. `unknown` is not `none`. */
export const securities = ['strong', 'mixed', 'none', 'unknown'] as const;
export type Security = (typeof securities)[number];
