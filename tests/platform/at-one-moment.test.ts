import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  addMeasure,
  addMeasureValue,
  changeMeasure,
  addProject
} from '#modules/improvement/server';
import { addDecision, addPaper, removePaper } from '#modules/decisions/server';
import { addPathwayLink } from '#modules/evidence/server';
import { changeMembership, giveRole, removeMember, setUp } from '#modules/partnerships/server';
import { addConsidered, chooseFactor, viewPriorities } from '#modules/priorities/server';
import { addSetting } from '#modules/settings/server';
import type { Result } from '#core/result';
import { connect, prepareDatabase } from '#ground/connection';
import { emptyDatabase } from '../support/database.ts';
import { somebody, testPlace, testWorld, worldOn } from '../support/world.ts';

const world = await testWorld();
const rounds = 12;

const kindOf = (answer: Result<unknown, { readonly kind: string }>) =>
  answer.ok ? 'done' : answer.error.kind;

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
