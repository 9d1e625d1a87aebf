import { describe, expect, test } from 'vitest';
import { good } from '../../../tests/support/good.ts';
import { testMoment, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  noteQuestion,
  reopenStage,
  saveStage,
  tickAction,
  viewStage,
  viewStages
} from './index.server.ts';

const world = await testWorld();
const today = testMoment.slice(0, 10);
const first = 'what-matters-and-what-works';
const second = 'local-system-and-partnership';

describe('a stage', () => {
  test('is opened again by another with a reason, and is under way then, whatever it was', async () => {
    const place = await testPlace(world);
    const { lead } = place.people;
    const save = (more: object) =>
      saveStage.run(lead, place.id, { stage: first, standing: 'reviewed', ...more }, world);
    expect(await save({ startedOn: '2026-03-02', endsOn: '2026-03-01' })).toMatchObject({
      error: { kind: 'ends-before-it-starts' }
    });
    expect(await save({ stage: 'seventh' })).toMatchObject({ error: { kind: 'not-found' } });
    await good(save({}));
    const reopen = (more: object) =>
      reopenStage.run(
        lead,
        place.id,
        { stage: first, byStage: second, reason: 'New partners', reopenedOn: today, ...more },
        world
      );
    expect(await reopen({ byStage: first })).toMatchObject({ error: { kind: 'opened-by-itself' } });
    expect(await reopen({ byStage: 'seventh' })).toMatchObject({
      error: { kind: 'no-such-stage' }
    });
    expect(await reopen({ reopenedOn: '2099-01-01' })).toMatchObject({
      error: { kind: 'day-to-come', field: 'reopenedOn' }
    });
    await good(reopen({}));
    const seen = await good(viewStage.run(lead, place.id, { stage: first }, world));
    expect(seen.stage.here).toMatchObject({ standing: 'under-way', version: 2 });
    expect(seen.reopenings).toMatchObject([{ reason: 'New partners', byStage: second }]);
    // Nobody has to have said anything of a stage for it to be opened again, and the others stay as they are.
    await good(reopen({ stage: 'local-priorities' }));
    const { stages } = await good(viewStages.run(lead, place.id, {}, world));
    expect(stages.map(({ here }) => here?.standing ?? null)).toEqual([
      'under-way',
      null,
      'under-way',
      null,
      null,
      null
    ]);
  });

  test('has actions that records tick and nobody else, and others that people tick', async () => {
    const place = await testPlace(world);
    const { lead, reader } = place.people;
    const stageNow = async () =>
      (await good(viewStage.run(reader, place.id, { stage: second }, world))).stage;
    const before = await stageNow();
    const byHand = before.steps.find(({ records }) => records === null);
    const byRecords = before.steps.find(({ records }) => records === 'services');
    if (byHand === undefined || byRecords === undefined) throw new Error('no such action');
    expect([byHand.isDone, byRecords.isDone]).toEqual([false, false]);
    const tick = (action: string, done: boolean) =>
      tickAction.run(lead, place.id, { stage: second, action, done }, world);
    expect(await tick(byRecords.text, true)).toMatchObject({
      error: { kind: 'ticked-by-records' }
    });
    expect(await tick('Something else', true)).toMatchObject({ error: { kind: 'no-such-action' } });
    await good(tick(byHand.text, true));
    await good(tick(byHand.text, true));
    const ticked = (await stageNow()).steps.find(({ text }) => text === byHand.text);
    expect(ticked).toMatchObject({ isDone: true, doneOn: today });
    await good(tick(byHand.text, false));
    expect((await stageNow()).steps.some(({ isDone }) => isDone)).toBe(false);
  });

  test('keeps notes to questions that it asks, and to no others', async () => {
    const place = await testPlace(world);
    const note = (question: string, notedOn = today) =>
      noteQuestion.run(
        place.people.lead,
        place.id,
        { stage: first, question, note: 'Fathers', notedOn },
        world
      );
    expect(await note('Why?')).toMatchObject({ error: { kind: 'no-such-question' } });
    const question = 'Which gaps in what you know are worth exploring?';
    expect(await note(question, '2099-01-01')).toMatchObject({
      error: { kind: 'day-to-come', field: 'notedOn' }
    });
    await good(note(question));
    const seen = await good(viewStage.run(place.people.reader, place.id, { stage: first }, world));
    expect(seen.notes).toMatchObject([{ question, note: 'Fathers' }]);
  });
});
