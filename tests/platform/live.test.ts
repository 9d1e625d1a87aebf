import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { beginWorkshop, joinWorkshop, listNote, moveWorkshopOn } from '#modules/actors/server';
import { connect } from '#ground/connection';
import { LiveHub, type LiveNews, type LiveTopic } from '#platform/live.server';
import { testDatabase } from '../support/database.ts';
import { good } from '../support/good.ts';
import { patience } from '../support/patience.ts';
import { testPlace, testWorld } from '../support/world.ts';

const world = await testWorld();
const { app } = await testDatabase();

/** A server's hub, and what somebody there has heard of one thing. */
function hub() {
  const made = new LiveHub({ ...app, application_name: `hub ${randomUUID()}` });
  onTestFinished(() => made.close());
  return {
    hears(topic: LiveTopic) {
      const heard: LiveNews[] = [];
      const leave = made.listen(topic, (news) => heard.push(news));
      return { heard, leave };
    }
  };
}

const seen = (heard: LiveNews[]) => expect.poll(() => heard.join(' '), { timeout: patience });

/** A workshop in which people list, and how to change it. */
async function workshop() {
  const place = await testPlace(world);
  const { lead, reader } = place.people;
  const given = { title: 'Spring', focus: 'Children', heldOn: '2026-03-02', dotsEach: '2' };
  const { id } = await good(beginWorkshop.run(lead, place.id, given, world));
  const on = (from: 'gather' | 'primary' | 'primary-shown') =>
    moveWorkshopOn.run(lead, place.id, { id, from }, world);
  return { place, lead, reader, id, on, topic: `rings ${id}` as const };
}

test('a change reaches the listeners of every server once, and nobody who listens to something else', async () => {
  const { id, place, reader, lead, on, topic } = await workshop();
  const [one, other] = [hub(), hub()];
  const here = one.hears(topic);
  const there = other.hears(topic);
  const elsewhere = other.hears(`rings ${randomUUID()}`);
  for (const { heard } of [here, there, elsewhere]) await seen(heard).toBe('look');
  await good(joinWorkshop.run(reader, place.id, { id }, world));
  await good(on('gather'));
  // What one person lists tells nobody.
  await good(listNote.run(lead, place.id, { id, names: 'Parents\nCarers' }, world));
  expect(await on('gather')).toMatchObject({ error: { kind: 'moved-already' } });
  await good(on('primary'));
  for (const { heard } of [here, there]) await seen(heard).toBe('look changed changed changed');
  expect(elsewhere.heard).toEqual(['look']);
  // Who comes later has missed nothing that they are not told to look for.
  expect(one.hears(topic).heard).toEqual(['look']);
  here.leave();
  await good(on('primary-shown'));
  await seen(there.heard).toBe('look changed changed changed changed');
  expect(here.heard).toHaveLength(4);
});

test('a database that goes away is heard of, and when it is back everybody is told to look, and hears of changes again', async () => {
  const { on, topic } = await workshop();
  const hubs = [hub(), hub()];
  const ears = hubs.map((one) => one.hears(topic));
  for (const { heard } of ears) await seen(heard).toBe('look');
  const client = await connect(app);
  await client
    .query(
      `select pg_terminate_backend(pid, ${patience}) from pg_stat_activity
        where datname = current_database() and application_name like 'hub %'`
    )
    .finally(() => client.end());
  for (const { heard } of ears) await seen(heard).toBe('look lost look');
  await good(on('gather'));
  for (const { heard } of ears) await seen(heard).toBe('look lost look changed');
});
