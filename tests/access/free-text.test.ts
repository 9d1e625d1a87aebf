import { describe, expect, test } from 'vitest';
import { isUuid } from '#platform/ids';
import { mayDo } from '#platform/permissions';
import { testPlace, testWorld } from '../support/world.ts';
import { everything, type AnyCommand } from './everything.ts';

/**
 * Every free text is looked through for personal details before it is saved. Each command is sent a valid NHS number in
 * each of its fields that take any text: it must ask whether the text was checked, and take it once somebody says so.
 */

/** The reserved number of the NHS's own examples: its check digit is right, and it is nobody's. */
const details = 'Seen again, NHS number 943 476 5919.';

/** Identifiers, choices, numbers and names of files: what is unknown among them is passed over and never kept as a text. */
const noText =
  /^(factors?|outcomes?|indicatorIds?|ages|insights|reportsTo|before|follow|fingerprint|takeTheRest|fileName|showHope|externalId|geojson|agreed|mayQuote|done|specialCategory|actionKind|period|breakdown|value|numerator|denominator|status)$/;

/** Free texts in which details are meant to be seen, each with the reason. */
const meantToBeSeen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'maps.add-service': {
    address: 'Families must find the way there.',
    url: 'The address of a page is copied, not written.'
  }
};

const all = await everything();
const commands = all.filter((one): one is AnyCommand => one.kind === 'command');
const world = await testWorld();
const here = await testPlace(world, 'Here');
const roles = ['reader', 'contributor', 'lead', 'coordinator'] as const;

type Entries = Readonly<Record<string, unknown>>;

/** The boxes by which somebody says that a text was checked. */
const boxes = ['checked', 'checkedForPeople'];

const entriesOf = (one: AnyCommand): Entries => (one.input as { entries?: Entries }).entries ?? {}; // objects alone have them

type Found = 'closed' | 'refused' | 'taken' | 'elsewhere';

async function sent(one: AnyCommand, field: string): Promise<Found> {
  const role = roles.findLast((each) => mayDo(each, one.needs)) ?? 'coordinator';
  const example = one.example as Entries;
  if (isUuid(String(example[field]))) return 'closed'; // names a record: no text is kept of it
  const answer = await one.run(here.people[role], here.id, { ...example, [field]: details }, world);
  if (answer.ok) return 'taken';
  const { kind } = answer.error;
  if (kind === 'invalid-input') return 'closed';
  return kind === 'personal-details' || kind === 'may-name-someone' ? 'refused' : 'elsewhere';
}

describe.each(commands)('$name', (one) => {
  test('looks through its free texts, or says why it need not', async () => {
    const fields = Object.keys(entriesOf(one)).filter((field) => !boxes.includes(field));
    const found = new Map<string, Found>();
    for (const field of fields) found.set(field, await sent(one, field));
    const open = [...found].filter(([, answer]) => answer === 'taken').map(([field]) => field);
    const isAsking = boxes.some((box) => box in entriesOf(one));
    const unseen = [...found]
      .filter(([, answer]) => answer === 'elsewhere')
      .map(([field]) => field);
    const missing = [...open, ...(isAsking ? [] : unseen)].filter((field) => !noText.test(field));
    expect({ name: one.name, missing }).toEqual({
      name: one.name,
      missing: notYet[one.name] ?? []
    });
  });
});

test('nothing is excused of a command that is gone', () => {
  const names = new Set(commands.map((one) => one.name));
  expect(Object.keys(notYet).filter((name) => !names.has(name))).toEqual([]);
});
