import { describe, expect, test } from 'vitest';
import { good } from '../../../../tests/support/good.ts';
import { asksAbout } from '../../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../../tests/support/world.ts';
import {
  addProject,
  addPublishedMeasure,
  addPublishedTest,
  changePublishedMeasure,
  changePublishedTest,
  removePublishedMeasure,
  removePublishedTest,
  viewPublished
} from '../index.server.ts';

/** What was taken from a publication, entered and changed on a real database. */

const review = { title: 'Uptake of the review', baseline: '33%', source: 'Example, 2019' };
const nurse = { number: 3, tried: 'One nurse', source: 'Example, 2019' };

async function anAccount() {
  const world = await testWorld();
  const place = await testPlace(world);
  const { coordinator } = place.people;
  const { id: projectId } = await good(
    addProject.run(coordinator, place.id, { title: 'The review' }, world)
  );
  const all = [coordinator, place.id] as const;
  await good(addPublishedMeasure.run(...all, { ...review, projectId }, world));
  await good(addPublishedTest.run(...all, { ...nurse, projectId }, world));
  const account = () => good(viewPublished.run(...all, { projectId }, world));
  const { measures, tests } = await account();
  const [measure] = measures;
  const [cycle] = tests;
  if (measure === undefined || cycle === undefined) throw new Error('It was added above.');
  return { world, place, all, account, projectId, measure, cycle };
}

describe('what a publication says', () => {
  test('is changed: its facts and where it was taken from', async () => {
    const { world, all, account, measure, cycle } = await anAccount();
    const source = 'Example board, 2019, page 4 https://example.org/report';
    const changed = { ...review, id: measure.id, result: '71%', source, version: 1 };
    expect(await changePublishedMeasure.run(...all, changed, world)).toEqual({
      ok: true,
      value: { version: 2 }
    });
    const told = { ...nurse, id: cycle.id, predicted: 'Half would come', version: 1 };
    await good(changePublishedTest.run(...all, told, world));
    expect(await account()).toMatchObject({
      measures: [{ result: '71%', source }],
      tests: [{ predicted: 'Half would come', version: 2 }]
    });
  });

  test('shows the second of two editors what the first saved', async () => {
    const { world, all, account, measure, cycle } = await anAccount();
    const first = { ...review, id: measure.id, result: '71%', version: 1 };
    await good(changePublishedMeasure.run(...all, first, world));
    expect(
      await changePublishedMeasure.run(...all, { ...first, result: '70%' }, world)
    ).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { result: '71%', baseline: '33%' }, version: 2 }
    });
    const told = { ...nurse, id: cycle.id, result: 'Two came', version: 1 };
    await good(changePublishedTest.run(...all, told, world));
    expect(await changePublishedTest.run(...all, { ...told, number: 4 }, world)).toMatchObject({
      error: { kind: 'changed-meanwhile', theirs: { number: '3', result: 'Two came' }, version: 2 }
    });
    expect((await account()).measures).toMatchObject([{ result: '71%' }]);
  });

  test.each([
    { about: 'no publication', change: { source: ' ' }, error: { kind: 'invalid-input' } },
    {
      about: 'somebody’s telephone',
      change: { note: 'Ring 07700 900123' },
      ...asksAbout('note')
    }
  ])('is not saved with $about', async ({ change, error }) => {
    const { world, all, account, measure } = await anAccount();
    const given = { ...review, id: measure.id, version: 1, ...change };
    expect(await changePublishedMeasure.run(...all, given, world)).toMatchObject({ error });
    expect((await account()).measures).toMatchObject([review]);
  });

  test('has each number once, and may keep its own', async () => {
    const { world, all, account, projectId, cycle } = await anAccount();
    await good(addPublishedTest.run(...all, { ...nurse, projectId, number: 4 }, world));
    const change = (number: unknown) =>
      changePublishedTest.run(...all, { ...nurse, id: cycle.id, number, version: 1 }, world);
    expect(await change(4)).toMatchObject({
      ok: false,
      error: {
        kind: 'taken',
        field: 'number',
        sentence: expect.stringContaining('a cycle 4 already')
      }
    });
    expect(await change('')).toMatchObject({ error: { kind: 'invalid-input' } });
    expect((await change('3')).ok).toBe(true);
    expect((await account()).tests.map(({ number }) => number)).toEqual([3, 4]);
  });

  test('is taken out, and only by who may', async () => {
    const { world, place, all, account, measure, cycle } = await anAccount();
    const { reader } = place.people;
    expect(await removePublishedTest.run(reader, place.id, { id: cycle.id }, world)).toMatchObject({
      ok: false
    });
    await good(removePublishedMeasure.run(...all, { id: measure.id }, world));
    await good(removePublishedTest.run(...all, { id: cycle.id }, world));
    expect(await account()).toMatchObject({ measures: [], tests: [] });
    expect(await removePublishedTest.run(...all, { id: cycle.id }, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});
