import {
  addAction,
  addAim,
  addMilestone,
  addPlanPriority,
  changeAim,
  changeMilestone,
  reportProgress
} from '#modules/delivery/server';
import { addAsk } from '#modules/decisions/server';
import { addGroup } from '#modules/groups/server';
import { expect, test } from 'vitest';
import { good } from '../../../tests/support/good.ts';
import { at, testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  sendGroupReport,
  viewDue,
  viewGroupReport,
  viewProgress,
  viewSentReport
} from './index.server.ts';

test('a report is drawn from the records, kept as it was sent, and compared with the one before', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead, coordinator, reader, contributor } = place.people;
  const begins = at(world, '2026-09-01T10:00:00Z');
  const addNew = async (command: typeof addAim | typeof addGroup, input: object) =>
    (await good(command.run(coordinator, place.id, input, begins))).id;
  const board = await addNew(addGroup, { name: 'Board', kind: 'oversight' });
  const group = await addNew(addGroup, { name: 'Talk', kind: 'priority', reportsTo: [board] });
  const planPriorityId = (
    await good(addPlanPriority.run(lead, place.id, { title: 'Talk', groupId: group }, begins))
  ).id;
  const aimId = await addNew(addAim, { planPriorityId, title: 'Stories', dueOn: '2027-03-31' });
  const song = { aimId, title: 'Song bags', dueOn: '2026-09-15' };
  const { id: actionId } = await good(addAction.run(lead, place.id, song, begins));
  const draft = { aimId, title: 'Draft', dueOn: '2026-09-10' };
  const { id: milestoneId } = await good(addMilestone.run(lead, place.id, draft, begins));
  const ask = { kind: 'ask', title: 'A room', toBody: 'Church', fromGroupId: group };
  await good(addAsk.run(lead, place.id, ask, begins));

  const october = at(world, '2026-10-01T10:00:00Z');
  const due = await good(viewDue.run(reader, place.id, {}, october));
  expect(due.due.map(({ kind, title, isOwed }) => ({ kind, title, isOwed }))).toContainEqual({
    kind: 'aim-milestone',
    title: 'Draft',
    isOwed: true
  });
  const send = (input: object, when: typeof world) =>
    sendGroupReport.run(lead, place.id, { groupId: group, toGroupId: board, ...input }, when);
  expect(await send({ from: '2026-09-01' }, october)).toEqual({
    ok: false,
    error: { kind: 'said-missing', late: 2 }
  });
  expect(await send({ from: '2026-09-01', toGroupId: group, said: 'x' }, october)).toMatchObject({
    error: { kind: 'not-above' }
  });
  const first = await good(send({ from: '2026-09-01', said: 'No hall' }, october));

  const november = at(world, '2026-11-01T10:00:00Z');
  const told = { id: actionId, status: 'done', progressNote: 'Sung', version: 1 };
  await good(reportProgress.run(contributor, place.id, told, november));
  const reached = { id: milestoneId, ...draft, doneOn: '2026-10-20', version: 1 };
  await good(changeMilestone.run(lead, place.id, reached, november));
  const now = await good(viewGroupReport.run(reader, place.id, { id: group }, november));
  expect(now).toMatchObject({
    from: '2026-10-02',
    changes: { done: ['Draft', 'Song bags'], newlyLate: [], stillLate: [] },
    report: { counts: { done: 2, 'on-time': 1 } }
  });

  const kept = await good(viewSentReport.run(reader, place.id, { id: first.id }, november));
  expect(kept).toMatchObject({
    before: null,
    report: {
      untilOn: '2026-10-01',
      content: {
        to: 'Board',
        said: 'No hall',
        counts: { late: 2, done: 0 },
        asks: [{ title: 'A room', to: 'Church' }]
      }
    }
  });
  const second = await good(send({ from: '2026-10-02' }, november));
  const later = await good(viewSentReport.run(reader, place.id, { id: second.id }, november));
  expect(later).toMatchObject({
    before: { id: first.id },
    changes: { done: ['Draft', 'Song bags'] }
  });
  const all = await good(viewProgress.run(reader, place.id, {}, november));
  expect(all.groups).toMatchObject([
    { name: 'Talk', lastReport: { id: second.id }, mayReport: true }
  ]);
});

test('a milestone after its aim, and a date of the aim before its milestone, are refused', async () => {
  const world = await testWorld();
  const place = await testPlace(world);
  const { lead } = place.people;
  const planPriorityId = (await good(addPlanPriority.run(lead, place.id, { title: 'Talk' }, world)))
    .id;
  const aim = { planPriorityId, title: 'Stories', startsOn: '2026-03-01', dueOn: '2026-12-18' };
  const { id: aimId } = await good(addAim.run(lead, place.id, aim, world));
  const add = (dueOn: string) =>
    addMilestone.run(lead, place.id, { aimId, title: 'Draft', dueOn }, world);
  expect(await add('2026-12-19')).toMatchObject({ error: { kind: 'after-its-aim' } });
  expect(await add('2026-02-28')).toMatchObject({ error: { kind: 'before-its-aim' } });
  await good(add('2026-06-30'));
  const change = { ...aim, id: aimId, version: 1, dueOn: '2026-06-01' };
  expect(await changeAim.run(lead, place.id, change, world)).toMatchObject({
    error: { kind: 'milestone-outside', title: 'Draft' }
  });
});
