import { dateOf } from '#core/dates';
import { fieldSentences } from './sentences.ts';

/** Whether a calendar date (`YYYY-MM-DD`) lies after the day it now is in the United Kingdom. */
export function isAhead(date: string, now: Date): boolean {
  return date > dateOf(now);
}

/** A date that lies ahead, said beside its field. */
export function aheadProblem(path: string) {
  const issues = [{ path, message: fieldSentences.notYet }];
  return { kind: 'invalid-input', issues } as const;
}
