import { field, kind, type RecordOf } from '#modules/records';
import type { PersonId } from '#platform/ids';

/** How far an organisation is with listing its services. `none-offered` is an answer too. */
export const askStates = ['asked', 'some', 'whole', 'none-offered'] as const;
export type AskState = (typeof askStates)[number];

export const askStateNames: Readonly<Record<AskState, string>> = {
  asked: 'Asked',
  some: 'Some are listed',
  whole: 'All are listed',
  'none-offered': 'It offers none'
};

/** An organisation that is asked to list its services, by whom and until when. */
export const askKind = kind('serviceAsk', {
  name: 'maps.ask',
  permission: 'services:edit',
  title: 'organisation',
  order: [{ words: 'organisation' }],
  words: {
    one: 'organisation that is asked',
    add: 'Ask another organisation',
    addButton: 'Add to those asked',
    added: 'The organisation is among those asked.',
    change: 'How far it is',
    changed: 'How far it is, is saved.',
    remove: 'Take it off the list',
    removal: 'It is no longer among those asked. Its services stay.',
    removed: 'The organisation is no longer among those asked.'
  },
  unique: { column: 'organisation', sentence: 'This organisation is asked already' },
  fields: {
    organisation: field.line({
      label: 'Organisation that is asked',
      hint: 'As it is called with its services',
      needed: 'Enter which organisation is asked',
      most: 200
    }),
    contributor: field.line({
      label: 'Who lists them there',
      hint: 'A role, such as Early years manager, not a name',
      most: 200
    }),
    personId: field.offeredOrNone<PersonId>({
      label: 'Who of you lists them here',
      hint: 'The day is due for them on their first screen, in their calendar and in their letter',
      placeholder: 'Nobody in particular'
    }),
    dueOn: field.day({ label: 'To be listed by', what: 'The day' }),
    state: field.oneOf({
      label: 'How far it is',
      options: askStates,
      names: askStateNames,
      needed: 'Choose how far it is'
    }),
    note: field.text({ label: 'Note', most: 2000 })
  }
});
export type ServiceAsk = RecordOf<typeof askKind>;

/** The members who may be asked, as a form offers them: by name, with the organisation of each. */
export function membersOffered(
  members: readonly {
    readonly personId: string;
    readonly name: string;
    readonly organisation: string;
  }[]
): { readonly value: string; readonly label: string }[] {
  return members.map(({ personId, name, organisation }) => ({
    value: personId,
    label: organisation === '' ? name : `${name}, ${organisation}`
  }));
}

/** Those who have not answered by their day, and how many have not answered at all. Assumes: `today` is `YYYY-MM-DD`. */
export function asksOpen(
  asks: readonly Pick<ServiceAsk, 'state' | 'dueOn'>[],
  today: string
): { readonly open: number; readonly late: number } {
  const open = asks.filter(({ state }) => state === 'asked' || state === 'some');
  return {
    open: open.length,
    late: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length
  };
}

/**
 * The name of an organisation as it is compared: without case, marks, a leading article and the form of the company; "&" is "and".
 *
 * @example
 * plainName('The Vale Trust & Friends Ltd.') // 'vale trust and friends'
 */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the (?=\S)/, '')
    .replace(/(?<=\S) (?:ltd|limited|cic|cio|plc|llp)$/, '');
}
