import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database';
import type { PartnershipId } from '#platform/ids';
import { mayDo, permissionTable } from '#platform/permissions';
import { somebody, testPlace, testWorld } from '../support/world.ts';
import { everything } from './everything.ts';

const all = await everything();
const world = await testWorld();
const here = await testPlace(world, 'Here');
const elsewhere = await testPlace(world, 'Elsewhere');
const stranger = await somebody(world, 'stranger@example.org');
const roles = ['reader', 'contributor', 'lead', 'coordinator'] as const;

/** The same with every identifier replaced by a word. */
function withoutIdentifiers(example: unknown): unknown {
  const text = JSON.stringify(example);
  const uuid = /"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;
  return JSON.parse(text.replaceAll(uuid, '"nonsense"'));
}

const notFound = { ok: false, error: { kind: 'not-found' } };

test('there is something to walk, and no two have the same name', () => {
  expect(all.length).toBeGreaterThan(40);
  expect(new Set(all.map((one) => one.name)).size).toBe(all.length);
});

describe.each(all)('$name', (one) => {
  test('is not found by nobody, a stranger, or a coordinator of another place', async () => {
    expect(await one.run(null, here.id, one.example, world)).toEqual(notFound);
    expect(await one.run(stranger, here.id, one.example, world)).toEqual(notFound);
    const neighbour = elsewhere.people.coordinator;
    expect(await one.run(neighbour, here.id, one.example, world)).toEqual(notFound);
  });

  test('is not found in a place that does not exist', async () => {
    const nowhere = 'not-an-identifier' as PartnershipId; // on purpose
    expect(await one.run(here.people.coordinator, nowhere, one.example, world)).toEqual(notFound);
  });

  test('finds nothing, and does not fail, where a record is named by what is no identifier', async () => {
    const allowed = roles.findLast((role) => mayDo(role, one.needs)) ?? 'coordinator';
    const input = withoutIdentifiers(one.example);
    const answer = await one.run(here.people[allowed], here.id, input, world);
    expect(answer.ok ? null : answer.error.kind).not.toBe('not-allowed');
  });

  test('has an example of the right form', async () => {
    const allowed = roles.findLast((role) => mayDo(role, one.needs)) ?? 'coordinator';
    const answer = await one.run(here.people[allowed], here.id, one.example, world);
    expect(answer.ok ? null : answer.error).not.toMatchObject({ kind: 'invalid-input' });
  });
});

test('every permission is asked for somewhere', () => {
  const asked = new Set(all.map((one) => one.needs));
  const unused = Object.keys(permissionTable).filter((name) => !asked.has(name as never));
  expect(unused).toEqual([]);
});

test('a refusal is on record', async () => {
  const command = all.find((one) => one.kind === 'command');
  if (command === undefined) throw new Error('no command');
  await command.run(elsewhere.people.lead, here.id, command.example, world);
  const settings = { partnershipId: here.id, now: world.clock() };
  const rows = await inTransaction(world, settings, 'read', (tx) =>
    tx
      .selectFrom('commandRun')
      .select(['outcome', 'personId'])
      .where('personId', '=', elsewhere.people.lead.personId)
      .execute()
  );
  expect(rows).toContainEqual({ outcome: 'not-found', personId: elsewhere.people.lead.personId });
});
