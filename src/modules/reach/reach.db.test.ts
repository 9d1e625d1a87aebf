import { describe, expect, test } from 'vitest';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { valueOf } from '../../../tests/support/good.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addLook,
  addProgramme,
  changeCycle,
  changeProgramme,
  previewCycles,
  recordCycle,
  recordCycles,
  removeCycle,
  viewProgramme,
  viewProgrammes,
  viewWhatMayLeave
} from './index.server.ts';

const world = await testWorld();
const here = await testPlace(world, 'Brook');
const { lead, contributor, reader } = here.people;

const description = {
  title: 'Sing and Play',
  rhythm: 'monthly',
  stages: 'Could come\nCame once\nCame to the end',
  servedStage: '1',
  groups: 'Poorest half\nOther half'
};

async function described(): Promise<string> {
  const answer = await addProgramme.run(lead, here.id, description, world);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.id;
}
const record = (programmeId: string, input: Record<string, unknown>) =>
  recordCycle.run(contributor, here.id, { programmeId, startsOn: '2026-02-01', ...input }, world);

describe('a programme', () => {
  test('shows the second of two editors what the first saved, and keeps the length of its lists once counted', async () => {
    const id = await described();
    const change = (input: Record<string, unknown>, version: number) =>
      changeProgramme.run(lead, here.id, { ...description, id, ...input, version }, world);
    expect(await change({ title: 'Sing' }, 1)).toEqual({ ok: true, value: { version: 2 } });
    expect(await change({ title: 'Play' }, 1)).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { title: 'Sing' }, version: 2 }
    });
    expect(await change({ servedStage: '3' }, 2)).toMatchObject({
      error: { kind: 'served-off-stages' }
    });
    await record(id, { counts: ['40', '20', '10'] });
    expect(await change({ stages: 'Could come\nCame once' }, 2)).toMatchObject({
      error: { kind: 'lists-have-counts', list: 'stages' }
    });
    expect((await change({ stages: 'Eligible\nCame\nStayed' }, 2)).ok).toBe(true);
  });
});

test('looks at a programme keep what was found before; the day has come, and every question has its answer', async () => {
  const programmeId = await described();
  const look = (input: object) =>
    addLook.run(
      contributor,
      here.id,
      {
        programmeId,
        lookedOn: '2026-01-10',
        acceptable: 'partly',
        feasible: 'yes',
        movesOutcomes: 'cannot-tell',
        barriers: 'The hour: ten is too early',
        ...input
      },
      world
    );
  expect((await look({})).ok).toBe(true);
  expect((await look({ lookedOn: '2026-02-10', acceptable: 'yes' })).ok).toBe(true);
  expect(await look({ lookedOn: '2099-01-01' })).toMatchObject({ error: { kind: 'looked-ahead' } });
  expect(await look({ feasible: '' })).toMatchObject({ error: { kind: 'invalid-input' } });
  expect(await look({ barriers: 'Ring 0161 496 0000' })).toMatchObject(asksAbout('barriers'));
  expect(await viewProgramme.run(reader, here.id, { id: programmeId }, world)).toMatchObject({
    value: {
      looks: [
        { lookedOn: '2026-02-10', acceptable: 'yes' },
        { lookedOn: '2026-01-10', acceptable: 'partly', barriers: 'The hour: ten is too early' }
      ]
    }
  });
});

describe('a cycle', () => {
  test('is refused where it does not add up, names somebody, lies ahead, is empty or there already', async () => {
    const id = await described();
    expect(await record(id, { counts: ['10', '20', ''] })).toMatchObject({
      error: { kind: 'does-not-add-up', misfits: [{ field: 'counts.1' }] }
    });
    expect(await record(id, { counts: ['ten'] })).toMatchObject({
      error: { kind: 'invalid-input', issues: [{ path: 'counts.0' }] }
    });
    expect(await record(id, { counts: ['40'], note: 'Ring 0161 496 0000' })).toMatchObject(
      asksAbout('note')
    );
    expect(await record(id, { counts: ['40'], startsOn: '2026-03-03' })).toMatchObject({
      error: { kind: 'starts-ahead' }
    });
    expect(await record(id, {})).toMatchObject({ error: { kind: 'nothing-counted' } });
    expect((await record(id, { counts: ['40', '20', '10'] })).ok).toBe(true);
    expect(await record(id, { counts: ['41'] })).toMatchObject({ error: { kind: 'cycle-taken' } });
  });

  test('is changed by one at a time, and taken away', async () => {
    const id = await described();
    const recorded = await record(id, { counts: ['40', '20', '10'] });
    if (!recorded.ok) throw new Error('refused');
    const cycleId = recorded.value.id;
    const change = (counts: string[]) =>
      changeCycle.run(
        contributor,
        here.id,
        { cycleId, startsOn: '2026-02-01', counts, version: 1 },
        world
      );
    expect((await change(['41', '20', '10'])).ok).toBe(true);
    expect(await change(['42', '20', '10'])).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { 'counts.0': '41' }, version: 2 }
    });
    expect((await removeCycle.run(contributor, here.id, { cycleId }, world)).ok).toBe(true);
    const view = await viewProgramme.run(reader, here.id, { id }, world);
    expect(view).toMatchObject({ value: { cycles: [] } });
  });
});

describe('many cycles', () => {
  test('are saved as they were looked at, once; a row of a known day replaces it', async () => {
    const id = await described();
    await record(id, { counts: ['40', '20', '10'] });
    const cells = [
      ['Starts on', 'Could come', 'Came once', 'Came to the end'],
      ['2026-01-01', '50', '30', '12'],
      ['2026-02-01', '44', '22', '11']
    ];
    const looked = await previewCycles.run(contributor, here.id, { programmeId: id, cells }, world);
    if (!looked.ok) throw new Error(looked.error.kind);
    const save = () =>
      recordCycles.run(
        contributor,
        here.id,
        { programmeId: id, cells, fingerprint: looked.value.fingerprint },
        world
      );
    expect(await save()).toEqual({ ok: true, value: { added: 1, changed: 1 } });
    expect(await save()).toMatchObject({ error: { kind: 'changed-since-preview' } });
    const lines = await viewProgrammes.run(reader, here.id, {}, world);
    if (!lines.ok) throw new Error(lines.error.kind);
    expect(lines.value.find(({ programme }) => programme.id === id)?.says).toBe(
      'February 2026: 22 families were served, 8 fewer than before; 50% of them reached “Came to the end” (10 points more).'
    );
  });
});

test('what left of a cycle on an earlier day is remembered: corrected, filled in later, or removed and counted anew', async () => {
  const monday = at(world, '2026-03-02T10:00:00.000Z');
  const tuesday = at(world, '2026-03-03T10:00:00.000Z');
  const wednesday = at(world, '2026-03-04T10:00:00.000Z');
  const programmeId = await described();
  const counted = async (counts: string[], when: typeof world) =>
    valueOf(
      await recordCycle.run(
        contributor,
        here.id,
        { programmeId, startsOn: '2026-02-01', counts },
        when
      )
    ).id;
  const before = async () => {
    const left = valueOf(await viewWhatMayLeave.run(reader, here.id, { id: programmeId }, world));
    return [...left.before.values()].map((states) => states.map(({ counts }) => counts));
  };
  const first = await counted(['40', '20', ''], monday);
  const change = (counts: string[], version: number, when: typeof world) =>
    changeCycle.run(
      contributor,
      here.id,
      { cycleId: first, startsOn: '2026-02-01', counts, version },
      when
    );
  // What stood for less than a day is not among it.
  valueOf(await change(['40', '21', ''], 1, monday));
  expect(await before()).toEqual([[]]);
  valueOf(await change(['40', '21', '12'], 2, tuesday));
  expect(await before()).toEqual([[[40, 21, null]]]);
  valueOf(await removeCycle.run(contributor, here.id, { cycleId: first }, wednesday));
  await counted(['40', '22', '12'], wednesday);
  expect(await before()).toEqual([
    [
      [40, 21, null],
      [40, 21, 12]
    ]
  ]);
});
