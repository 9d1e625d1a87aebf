import type { FigureStatus } from './types.ts';

/** A status as it comes from the database, where a check constraint holds it to these words. */
export function statusOf(text: string): FigureStatus {
  return text as FigureStatus;
}
