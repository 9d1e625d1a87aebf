import { describe, expect, test } from 'vitest';
import { peopleField } from '#core/form-state';
import { isUuid } from '#platform/ids';
import { mayDo } from '#platform/permissions';
import { isAsking } from '../support/personal-details.ts';
import { testPlace, testWorld } from '../support/world.ts';
import { everything, type AnyCommand } from './everything.ts';

/**
 * Every free text is looked through for personal details before it is saved. Each command is sent a valid NHS number in
 * each of its fields that take any text: it must ask whether the text was checked, and take it once somebody says so.
 */

/** The reserved number of the NHS's own examples: its check digit is right, and it is nobody's. */
const details = 'Seen again, NHS number 943 476 5919.';

/** Names of records, of files and of entries of a list, and the shape of a place: none of it is kept as a text. */
const noText = /^(id|\w+Ids?|factor|follow|before|period|fingerprint|fileName|geojson)$/;

const wayThere = 'Families must find the way to a service.';
const whomToAsk = 'People must be able to ask about a survey before they answer.';

const whereToComplain = 'Families must find where to complain about what is held.';

const anElement = 'It is the name of an element on which something was agreed, or is refused.';

/** Free texts in which details are meant to be seen, each with the reason. */
const meantToBeSeen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'assessments.share-levels': { elements: anElement, visits: anElement },
  'benchmarks.add-benchmark': { contact: whomToAsk },
  'benchmarks.change-benchmark': { contact: whomToAsk },
  'indicators.choose-sheet': {
    sheet: 'It is the name of a sheet in the file that waits, or is refused.'
  },
  'maps.add-service': { address: wayThere },
  'maps.change-service': { address: wayThere },
  'maps.preview-feed': {
    address: 'It is asked for as it is written, and kept only as the name of what came from it.'
  },
  'needs.answer-step': { complaintsContact: whereToComplain },
  'settings.draw-areas': {
    nameProperty: 'It is the name of a property in the file that is sent, or is refused.'
  },
  'surveys.add-survey': { contact: whomToAsk },
  'surveys.change-survey': { contact: whomToAsk }
};

const all = await everything();
const commands = all.filter((one): one is AnyCommand => one.kind === 'command');
const world = await testWorld();
const here = await testPlace(world, 'Here');
const roles = ['reader', 'contributor', 'lead', 'coordinator'] as const;

type Entries = Readonly<Record<string, unknown>>;
type Shape = {
  readonly entries?: Entries;
  readonly options?: readonly Shape[];
  /** The field by which one of the options is chosen. */
  readonly key?: string;
};
type Field = { readonly field: string; readonly more: Entries };

/** The fields of an input; of one that has several shapes, all of theirs, with what must be sent besides. */
function fieldsOf({ entries = {}, options = [], key }: Shape): Field[] {
  const own = Object.keys(entries).map((field) => ({ field, more: {} }));
  return [
    ...own.filter(({ field }) => field !== peopleField),
    ...options.flatMap((option) => {
      const chosen = key === undefined ? undefined : option.entries?.[key];
      const { literal } = (chosen ?? {}) as { literal?: unknown }; // what a shape is chosen by is one word
      const more = key === undefined ? {} : { [key]: literal };
      return fieldsOf(option).map(({ field }) => ({ field, more }));
    })
  ].filter(({ field }) => field !== key);
}

type Found = 'closed' | 'asked' | 'taken';

/** What comes of sending personal details in one field. Whatever else is refused only later might have been taken. */
async function sent(one: AnyCommand, { field, more }: Field): Promise<Found> {
  const role = roles.findLast((each) => mayDo(each, one.needs)) ?? 'coordinator';
  const example = one.example as Entries;
  if (isUuid(String(example[field]))) return 'closed'; // names a record: no text is kept of it
  const input = { ...example, [field]: details, ...more };
  const answer = await one.run(here.people[role], here.id, input, world);
  if (!answer.ok && isAsking(answer)) return 'asked';
  return !answer.ok && answer.error.kind === 'invalid-input' ? 'closed' : 'taken';
}

describe.each(commands)('$name', (command) => {
  test('looks through its free texts, or says why it need not', async () => {
    const taken: string[] = [];
    for (const one of fieldsOf(command.input as Shape)) {
      if (noText.test(one.field)) continue;
      const found = await sent(command, one);
      if (found === 'taken') taken.push(one.field);
      if (found !== 'asked') continue;
      const looked = await sent(command, { ...one, more: { ...one.more, [peopleField]: 'yes' } });
      expect({ ...one, looked }).not.toMatchObject({ looked: 'asked' });
    }
    expect({ name: command.name, taken }).toEqual({
      name: command.name,
      taken: Object.keys(meantToBeSeen[command.name] ?? {})
    });
  });
});

test('nothing is excused of a command that is gone', () => {
  const names = new Set(commands.map((one) => one.name));
  expect(Object.keys(meantToBeSeen).filter((name) => !names.has(name))).toEqual([]);
});
