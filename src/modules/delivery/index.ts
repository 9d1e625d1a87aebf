/** The delivery plan: priority → aim → action, with lead, dates, status and history. */
export * from './types.ts';
export { actionsCsv } from './actions-csv.ts';
export { actionLabels, aimLabels, priorityLabels, progressLabels } from './labels.ts';
export {
  actionStatuses,
  byAttention,
  daysUntil,
  gapsOf,
  isOpen,
  slippageOf,
  soonDays,
  type Slippage
} from './rules.ts';
export {
  explainDeliveryProblem,
  slippageNames,
  statusNames,
  type DeliveryProblem
} from './sentences.ts';
