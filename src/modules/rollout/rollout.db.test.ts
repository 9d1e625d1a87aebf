import { addSetting } from '#modules/settings/server';
import { describe, expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addRollOut,
  changeRollOut,
  changeReport,
  removeReport,
  sayWhere,
  viewAreasToShare,
  viewPlace,
  viewRollOut,
  viewRollOuts,
  viewUses
} from './index.server.ts';

const world = await testWorld();
const here = await testPlace(world, 'Brook');
const { lead, contributor, reader } = here.people;

async function value<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>
): Promise<Value> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  return given.value;
}

async function settingOf(name: string, parts = {}): Promise<string> {
  const input = { name, kind: 'nursery', area: 'North', ...parts };
  return (await value(addSetting.run(lead, here.id, input, world))).id;
}

async function begun(parts = {}): Promise<string> {
  const input = {
    title: 'Story bag',
    startedOn: '2026-01-05',
    parts: 'Bag\nShow',
    scale: 'Some\nAll',
    ...parts
  };
  return (await value(addRollOut.run(lead, here.id, input, world))).id;
}

const say = (rollOutId: string, settingId: string, input: Record<string, unknown>) =>
  sayWhere.run(
    contributor,
    here.id,
    { rollOutId, settingId, since: '2026-02-02', ...input },
    world
  );

const brook = await settingOf('Brook');
const weir = await settingOf('Weir', { area: 'South' });
await settingOf('School', { kind: 'school' });

describe('a roll-out', () => {
  test('counts the settings that its rule takes in, as list, curve and line', async () => {
    const id = await begun({ eligibleKinds: ['nursery'], goalSettings: '2' });
    await value(say(id, brook, { standing: 'using', level: '1', parts: ['Bag'] }));
    const view = await value(viewRollOut.run(reader, here.id, { id }, world));
    expect(view.counts).toMatchObject({ eligible: 2, using: 1, notStarted: 1 });
    expect(view.curve.map(({ on, using }) => [on, using])).toEqual([
      ['2026-01-05', 0],
      ['2026-02-02', 1],
      ['2026-03-02', 1]
    ]);
    const filtered = await value(
      viewRollOut.run(reader, here.id, { id, standing: 'using', area: 'South' }, world)
    );
    expect([filtered.places.length, filtered.counts.eligible]).toEqual([0, 2]);
    const lines = await value(viewRollOuts.run(reader, here.id, {}, world));
    expect(lines.find((line) => line.id === id)?.short).toBe('1 of 2 settings uses it');
    const uses = await value(viewUses.run(reader, here.id, { settingId: brook }, world));
    expect(uses.map(({ rollOut, standing }) => [rollOut.id, standing])).toContainEqual([
      id,
      'using'
    ]);
  });

  test('shows the second of two editors what the first saved, and keeps parts and steps in use', async () => {
    const id = await begun();
    const change = (parts: Record<string, unknown>, version: number) =>
      changeRollOut.run(
        lead,
        here.id,
        {
          id,
          title: 'Bag',
          startedOn: '2026-01-05',
          parts: 'Bag\nShow',
          scale: 'Some\nAll',
          ...parts,
          version
        },
        world
      );
    expect(await change({}, 1)).toEqual({ ok: true, value: { version: 2 } });
    expect(await change({ title: 'Other' }, 1)).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { title: 'Bag' }, version: 2 }
    });
    await value(say(id, brook, { standing: 'using', level: '2', parts: ['Show'] }));
    expect(await change({ parts: 'Bag' }, 2)).toMatchObject({
      error: { kind: 'part-in-use', part: 'Show' }
    });
    expect(await change({ scale: 'One' }, 2)).toMatchObject({
      error: { kind: 'scale-in-use', needed: 2 }
    });
    expect(await change({ endedOn: '2025-12-31' }, 2)).toMatchObject({
      error: { kind: 'ends-before-it-starts' }
    });
    expect(await change({ eligibleBy: 'picked' }, 2)).toMatchObject({
      error: { kind: 'nothing-picked' }
    });
  });
});

describe('what a setting says', () => {
  test('is kept over time; said again for one day it replaces', async () => {
    const id = await begun();
    await value(say(id, brook, { standing: 'preparing', since: '2026-01-12' }));
    await value(say(id, brook, { standing: 'using' }));
    await value(say(id, brook, { standing: 'fully' }));
    const view = await value(
      viewPlace.run(reader, here.id, { rollOutId: id, settingId: brook }, world)
    );
    expect(view.reports.map(({ since, standing }) => [since, standing])).toEqual([
      ['2026-02-02', 'fully'],
      ['2026-01-12', 'preparing']
    ]);
    expect(view.latest?.standing).toBe('fully');
    expect(view.version).toBe(3);
  });

  test('of two who speak at once, the second is shown what the first said', async () => {
    const id = await begun();
    await value(say(id, weir, { standing: 'preparing', version: '0' }));
    const late = { standing: 'using', since: '2026-02-09' };
    expect(await say(id, weir, { ...late, version: '0' })).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { standing: 'preparing' }, version: 1 }
    });
    expect((await say(id, weir, { ...late, version: '1' })).ok).toBe(true);
  });

  test('is refused without a reason for stopping, ahead of today, or where it is not meant for it', async () => {
    const id = await begun({ eligibleAreas: ['South'] });
    expect(await say(id, weir, { standing: 'stopped' })).toMatchObject({
      error: { kind: 'reason-missing' }
    });
    expect(await say(id, weir, { standing: 'using', since: '2026-03-03' })).toMatchObject({
      error: { kind: 'since-ahead' }
    });
    expect(await say(id, brook, { standing: 'using' })).toMatchObject({
      error: { kind: 'not-eligible', name: 'Brook' }
    });
    expect(await say(id, weir, { standing: 'using', note: 'Ring 0161 496 0000' })).toMatchObject(
      asksAbout('note')
    );
  });

  test('can be corrected by one at a time, and taken back', async () => {
    const id = await begun();
    const { id: reportId } = await value(say(id, brook, { standing: 'using' }));
    await value(say(id, brook, { standing: 'fully', since: '2026-02-16' }));
    const correct = (input: Record<string, unknown>) =>
      changeReport.run(
        contributor,
        here.id,
        { id: reportId, standing: 'preparing', since: '2026-02-02', version: 1, ...input },
        at(world, '2026-03-05T10:00:00Z')
      );
    expect(await correct({ since: '2026-02-16' })).toMatchObject({ error: { kind: 'day-taken' } });
    expect(await correct({})).toEqual({ ok: true, value: { version: 2 } });
    expect(await correct({})).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { standing: 'preparing' } }
    });
    expect((await removeReport.run(contributor, here.id, { id: reportId }, world)).ok).toBe(true);
    const view = await value(
      viewPlace.run(reader, here.id, { rollOutId: id, settingId: brook }, world)
    );
    expect(view.reports.map(({ standing }) => standing)).toEqual(['fully']);
  });
});

describe('areas to share', () => {
  const monday = at(world, '2026-03-02T10:00:00.000Z');
  const tuesday = at(world, '2026-03-03T10:00:00.000Z');
  const wednesday = at(world, '2026-03-04T10:00:00.000Z');
  const add = (name: string, when: typeof world, area: string) =>
    value(addSetting.run(lead, here.id, { name, kind: 'health-clinic', area }, when));

  test('are counted beside those of earlier days: a setting that came alone waits for the next', async () => {
    for (const name of ['One', 'Two', 'Three']) await add(name, monday, 'Mill');
    const details = { title: 'Scales', startedOn: '2026-03-02', eligibleKinds: ['health-clinic'] };
    const { id } = await value(addRollOut.run(lead, here.id, details, monday));
    const sharedOn = async (when: typeof world) => {
      const { shared } = await value(viewAreasToShare.run(reader, here.id, { id }, when));
      return [...shared.lines.map(({ eligible }) => eligible), shared.notCounted];
    };
    expect(await sharedOn(monday)).toEqual([3, 0]);
    await add('Four', tuesday, 'Mill');
    expect(await sharedOn(tuesday)).toEqual([3, 1]);
    await add('Five', wednesday, 'Mill');
    expect(await sharedOn(wednesday)).toEqual([5, 0]);
  });
});
