import type { ShapeName } from '#design';
import type { Confidence } from '#modules/vocabulary';

/** The shape that stands for how sure we are; its word stands beside it or in the key. */
export const doubtShapes: Readonly<Record<Confidence, ShapeName>> = {
  high: 'circle',
  medium: 'half',
  low: 'ring',
  none: 'question'
};
