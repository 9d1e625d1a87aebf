/** The delivery plan: priority → aim → action, with lead, dates, status and history. */
export { actionsCsv } from './actions-csv.ts';
export * from './kinds.ts';
export {
  byAttention,
  daysUntil,
  gapsOf,
  isOpen,
  slippageOf,
  soonDays,
  type Slippage
} from './rules.ts';
export { slippageNames, statusNames, statusesOffered } from './sentences.ts';
export * from './types.ts';
