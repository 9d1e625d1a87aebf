/** What might go wrong with the plan, what it needs, who gives it, and what there is. */
export * from './amounts.ts';
export * from './kinds.ts';
export * from './labels.ts';
export {
  levelOf,
  priorityOf,
  unitOf,
  type Against,
  type PlanHere,
  type Sum,
  type SumRow
} from './rules.ts';
export * from './tables.ts';
export * from './types.ts';
