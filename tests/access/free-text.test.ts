import { describe, expect, test } from 'vitest';
import { isUuid } from '#platform/ids';
import { mayDo } from '#platform/permissions';
import { testPlace, testWorld } from '../support/world.ts';
import { everything, type AnyCommand } from './everything.ts';

/**
 * Every free text is looked through for personal details before it is saved. Each command is sent a valid NHS number in
 * each of its fields that take any text; it must refuse, or say in its input that somebody can tick that the text was checked
 * (and then its own tests show that it asks), or stand in the list below.
 */

/** The reserved number of the NHS's own examples: its check digit is right, and it is nobody's. */
const details = 'Seen again, NHS number 943 476 5919.';

/** Identifiers, choices, numbers and names of files: what is unknown among them is passed over and never kept as a text. */
const noText =
  /^(factors?|outcomes?|indicatorIds?|ages|insights|reportsTo|before|follow|fingerprint|takeTheRest|fileName|showHope|externalId|geojson|agreed|mayQuote|done|specialCategory|actionKind|period|breakdown|value|numerator|denominator|status)$/;

/**
 * Free texts that nobody looks through yet, or that are meant to be seen (the address and the contact of a service or a survey).
 * The list may only become shorter: a field that is looked through has to leave it.
 */
const notYet: Readonly<Record<string, readonly string[]>> = {
  'delivery.add-action': [
    'title',
    'lead',
    'collaborators',
    'policyLinks',
    'intendedOutcome',
    'targetGroup',
    'evaluation',
    'resource'
  ],
  'delivery.add-aim': ['title', 'detail', 'dueAsWritten', 'lead', 'supportedBy', 'links', 'source'],
  'delivery.add-measure': ['title', 'source'],
  'delivery.add-priority': ['title', 'statement', 'source'],
  'delivery.change-action': [
    'title',
    'lead',
    'collaborators',
    'policyLinks',
    'intendedOutcome',
    'targetGroup',
    'evaluation',
    'resource'
  ],
  'delivery.change-aim': [
    'title',
    'detail',
    'dueAsWritten',
    'lead',
    'supportedBy',
    'links',
    'source'
  ],
  'delivery.change-priority': ['title', 'statement', 'source'],
  'delivery.report-progress': ['progressNote'],
  'indicators.add-value': ['area', 'note'],
  'indicators.change-value': ['area', 'note'],
  'indicators.confirm-import': ['seen'],
  'indicators.match-columns': ['areShares'],
  'indicators.undo-import': ['withTouched'],
  'maps.add-service': ['type', 'tags', 'address', 'source'],
  'maps.tie-service': ['reason'],
  'partnerships.add-group': [
    'name',
    'purpose',
    'remit',
    'members',
    'seniorSponsor',
    'leadOfficial',
    'duration',
    'source'
  ],
  'partnerships.change-group': [
    'name',
    'purpose',
    'remit',
    'members',
    'seniorSponsor',
    'leadOfficial',
    'duration',
    'source'
  ],
  'partnerships.change-membership': ['organisation', 'jobRole'],
  'partnerships.change-partnership': ['name', 'about', 'vision'],
  'partnerships.invite-person': ['organisation', 'jobRole'],
  'partnerships.make-api-token': ['name', 'purpose', 'mayRecord', 'showsCounts'],
  'priorities.change-outcome': ['reason'],
  'priorities.change-priority': ['reason'],
  'priorities.choose-factor': ['reason'],
  'priorities.choose-outcome': ['reason'],
  'priorities.decide-action-kind': ['reason'],
  'reports.choose-reminder': ['isMailed'],
  'settings.draw-outline': ['source'],
  'strategy.approve-version': ['approvedBy'],
  'surveys.add-survey': ['contact']
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
