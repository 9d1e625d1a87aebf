import type { MeasureRecord } from '../measures/measure-chart.ts';
import type { Collation } from '../rules.ts';
import type { MeasureAnnotation, Test } from '../types.ts';
import type { ChangeIdea, Project } from './kinds.ts';

/** A project with everything that belongs to it. */
export type ProjectRecord = {
  readonly project: Project;
  readonly ideas: ChangeIdea[];
  /** Oldest first. */
  readonly tests: Test[];
  readonly counts: Collation;
  readonly measures: (MeasureRecord & { readonly annotations: readonly MeasureAnnotation[] })[];
};
