import type { Why } from './types.ts';

/** The five things to say of everything that is collected, in order. */
export const whyFields = ['why', 'forWhom', 'usedBy', 'workCost', 'cameOfIt'] as const;
export type WhyField = (typeof whyFields)[number];

/** Which of the five nobody has said yet. */
export function unsaidOf(record: Why): WhyField[] {
  return whyFields.filter((field) => record[field] === '');
}
