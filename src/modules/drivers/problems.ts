import type { ChangedMeanwhile } from '#platform/command';
import type { HangProblem } from './graph.ts';

/** A factor that the spine does not have. */
export type UnknownFactor = { readonly kind: 'unknown-factor'; readonly factorId: string };

/** Ways that a change to a driver diagram can be refused. */
export type DriverProblem =
  | ChangedMeanwhile
  | HangProblem
  | UnknownFactor
  | { readonly kind: 'unknown-measure' }
  /** What hangs where was changed since the page was read. */
  | { readonly kind: 'diagram-changed'; readonly by: string; readonly at: Date }
  | { readonly kind: 'nothing-to-name' }
  | { readonly kind: 'diagram-begun' }
  | { readonly kind: 'nothing-to-begin-with' };
