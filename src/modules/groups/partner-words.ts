import { field } from '#modules/records';
import { sayDate } from '#core/written-dates';

/** What the partner bodies say of something that is proposed or decided, body by body. */

export const stances = ['agreed', 'with-conditions', 'not-yet', 'declined'] as const;
export type Stance = (typeof stances)[number];

export const stanceNames: Readonly<Record<Stance, string>> = {
  agreed: 'Agrees',
  'with-conditions': 'Agrees with conditions',
  'not-yet': 'Has not said yet',
  declined: 'Does not agree'
};

/** One body's word, as a page shows it. */
export type PartnerWord = {
  readonly id: string;
  readonly body: string;
  readonly stance: Stance;
  readonly statedOn: string | null;
  readonly byRole: string;
  readonly conditions: string;
};

/** The words of a kind whose records are what a body says; a body says one thing of each. */
export const partnerKindWords = {
  title: 'body',
  words: {
    one: 'partner’s word',
    add: 'Add what a partner says',
    addButton: 'Add it',
    added: 'It is written down.',
    change: 'Change what a partner says',
    changed: 'It is saved.',
    remove: 'Take it out',
    removal: '',
    removed: 'It is taken out. The history keeps it.'
  },
  unique: { column: 'body', sentence: 'What this body says stands here already. Change that.' }
} as const;

/** The fields of such a kind, besides what it is part of. */
export const partnerFields = {
  body: field.line({ label: 'Partner body', needed: 'Enter the body', most: 200 }),
  stance: field.oneOf({
    label: 'What it says',
    options: stances,
    names: stanceNames,
    needed: 'Choose what it says'
  }),
  conditions: field.text({ label: 'Its conditions, or why not' }),
  statedOn: field.day({ label: 'Said on' }),
  byRole: field.line({ label: 'Said by', hint: 'A role', most: 200 })
};

/**
 * How far the partner bodies agree, in words; empty where none was asked.
 * @example
 * agreementSentence([{ stance: 'agreed' }, { stance: 'not-yet' }]) // '1 of 2 partner bodies agrees. Not said yet: 1.'
 */
export function agreementSentence(lines: readonly { readonly stance: Stance }[]): string {
  if (lines.length === 0) return '';
  const count = (stance: Stance) => lines.filter((line) => line.stance === stance).length;
  const agreed = count('agreed') + count('with-conditions');
  const bodies = lines.length === 1 ? 'partner body' : 'partner bodies';
  const conditional = count('with-conditions');
  const parts = [
    `${agreed} of ${lines.length} ${bodies} ${agreed === 1 || lines.length === 1 ? 'agrees' : 'agree'}${conditional > 0 ? `, ${conditional} of them with conditions` : ''}.`,
    count('declined') > 0 ? `Against: ${count('declined')}.` : '',
    count('not-yet') > 0 ? `Not said yet: ${count('not-yet')}.` : ''
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Those against first, for they need the most attention. */
export function inNeedOfAttention<One extends { readonly stance: Stance }>(
  lines: readonly One[]
): One[] {
  const place = ({ stance }: One) => stances.indexOf(stance);
  return lines.toSorted((one, other) => place(other) - place(one));
}

/** What a body says, with the day, who said it and its conditions, in one line. */
export function partnerWordLine({ stance, statedOn, byRole, conditions }: PartnerWord): string {
  const said =
    statedOn === null ? stanceNames[stance] : `${stanceNames[stance]}, ${sayDate(statedOn)}`;
  return [said, byRole, conditions].filter((part) => part !== '').join('. ');
}

/** What each says, in one cell of a file. */
export const partnersSay = (
  lines: readonly { readonly body: string; readonly stance: Stance }[]
): string => lines.map(({ body, stance }) => `${body}: ${stanceNames[stance]}`).join('; ');
