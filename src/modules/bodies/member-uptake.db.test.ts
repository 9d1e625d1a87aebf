import { addAim, addPlanPriority } from '#modules/delivery/server';
import { joinCollaborative } from '#modules/partnerships/server';
import { describe, expect, test } from 'vitest';
import { testPlace, testWorld } from '../../../tests/support/world.ts';
import {
  addApproval,
  addBody,
  addElement,
  addMemberUptake,
  changeMemberUptake,
  makePlanVersion,
  removeMemberUptake,
  viewAreas,
  viewRegionalAims,
  viewUptake
} from './index.server.ts';

const world = await testWorld();
const region = await testPlace(world, 'Region');
const member = await testPlace(world, 'Hill');
const stranger = await testPlace(world, 'Elsewhere');
await joinCollaborative(world, region.id, member.id);

async function given<Value>(answer: Promise<{ ok: boolean; value?: Value; error?: unknown }>) {
  const said = await answer;
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  return said.value as Value;
}

const chief = region.people.lead;
const hill = member.people.lead;
const heading = await given(addPlanPriority.run(chief, region.id, { title: 'Play' }, world));
const aim = await given(
  addAim.run(chief, region.id, { planPriorityId: heading.id, title: 'A story each day' }, world)
);
const training = await given(
  addElement.run(chief, region.id, { aimId: aim.id, title: 'Training' }, world)
);

describe('an aim of a collaborative', () => {
  test('is seen by its members and by nobody else', async () => {
    const seen = await given(viewRegionalAims.run(member.people.reader, member.id, {}, world));
    expect(seen).toMatchObject([{ id: aim.id, title: 'A story each day', priority: 'Play' }]);
    expect(await given(viewRegionalAims.run(stranger.people.lead, stranger.id, {}, world))).toEqual(
      []
    );
    expect(await given(viewRegionalAims.run(chief, region.id, {}, world))).toEqual([]);
  });

  test('is taken up by members alone, with a reason where they differ', async () => {
    const declined = { aimId: aim.id, uptake: 'declined' };
    expect(await addMemberUptake.run(hill, member.id, declined, world)).toMatchObject({
      error: { kind: 'reason-needed' }
    });
    const adopted = { aimId: aim.id, uptake: 'adopted', isShared: 'yes' };
    expect(
      await addMemberUptake.run(stranger.people.lead, stranger.id, adopted, world)
    ).toMatchObject({ error: { kind: 'no-regional-aim' } });
    const both = { ...adopted, sameElements: [training.id], differentElements: [training.id] };
    expect(await addMemberUptake.run(hill, member.id, both, world)).toMatchObject({
      error: { kind: 'same-and-different' }
    });
    const ahead = { ...adopted, decidedOn: '2099-01-01' };
    expect(await addMemberUptake.run(hill, member.id, ahead, world)).toMatchObject({
      error: { kind: 'day-ahead' }
    });
  });

  test('is seen by the collaborative as a member takes it up once the member shows it, and never changed by it', async () => {
    const varied = { aimId: aim.id, uptake: 'varied', differs: 'In two languages' };
    const { id } = await given(addMemberUptake.run(hill, member.id, varied, world));
    const seen = () => given(viewUptake.run(chief, region.id, { id: aim.id }, world));
    expect(await seen()).toMatchObject({ bodies: [], uptakes: [] });
    const shown = { ...varied, id, version: 1, isShared: 'yes', sameElements: [training.id] };
    await given(changeMemberUptake.run(hill, member.id, shown, world));
    expect(await seen()).toMatchObject({
      bodies: [{ id: member.id }],
      uptakes: [{ bodyId: member.id, uptake: 'varied', differs: 'In two languages' }],
      elements: [{ title: 'Training', sameIn: [member.id], differentIn: [] }]
    });
    // Under the name of the body that the member is, where one is named.
    const body = { name: 'Hill Council', kind: 'council', takesUpAims: 'yes', memberId: member.id };
    const council = await given(addBody.run(chief, region.id, body, world));
    expect(await seen()).toMatchObject({
      bodies: [{ id: council.id, name: 'Hill Council' }],
      uptakes: [{ bodyId: council.id, own: { on: null, by: '' } }]
    });
    const areas = await given(viewAreas.run(chief, region.id, {}, world));
    expect(areas.aims).toMatchObject([{ id: aim.id, uptakes: [{ bodyId: council.id }] }]);
    const other = { ...shown, version: 2, uptake: 'adopted' };
    expect(await changeMemberUptake.run(chief, region.id, other, world)).toMatchObject({
      error: { kind: 'not-found' }
    });
    expect(await removeMemberUptake.run(chief, region.id, { id }, world)).toMatchObject({
      error: { kind: 'not-found' }
    });
    const far = { ...body, name: 'Elsewhere Council', memberId: stranger.id };
    expect(await addBody.run(chief, region.id, far, world)).toMatchObject({
      error: { kind: 'no-member' }
    });
  });
});

describe('a version of the plan', () => {
  test('is not kept of an empty plan, and asks no body that is none of the plan', async () => {
    const empty = await testPlace(world, 'Empty');
    const { lead } = empty.people;
    const version = { title: 'The plan' };
    expect(await makePlanVersion.run(lead, empty.id, version, world)).toMatchObject({
      error: { kind: 'empty-plan' }
    });
    const kept = await given(makePlanVersion.run(chief, region.id, version, world));
    const body = { name: 'Elsewhere Council', kind: 'council' };
    const far = await given(addBody.run(lead, empty.id, body, world));
    const line = { versionId: kept.id, bodyId: far.id, asked: 'approve', state: 'approved' };
    expect(await addApproval.run(chief, region.id, line, world)).toMatchObject({
      error: { kind: 'unknown-link', field: 'bodyId' }
    });
  });
});
