import { whyParts, type Why } from './kinds.ts';

export type WhyField = keyof Why;
/** The five things to say of everything that is collected, in order. */
export const whyFields = Object.keys(whyParts) as WhyField[]; // the keys of a constant object

/** What each is called. */
export const whyLabel = (field: WhyField): string => whyParts[field].label;

/** Which of the five nobody has said yet. */
export function unsaidOf(record: Why): WhyField[] {
  return whyFields.filter((field) => record[field] === '');
}
