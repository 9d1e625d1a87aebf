import type { CalendarEntry } from '#core/ical';

/** What is due on which day, from every module that has dates. */

export const dueKinds = ['test', 'value', 'action', 'question', 'figures'] as const;
export type DueKind = (typeof dueKinds)[number];

export type Due = {
  readonly kind: DueKind;
  readonly id: string;
  readonly title: string;
  /** What to do, in a sentence. */
  readonly sentence: string;
  readonly on: string;
  readonly isOwed: boolean;
  /** Below the address of the partnership. */
  readonly path: string;
};

export const dueKindNames: { readonly [kind in DueKind]: string } = {
  test: 'Test of change',
  value: 'Value of a measure',
  action: 'Action of the plan',
  question: 'Question of need',
  figures: 'Figures of need'
};

/**
 * What is due as entries of a calendar. What is owed stands on `today`, so that it is seen; what lies ahead on its own day.
 * `base` is the address of the partnership.
 */
export function dueEntries(due: readonly Due[], base: string, today: string): CalendarEntry[] {
  return due.map((one) => ({
    uid: `${one.kind}-${one.id}@cairn`,
    on: one.isOwed ? today : one.on,
    title: one.isOwed ? `Owed: ${one.title}` : one.title,
    description: one.sentence,
    address: `${base}${one.path}`,
    category: dueKindNames[one.kind]
  }));
}

export type Letter = { readonly subject: string; readonly text: string };

const mostLines = 12;

/** The letter that says what is owed, plain and short; null when nothing is. */
export function reminderLetter(
  due: readonly Due[],
  place: { readonly name: string; readonly slug: string },
  origin: string
): Letter | null {
  const owed = due.filter(({ isOwed }) => isOwed);
  if (owed.length === 0) return null;
  const base = `${origin}/p/${place.slug}`;
  const lines = owed
    .slice(0, mostLines)
    .map((one) => `- ${one.title}\n  ${one.sentence}\n  ${base}${one.path}`);
  const more =
    owed.length > mostLines ? `\n\nAnd ${owed.length - mostLines} more: ${base}/due` : '';
  return {
    subject: `${owed.length} ${owed.length === 1 ? 'thing is' : 'things are'} owed in ${place.name}`,
    text: `This is owed in ${place.name}:\n\n${lines.join('\n\n')}${more}\n\nYou asked for this letter, at most once a week. To stop it: ${base}/due\n`
  };
}
