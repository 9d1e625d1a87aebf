import { describe, expect, test } from 'vitest';
import { ok } from '#core/result';
import { addChangeIdea, addMeasure, addProject, planTest } from '#modules/improvement/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { good } from '../../../tests/support/good.ts';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addDriver,
  addIdeaUnder,
  archiveDriver,
  beginWith,
  changeDriver,
  driversByFactor,
  hangUnder,
  moveInOrder,
  restoreDriver,
  saveDiagramVersion,
  unlink,
  viewBeginnings,
  viewDiagram,
  viewDiagramVersion,
  viewDriver
} from './index.server.ts';
import { outlineOf } from './index.ts';
import type { FactorId } from '#modules/vocabulary';

/** Driver diagrams on a real database, in the made-up place Fernhollow. */

async function aDiagram() {
  const world = await testWorld();
  const place = await testPlace(world);
  const actor = place.people.contributor;
  const give = <Value>(
    command: {
      run(
        ...given: [typeof actor, typeof place.id, unknown, typeof world]
      ): Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>;
    },
    input: unknown
  ) => good(command.run(actor, place.id, input, world));
  const { id: projectId } = await give(addProject, {
    title: 'A story before bed',
    aimChange: 'Children hear a story at bedtime'
  });
  const { id: able } = await give(addDriver, {
    projectId,
    level: 'primary',
    title: 'Parents feel able',
    factorId: 'play-and-verbal-exchanges'
  });
  const { id: hand } = await give(addDriver, {
    projectId,
    level: 'primary',
    title: 'Something to hand'
  });
  const { id: seen } = await give(addDriver, {
    projectId,
    level: 'secondary',
    underId: able,
    title: 'Have seen it done'
  });
  const { id: bag } = await give(addIdeaUnder, { projectId, underId: seen, text: 'Story bag' });
  const view = () => give(viewDiagram, { projectId });
  return { world, place, actor, give, projectId, able, hand, seen, bag, view };
}

describe('a driver diagram', () => {
  test('is built driver by driver, and what hangs under several hangs under each', async () => {
    const { give, projectId, hand, seen, bag, view } = await aDiagram();
    await give(hangUnder, { projectId, upperId: hand, lowerKind: 'driver', lowerId: seen });
    await give(hangUnder, { projectId, upperId: hand, lowerKind: 'idea', lowerId: bag });
    const { diagram, version, aim } = await view();
    expect(aim).toBe('Children hear a story at bedtime.');
    expect(version).toBe(7);
    const { entries } = outlineOf(diagram);
    expect(
      entries.map((entry) => entry.kind === 'driver' && [entry.driver.title, entry.entries.length])
    ).toEqual([
      ['Parents feel able', 1],
      ['Something to hand', 2]
    ]);
  });

  test('shows the tests of its ideas', async () => {
    const { give, projectId, bag, view } = await aDiagram();
    expect((await view()).diagram.ideas[0]).toMatchObject({ verdict: 'untested' });
    await give(planTest, {
      projectId,
      changeIdeaId: bag,
      changeTried: 'One bag',
      plannedFor: '2026-03-02',
      predictions: [{ question: 'Will it be used?', prediction: 'On two nights' }]
    });
    expect((await view()).diagram.ideas[0]).toMatchObject({
      verdict: 'under-way',
      tests: { all: 0 }
    });
  });

  test('refuses what would run the wrong way, hang twice, or belongs to another project', async () => {
    const { world, place, actor, give, projectId, able, seen, bag } = await aDiagram();
    const hang = (lowerKind: string, lowerId: string, upperId: string) =>
      hangUnder.run(actor, place.id, { projectId, upperId, lowerKind, lowerId }, world);
    const refused = (kind: string) => ({ ok: false, error: { kind } });
    expect(await hang('driver', able, seen)).toEqual(refused('wrong-way'));
    expect(await hang('driver', seen, able)).toEqual(refused('hangs-there-already'));
    const { id: other } = await give(addProject, { title: 'Another' });
    const { id: stray } = await give(addChangeIdea, { projectId: other, text: 'A stray idea' });
    expect(await hang('idea', stray, seen)).toEqual(refused('not-in-diagram'));
    expect(await hang('idea', bag, bag)).toEqual(refused('not-in-diagram'));
    const primary = { projectId, level: 'primary', underId: able, title: 'Under another' };
    expect(await addDriver.run(actor, place.id, primary, world)).toEqual(refused('wrong-way'));
    const named = { projectId, level: 'primary', title: 'Ring 0161 496 0000' };
    expect(await addDriver.run(actor, place.id, named, world)).toMatchObject(asksAbout('title'));
    const unknown = { projectId, level: 'primary', title: 'Weather', factorId: 'weather' };
    expect(await addDriver.run(actor, place.id, unknown, world)).toMatchObject(
      refused('unknown-factor')
    );
  });

  test('is archived with what rests on it, keeps its ideas, and comes back as it hung', async () => {
    const { give, able, seen, view, projectId } = await aDiagram();
    const before = await view();
    const { going } = await give(viewDriver, { projectId, driverId: able });
    expect(going).toEqual({ along: ['Have seen it done'], staying: [], ideas: ['Story bag'] });
    await give(archiveDriver, { driverId: able, diagramVersion: before.version });
    const after = await view();
    expect(after.diagram.drivers.map(({ title }) => title)).toEqual(['Something to hand']);
    expect(after.diagram.ideas).toHaveLength(1);
    expect(after.archived).toMatchObject([{ title: 'Parents feel able', wentAlong: 1 }]);
    await give(restoreDriver, { driverId: able });
    const back = await view();
    expect(back.diagram.links).toEqual(before.diagram.links);
    expect(back.diagram.drivers.map(({ id }) => id)).toContain(seen);
    expect(back.archived).toEqual([]);
  });

  test('is watched by measures of its project alone', async () => {
    const { world, place, actor, give, projectId, able, view } = await aDiagram();
    const measure = {
      title: 'Stories at home',
      kind: 'outcome',
      valueForm: 'share',
      direction: 'increase'
    };
    const { id } = await give(addMeasure, { projectId, ...measure });
    const change = { driverId: able, title: 'Parents feel able', measureIds: [id], version: 1 };
    await give(changeDriver, change);
    expect((await view()).diagram.drivers[0]?.measureIds).toEqual([id]);
    const { id: other } = await give(addProject, { title: 'Another' });
    const { id: stray } = await give(addMeasure, { projectId: other, ...measure });
    expect(
      await changeDriver.run(actor, place.id, { ...change, measureIds: [stray], version: 2 }, world)
    ).toEqual({ ok: false, error: { kind: 'unknown-measure' } });
    await give(changeDriver, { ...change, measureIds: [], version: 2 });
    expect((await view()).diagram.drivers[0]?.measureIds).toEqual([]);
  });
});

describe('two people at one diagram', () => {
  test('may add at the same time: nothing is lost', async () => {
    const { give, projectId, able, view } = await aDiagram();
    const titles = ['One', 'Two', 'Three', 'Four'];
    await Promise.all(
      titles.map((title) =>
        give(addDriver, { projectId, level: 'secondary', underId: able, title })
      )
    );
    const { diagram } = await view();
    const added = diagram.drivers.filter(({ title }) => titles.includes(title));
    expect(added).toHaveLength(4);
    expect(new Set(added.map(({ position }) => position)).size).toBe(4);
  });

  test('are told when what they move or take away was changed meanwhile', async () => {
    const { world, place, actor, give, projectId, hand, view } = await aDiagram();
    const { version: saw, diagram } = await view();
    const up = { projectId, itemId: hand, direction: 'up', diagramVersion: saw };
    await give(moveInOrder, up);
    const changed = { ok: false, error: { kind: 'diagram-changed', by: expect.any(String) } };
    expect(await moveInOrder.run(actor, place.id, up, world)).toMatchObject(changed);
    const [link] = diagram.links;
    const away = { projectId, linkId: link?.id, diagramVersion: saw };
    expect(await unlink.run(actor, place.id, away, world)).toMatchObject(changed);
    expect(
      await archiveDriver.run(actor, place.id, { driverId: hand, diagramVersion: saw }, world)
    ).toMatchObject(changed);
    const now = await view();
    expect(now.diagram.drivers[0]?.id).toBe(hand);
    expect(await give(unlink, { ...away, diagramVersion: now.version })).toEqual({ left: 0 });
  });

  test('choose between two wordings of one driver', async () => {
    const { world, place, actor, give, able } = await aDiagram();
    await give(changeDriver, { driverId: able, title: 'Parents are able', version: 1 });
    const second = { driverId: able, title: 'Families feel able', version: 1 };
    expect(await changeDriver.run(actor, place.id, second, world)).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', theirs: { title: 'Parents are able' }, version: 2 }
    });
  });
});

test('a version keeps the diagram as it was, and tells what changed since', async () => {
  const { world, place, actor, give, projectId, seen, view } = await aDiagram();
  const empty = await give(addProject, { title: 'Empty' });
  expect(
    await saveDiagramVersion.run(actor, place.id, { projectId: empty.id, name: 'First' }, world)
  ).toEqual({ ok: false, error: { kind: 'nothing-to-name' } });
  const first = await give(saveDiagramVersion, { projectId, name: 'Agreed in May' });
  await give(addIdeaUnder, { projectId, underId: seen, text: 'Song cards' });
  const second = await give(saveDiagramVersion, { projectId, name: 'After the first tests' });
  await give(changeDriver, { driverId: seen, title: 'Saw it done', version: 1 });
  expect([first.number, second.number]).toEqual([1, 2]);

  const until = { projectId, versionId: first.id, until: second.id };
  const between = await give(viewDiagramVersion, until);
  expect(between.version.content.diagram.ideas.map(({ text }) => text)).toEqual(['Story bag']);
  expect(between.changes).toEqual([
    { kind: 'idea-added', title: 'Song cards', under: ['Have seen it done'] }
  ]);
  const since = await give(viewDiagramVersion, { projectId, versionId: second.id });
  expect(since.changes).toEqual([
    { kind: 'renamed', from: 'Have seen it done', to: 'Saw it done' }
  ]);
  expect((await view()).versions.map(({ name }) => name)).toEqual([
    'After the first tests',
    'Agreed in May'
  ]);
});

describe('a diagram that begins with another', () => {
  test('takes over the words and the shape of another project, and no test', async () => {
    const { world, place, actor, give, projectId } = await aDiagram();
    const { id: other } = await give(addProject, { title: 'Another nursery' });
    await give(addChangeIdea, { projectId: other, text: 'Story bag' });
    const choices = await give(viewBeginnings, { projectId: other });
    expect(choices.projects).toEqual([{ id: projectId, title: 'A story before bed', drivers: 3 }]);
    expect(choices.published).toHaveLength(2);
    const from = { projectId: other, from: `project:${projectId}` };
    await give(beginWith, from);
    const begun = await give(viewDiagram, { projectId: other });
    expect(begun.basedOn).toBe('the project “A story before bed”');
    expect(begun.diagram.drivers.map(({ title }) => title)).toEqual([
      'Parents feel able',
      'Something to hand',
      'Have seen it done'
    ]);
    // The idea was there word for word: there is still one.
    expect(begun.diagram.ideas.map(({ text }) => text)).toEqual(['Story bag']);
    expect(begun.diagram.links).toHaveLength(2);
    expect(await beginWith.run(actor, place.id, from, world)).toEqual({
      ok: false,
      error: { kind: 'diagram-begun' }
    });
  });

  test('takes a published one with its source, and nothing from another place', async () => {
    const { world, place, actor, give, projectId } = await aDiagram();
    const { id: fresh } = await give(addProject, { title: 'Poverty' });
    await give(beginWith, { projectId: fresh, from: 'example:child-poverty-drivers-scotland' });
    const { basedOn, diagram } = await give(viewDiagram, { projectId: fresh });
    expect(basedOn).toContain('https://www.gov.scot/');
    expect(diagram.drivers).toHaveLength(7);

    const neighbour = await testPlace(world, 'Elsewhere');
    const theirs = neighbour.people.contributor;
    const { id: other } = await good(
      addProject.run(theirs, neighbour.id, { title: 'Next door' }, world)
    );
    const from = { projectId: other, from: `project:${projectId}` };
    expect(await beginWith.run(theirs, neighbour.id, from, world)).toEqual({
      ok: false,
      error: { kind: 'nothing-to-begin-with' }
    });
    expect(
      await addDriver.run(
        theirs,
        neighbour.id,
        { projectId, level: 'primary', title: 'Not ours' },
        world
      )
    ).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await viewDiagram.run(actor, place.id, { projectId: other }, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});

test('higher modules read the drivers at a factor, with the ideas beneath and those without a test', async () => {
  const { world, place, actor, projectId, able } = await aDiagram();
  const ofDrivers = query({
    name: 'drivers.test-views',
    needs: 'records:read',
    input: v.object({}),
    example: {},
    async run({ scope, tx }) {
      return ok(await driversByFactor(tx, scope));
    }
  });
  const found = await good(ofDrivers.run(actor, place.id, {}, world));
  expect(found.get('play-and-verbal-exchanges' as FactorId)).toEqual([
    {
      driverId: able,
      title: 'Parents feel able',
      projectId,
      projectTitle: 'A story before bed',
      ideas: 1,
      untested: 1
    }
  ]);
});
