import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  addMeasure,
  addMeasureValue,
  changeMeasure,
  addProject
} from '#modules/improvement/server';
import {
  addAction,
  addAim,
  addMilestone,
  addPlanPriority,
  changeAim
} from '#modules/delivery/server';
import {
  addDecision,
  addDispute,
  addDisputeStep,
  addPaper,
  confirmDecision,
  removeDecision,
  removePaper,
  settleDispute
} from '#modules/decisions/server';
import { addGroup } from '#modules/groups/server';
import { addPathwayLink } from '#modules/evidence/server';
import { changeMembership, giveRole, removeMember, setUp } from '#modules/partnerships/server';
import { addConsidered, chooseFactor, viewPriorities } from '#modules/priorities/server';
import { addSetting } from '#modules/settings/server';
import type { Result } from '#core/result';
import { connect, prepareDatabase } from '#ground/connection';
import { valueOf } from '../support/good.ts';
import { emptyDatabase } from '../support/database.ts';
import { somebody, testPlace, testWorld, worldOn } from '../support/world.ts';

const world = await testWorld();
const rounds = 12;

const kindOf = (answer: Result<unknown, { readonly kind: string }>) =>
  answer.ok ? 'done' : answer.error.kind;

/** A place with a priority of its plan, and what adds an aim to it: answers what a form that changes it sends. */
async function aPlan() {
  const place = await testPlace(world);
  const { lead } = place.people;
  const priority = await addPlanPriority.run(lead, place.id, addPlanPriority.example, world);
  const planPriorityId = valueOf(priority).id;
  const aim = async (title: string, more: Readonly<Record<string, string>> = {}) => {
    const given = { planPriorityId, title, ...more };
    const { id } = valueOf(await addAim.run(lead, place.id, given, world));
    return { ...given, id, status: 'not-started', version: 1 };
  };
  return { place, aim };
}

describe('at one moment', () => {
  test('two coordinators who make each other leads leave one', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const place = await testPlace(world);
      const { coordinator } = place.people;
      const second = await somebody(world, `second@${place.slug}.example`);
      const role = { role: 'coordinator', organisation: '', jobRole: '' } as const;
      await giveRole(world, { partnershipId: place.id, personId: second.personId, ...role });
      const demote = (by: typeof second, whom: typeof second) =>
        changeMembership.run(
          by,
          place.id,
          { personId: whom.personId, role: 'lead', version: 1 },
          world
        );
      const answers = await Promise.all([
        demote(coordinator, second),
        removeMember.run(second, place.id, { personId: coordinator.personId }, world)
      ]);
      expect(answers.map(kindOf).sort()).not.toEqual(['done', 'done']);
      expect(answers.map(kindOf)).toContain('done');
    }
  });

  test('two links that would close a loop together are not both added', async () => {
    const place = await testPlace(world);
    const link = (from: string, to: string) =>
      addPathwayLink.run(
        place.people.lead,
        place.id,
        { ...(addPathwayLink.example as object), from, to: `factor/${to}` },
        world
      );
    const answers = await Promise.all([
      link('parent-stress', 'breastfeeding'),
      link('breastfeeding', 'parent-stress')
    ]);
    expect(answers.map(kindOf).sort()).toEqual(['closes-loop', 'done']);
  });

  test('a measure does not change its form while its first value comes in', async () => {
    const place = await testPlace(world);
    const { lead } = place.people;
    for (let round = 0; round < rounds; round += 1) {
      const project = await addProject.run(
        lead,
        place.id,
        { ...(addProject.example as object), title: `Project ${round}` },
        world
      );
      if (!project.ok) throw new Error(JSON.stringify(project.error));
      const parts = { ...(addMeasure.example as object), projectId: project.value.id };
      const measure = await addMeasure.run(lead, place.id, parts, world);
      if (!measure.ok) throw new Error(JSON.stringify(measure.error));
      const measureId = measure.value.id;
      const answers = await Promise.all([
        addMeasureValue.run(
          lead,
          place.id,
          { measureId, measuredOn: '2026-03-01', numerator: '14', denominator: '20' },
          world
        ),
        changeMeasure.run(
          lead,
          place.id,
          { ...parts, id: measureId, valueForm: 'count', version: 1 },
          world
        )
      ]);
      expect(answers.map(kindOf)).not.toEqual(['done', 'done']);
    }
  });

  test('a factor is not chosen and set aside at once', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const place = await testPlace(world);
      const { lead } = place.people;
      const factor = 'play-and-verbal-exchanges';
      await Promise.all([
        chooseFactor.run(lead, place.id, { factor, outcomes: [], reason: 'Near' }, world),
        addConsidered.run(
          lead,
          place.id,
          { factor, standing: 'considered', reason: 'Not now' },
          world
        )
      ]);
      const seen = await viewPriorities.run(lead, place.id, {}, world);
      if (!seen.ok) throw new Error(JSON.stringify(seen.error));
      const chosen = seen.value.priorities.some((one) => one.factor === factor);
      const considered = seen.value.considered.some((one) => one.factor === factor);
      expect({ chosen, considered }).not.toEqual({ chosen: true, considered: true });
    }
  });

  test('no decision rests on a paper that is removed as it is made', async () => {
    const place = await testPlace(world);
    const { lead, coordinator } = place.people;
    for (let round = 0; round < rounds; round += 1) {
      const given = { ...(addPaper.example as object), title: `Paper ${round}` };
      const paper = await addPaper.run(lead, place.id, given, world);
      if (!paper.ok) throw new Error(JSON.stringify(paper.error));
      const { id } = paper.value;
      const decision = { ...(addDecision.example as object), paperIds: [id] };
      const answers = await Promise.all([
        addDecision.run(lead, place.id, decision, world),
        removePaper.run(coordinator, place.id, { id }, world)
      ]);
      expect(answers.map(kindOf)).not.toEqual(['done', 'done']);
      expect(answers.map(kindOf)).toContain('done');
    }
  });

  test('two aims do not each become the same as the other, or both would be seen nowhere', async () => {
    const { place, aim } = await aPlan();
    const { lead, coordinator } = place.people;
    for (let round = 0; round < rounds; round += 1) {
      const [one, other] = [await aim(`One ${round}`), await aim(`Other ${round}`)];
      const answers = await Promise.all([
        changeAim.run(lead, place.id, { ...one, sameAs: other.id }, world),
        changeAim.run(coordinator, place.id, { ...other, sameAs: one.id }, world)
      ]);
      expect(answers.map(kindOf).sort()).not.toEqual(['done', 'done']);
      expect(answers.map(kindOf)).toContain('done');
    }
  });

  test('no action comes to an aim that becomes the same as another, and no milestone after its last day', async () => {
    const { place, aim } = await aPlan();
    const { lead, coordinator } = place.people;
    const whole = await aim('The whole');
    for (let round = 0; round < rounds; round += 1) {
      const entry = await aim(`Entry ${round}`);
      const joined = await Promise.all([
        changeAim.run(lead, place.id, { ...entry, sameAs: whole.id }, world),
        addAction.run(coordinator, place.id, { aimId: entry.id, title: 'Song bags' }, world)
      ]);
      expect(joined.map(kindOf)).not.toEqual(['done', 'done']);
      const dated = await aim(`Dated ${round}`, { dueOn: '2027-06-30' });
      const milestone = { aimId: dated.id, title: 'A draft', dueOn: '2027-06-01' };
      const moved = await Promise.all([
        changeAim.run(lead, place.id, { ...dated, dueOn: '2027-03-31' }, world),
        addMilestone.run(coordinator, place.id, milestone, world)
      ]);
      expect(moved.map(kindOf)).not.toEqual(['done', 'done']);
    }
  });

  test('no decision is removed as it is confirmed, and none is settled before a step that begins', async () => {
    const place = await testPlace(world);
    const { lead, coordinator } = place.people;
    for (let round = 0; round < rounds; round += 1) {
      const draft = { ...(addDecision.example as object), decidedOn: '2026-02-02' };
      const { id } = valueOf(await addDecision.run(lead, place.id, draft, world));
      const confirmed = await Promise.all([
        confirmDecision.run(coordinator, place.id, { id, version: 1 }, world),
        removeDecision.run(lead, place.id, { id }, world)
      ]);
      expect(confirmed.map(kindOf)).not.toEqual(['done', 'done']);
      expect(confirmed.map(kindOf)).toContain('done');
    }
    const group = await addGroup.run(coordinator, place.id, addGroup.example, world);
    const groupId = valueOf(group).id;
    for (let round = 0; round < rounds; round += 1) {
      const dispute = valueOf(await addDispute.run(lead, place.id, addDispute.example, world));
      const settlement = { ...(settleDispute.example as object), id: dispute.id };
      const step = { disputeId: dispute.id, groupId, level: 'group', since: '2026-02-20' };
      const settled = await Promise.all([
        settleDispute.run(lead, place.id, settlement, world),
        addDisputeStep.run(coordinator, place.id, step, world)
      ]);
      expect(settled.map(kindOf)).not.toEqual(['done', 'done']);
      expect(settled.map(kindOf)).toContain('done');
    }
  });

  test('a value that only one may have is refused to the other in words', async () => {
    const place = await testPlace(world);
    const nursery = { name: 'Brook Nursery', kind: 'nursery', area: 'Brook', externalId: 'B1' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => addSetting.run(place.people.coordinator, place.id, nursery, world))
    );
    expect(answers.map(kindOf).sort()).toEqual(['done', 'taken', 'taken']);
  });

  test('several who set up a new Cairn make one administrator', async () => {
    const { owner, name } = await emptyDatabase();
    const { app } = await prepareDatabase(owner);
    const fresh = await worldOn({ app, owner });
    try {
      const answers = await Promise.all(
        [1, 2, 3, 4].map((who) =>
          setUp(fresh, {
            name: `Person ${who}`,
            email: `person${who}@${name.replaceAll('_', '-')}.example`,
            password: `four stones on a hill ${randomUUID()}`,
            partnership: {
              name: `Place ${who}`,
              slug: `place-${who}`,
              kind: 'place',
              areaCode: '',
              nation: 'England',
              about: ''
            }
          })
        )
      );
      expect(answers.map(kindOf).sort()).toEqual([
        'already-set-up',
        'already-set-up',
        'already-set-up',
        'done'
      ]);
    } finally {
      await fresh.database.destroy();
    }
    const client = await connect(owner);
    try {
      const { rows } = await client.query('select from person');
      expect(rows).toHaveLength(1);
    } finally {
      await client.end();
    }
  });
});
