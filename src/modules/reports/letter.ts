import { listed } from '#core/written-lists';
import type { Due } from './due.ts';

/** The letter that reminds one person of what is owed, in plain text. */

export type Letter = { readonly subject: string; readonly text: string };

/** What is due in one of the person's partnerships. */
export type DueInPlace = {
  readonly place: { readonly name: string; readonly slug: string };
  readonly due: readonly Due[];
};

const mostLines = 12;

/**
 * One letter about all of a person's partnerships that owe something; null when nothing is owed in any. `origin` begins addresses.
 * It names nobody, not even the reader: an address alone says whose it is.
 */
export function reminderLetter(places: readonly DueInPlace[], origin: string): Letter | null {
  const owing = places.flatMap(({ place, due }) => {
    const owed = due.filter(({ isOwed }) => isOwed);
    return owed.length === 0 ? [] : [{ name: place.name, base: `${origin}/p/${place.slug}`, owed }];
  });
  const first = owing[0];
  if (first === undefined) return null;
  const count = owing.reduce((sum, { owed }) => sum + owed.length, 0);
  const names = owing.map(({ name }) => name);
  return {
    subject: `${count} ${count === 1 ? 'thing is' : 'things are'} owed in ${listed(names)}`,
    text: `${owing.map(partAbout).join('\n\n\n')}\n\nYou asked for this letter, at most once a week. To stop it: ${owing
      .map(({ base }) => `${base}/due`)
      .join(' and ')}\n`
  };
}

function partAbout(part: {
  readonly name: string;
  readonly base: string;
  readonly owed: readonly Due[];
}): string {
  const { name, base, owed } = part;
  const lines = owed
    .slice(0, mostLines)
    .map((one) => `- ${one.title}\n  ${one.sentence}\n  ${base}${one.path}`);
  const more =
    owed.length > mostLines ? `\n\nAnd ${owed.length - mostLines} more: ${base}/due` : '';
  return `This is owed in ${name}:\n\n${lines.join('\n\n')}${more}`;
}
