import { testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import { addAction, addAim, addPlanPriority } from '#modules/delivery/server';
import { rateWorks } from '#modules/evidence/server';
import { addProject, changeProject } from '#modules/improvement/server';
import { addService, endService } from '#modules/maps/server';
import { chooseFactor, chooseOutcome } from '#modules/priorities/server';
import { addProgramme } from '#modules/reach/server';
import { addRollOut } from '#modules/rollout/server';
import type { Command } from '#platform/command';
import { describe, expect, test } from 'vitest';
import { viewThread, viewThreads } from './index.server.ts';

const world = await testWorld();
const factor = 'learning-resources-in-the-home';

async function done<Value, Problem extends { kind: string }>(
  place: TestPlace,
  command: Command<Value, Problem>,
  input: unknown
): Promise<Value> {
  const answer = await command.run(place.people.coordinator, place.id, input, world);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function threadAt(place: TestPlace, asked: Record<string, string> = {}) {
  const answer = await viewThread.run(place.people.reader, place.id, { factor, ...asked }, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

const statesOf = ({ thread }: Awaited<ReturnType<typeof threadAt>>) =>
  Object.fromEntries(thread.steps.map((step) => [step.id, step.state]));

describe('a thread on real records', () => {
  test('grows with each record that another module keeps, and names what is missing next', async () => {
    const place = await testPlace(world);
    const before = await threadAt(place);
    expect(statesOf(before)).toMatchObject({ evidence: 'partial', services: 'missing' });
    expect(before.thread.gaps.map((gap) => gap.kind)).toEqual([
      'works-unknown',
      'no-indicator',
      'no-service',
      'not-chosen'
    ]);

    await done(place, rateWorks, {
      factor,
      strength: 'mixed',
      confidence: 'low',
      source: 'A reading of the guidebooks',
      datedOn: '2026-01-20',
      reason: 'Two programmes, one trial each.'
    });
    await done(place, addService, {
      name: 'Book bags',
      organisation: 'Fernhollow Libraries',
      factors: [{ factor, reason: 'Books go home with every child.' }]
    });
    await done(place, chooseFactor, {
      factor,
      outcomes: ['communication'],
      reason: 'Parents asked for it'
    });
    const chosen = await threadAt(place);
    expect(statesOf(chosen)).toMatchObject({
      evidence: 'present',
      services: 'present',
      priority: 'present',
      kind: 'missing'
    });

    const heading = await done(place, addPlanPriority, {
      title: 'Books at home',
      factors: [factor]
    });
    const aim = await done(place, addAim, {
      planPriorityId: heading.id,
      title: 'A book of their own for every child',
      factors: [factor]
    });
    await done(place, addAction, {
      aimId: aim.id,
      title: 'Bags in every nursery',
      dueOn: '2026-09-30'
    });
    const planned = await threadAt(place);
    expect(planned.thread.actions).toMatchObject([
      { title: 'Bags in every nursery', status: 'not-started', due: '2026-09-30' }
    ]);
    expect(planned.thread.plan).toEqual({ priorityId: heading.id, aimId: aim.id });
    expect(planned.thread.gaps.map((gap) => gap.kind)).toContain('no-project');

    const project = await done(place, addProject, {
      title: 'More books at home',
      aimChange: 'Families read together every day',
      factorIds: [factor]
    });
    const begun = await threadAt(place);
    expect(begun.thread.gaps).toContainEqual({ kind: 'no-test', projectId: project.id });
    expect(statesOf(begun)).toMatchObject({ tests: 'partial', change: 'missing' });
  });

  test('shows what spreads and what is counted at its factor, and nowhere else', async () => {
    const place = await testPlace(world);
    const title = 'Story bag at pick-up';
    const started = { title, startedOn: '2026-02-02', factorIds: [factor] };
    const { id: rollOutId } = await done(place, addRollOut, started);
    const { id: programmeId } = await done(place, addProgramme, {
      title: 'Sing and Play',
      rhythm: 'monthly',
      stages: 'Could come\nCame once\nCame to the end',
      servedStage: '1',
      factorIds: [factor]
    });
    const { thread } = await threadAt(place);
    expect(thread.rollOuts).toMatchObject([{ id: rollOutId, title }]);
    expect(thread.programmes).toMatchObject([{ id: programmeId, title: 'Sing and Play' }]);
    expect(thread.steps.find(({ id }) => id === 'tests')?.state).toBe('partial');
    const elsewhere = await threadAt(place, { factor: 'schools' });
    expect([elsewhere.thread.rollOuts, elsewhere.thread.programmes]).toEqual([[], []]);
  });

  test('shows an aim and an action at the factors that they name, and not at those of their heading', async () => {
    const place = await testPlace(world);
    const heading = await done(place, addPlanPriority, {
      title: 'Learning',
      factors: [factor, 'schools', 'nutrition']
    });
    const aim = async (title: string, factors: readonly string[]) =>
      done(place, addAim, { planPriorityId: heading.id, title, factors });
    const books = await aim('Books', [factor]);
    const numeracy = await aim('Set up the numeracy hub', []);
    await done(place, addAction, { aimId: books.id, title: 'Book bags' });
    await done(place, addAction, { aimId: numeracy.id, title: 'Find a room' });
    await done(place, addAction, {
      aimId: numeracy.id,
      title: 'Breakfast',
      factors: ['nutrition']
    });
    const at = async (where: string) => {
      const { thread } = await threadAt(place, { factor: where });
      return [thread.aims, thread.actions].map((work) => work.map(({ title }) => title));
    };
    expect(await at(factor)).toEqual([['Books'], ['Book bags']]);
    expect(await at('schools')).toEqual([[], []]);
    expect(await at('nutrition')).toEqual([[], ['Breakfast']]);
  });

  test('shows a project where its priority or its action stands, and moves it when the tie is changed', async () => {
    const place = await testPlace(world);
    const priority = await done(place, chooseFactor, {
      factor,
      outcomes: ['communication'],
      reason: 'Parents asked for it'
    });
    const heading = await done(place, addPlanPriority, { title: 'Schools' });
    const aim = await done(place, addAim, {
      planPriorityId: heading.id,
      title: 'More reading',
      factors: ['schools']
    });
    const action = await done(place, addAction, { aimId: aim.id, title: 'Reading corners' });
    const { id: projectId } = await done(place, addProject, {
      title: 'A corner to read in',
      priorityId: priority.id
    });
    const at = async (where: string) =>
      (await threadAt(place, { factor: where })).thread.projects.map(
        ({ projectTitle, priorityId, action: its }) => [projectTitle, priorityId, its?.title]
      );
    expect(await at(factor)).toEqual([['A corner to read in', priority.id, undefined]]);
    expect(await at('schools')).toEqual([]);

    // Begun for a priority, later for an action instead: it names no factor, so it stands at those of its action.
    const changed = { id: projectId, title: 'A corner to read in', version: 1 };
    await done(place, changeProject, { ...changed, actionId: action.id });
    expect(await at(factor)).toEqual([]);
    expect(await at('schools')).toEqual([['A corner to read in', null, 'Reading corners']]);

    // Once it says itself what it works on, that holds.
    const named = { ...changed, actionId: action.id, factorIds: [factor], version: 2 };
    await done(place, changeProject, named);
    expect(await at(factor)).toEqual([['A corner to read in', null, 'Reading corners']]);
    expect(await at('schools')).toEqual([]);
  });

  test('forgets a service that has ended', async () => {
    const place = await testPlace(world);
    const service = await done(place, addService, {
      name: 'Toy library',
      organisation: 'Fernhollow Libraries',
      factors: [{ factor, reason: 'Toys go home.' }]
    });
    expect((await threadAt(place)).thread.services).toMatchObject([{ name: 'Toy library' }]);
    await done(place, endService, { id: service.id, version: 1 });
    expect((await threadAt(place)).thread.services).toEqual([]);
  });

  test('shows nothing of another place', async () => {
    const place = await testPlace(world);
    const other = await testPlace(world, 'Elsewhere');
    await done(place, addService, {
      name: 'Toy library',
      organisation: 'Fernhollow Libraries',
      factors: [{ factor, reason: 'Toys go home.' }]
    });
    expect((await threadAt(other)).thread.services).toEqual([]);
  });
});

describe('the threads of a place', () => {
  test('are shown for the first choice of the evidence, then for the partnership’s own outcome', async () => {
    const place = await testPlace(world);
    const see = async (asked: Record<string, string> = {}) => {
      const answer = await viewThreads.run(place.people.reader, place.id, asked, world);
      if (!answer.ok) throw new Error(answer.error.kind);
      return answer.value;
    };
    expect((await see()).choice).toEqual({
      outcome: 'communication',
      age: 'months-8-36',
      because: 'evidence'
    });
    await done(place, chooseOutcome, {
      outcome: 'numeracy',
      ages: ['months-30-60'],
      reason: 'Numbers lag behind'
    });
    await done(place, chooseFactor, {
      factor,
      outcomes: ['numeracy'],
      reason: 'Near to the child'
    });
    const { choice, groups } = await see();
    expect(choice).toEqual({ outcome: 'numeracy', age: 'months-30-60', because: 'priorities' });
    expect(groups.chosen.map((thread) => thread.factor.id)).toEqual([factor]);
    expect(groups.chosen.length + groups.mattersGreatly.length + groups.others.length).toBe(24);
    const asked = await see({ outcome: 'literacy', age: 'months-0-11' });
    expect(asked.choice).toEqual({ outcome: 'literacy', age: 'months-0-11', because: 'asked' });
  });

  test('are not found for what the spine does not name', async () => {
    const place = await testPlace(world);
    for (const asked of [{ outcome: 'happiness' }, { age: 'months-7-8' }]) {
      const answer = await viewThreads.run(place.people.reader, place.id, asked, world);
      expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
    const answer = await viewThread.run(place.people.reader, place.id, { factor: 'luck' }, world);
    expect(answer).toEqual({ ok: false, error: { kind: 'not-found' } });
  });
});
