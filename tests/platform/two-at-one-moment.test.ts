import type { SessionId } from '#modules/learning';
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { addSession, changeSession } from '#modules/learning/server';
import type { ProgrammeId } from '#modules/reach';
import { addProgramme, recordCycle } from '#modules/reach/server';
import { inTransaction } from '#platform/database';
import { testPlace, testWorld } from '../support/world.ts';

const world = await testWorld();
const place = await testPlace(world);
const { lead, coordinator } = place.people;

/** Waits until somebody waits for a row of the sessions. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = () =>
    inTransaction(world, { now: world.clock() }, 'read', async (tx) => {
      const { rows } = await sql<{ many: number }>`
        select count(*)::int as many from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(tx);
      return rows[0]?.many ?? 0;
    });
  await expect.poll(waiting).toBeGreaterThan(0);
}

test('who read a record just before another’s change was saved is told what that change was', async () => {
  const session = { title: 'A morning', startsOn: '2026-02-20' };
  const added = await addSession.run(lead, place.id, session, world);
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  const sessionId = added.value.id as SessionId; // a session was added
  const saves = (title: string) => ({ ...session, id: sessionId, title, version: 1 });

  const settings = { partnershipId: place.id, personId: coordinator.personId, now: world.clock() };
  const second = await inTransaction(world, settings, 'write', async (tx) => {
    await tx
      .updateTable('learningSession')
      .set({ title: 'First', version: 2 })
      .where('id', '=', sessionId)
      .execute();
    // It reads version 1, and waits for the row.
    const answer = changeSession.run(lead, place.id, saves('Second'), world);
    await untilSomebodyWaits();
    return { answer };
  });

  expect(await second.answer).toMatchObject({
    ok: false,
    error: { kind: 'changed-meanwhile', version: 2, theirs: { title: 'First' } }
  });
});

test('who counts while a programme is being changed is held to how it is changed', async () => {
  const described = {
    title: 'Songs',
    rhythm: 'monthly',
    stages: 'Could come\nCame\nStayed',
    bands: 'Few\nMany',
    servedStage: '1'
  };
  const added = await addProgramme.run(lead, place.id, described, world);
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  const programmeId = added.value.id as ProgrammeId; // a programme was added
  // Fifteen fit the twenty who came, and not the ten who stayed.
  const cycle = { startsOn: '2026-02-01', counts: ['40', '20', '10'], bands: ['8', '7'] };

  const settings = { partnershipId: place.id, personId: coordinator.personId, now: world.clock() };
  const second = await inTransaction(world, settings, 'write', async (tx) => {
    await tx
      .updateTable('programme')
      .set({ servedStage: 2, version: 2 })
      .where('id', '=', programmeId)
      .execute();
    const answer = recordCycle.run(lead, place.id, { programmeId, ...cycle }, world);
    await untilSomebodyWaits();
    return { answer };
  });
  expect(await second.answer).toMatchObject({ ok: false, error: { kind: 'does-not-add-up' } });
});
