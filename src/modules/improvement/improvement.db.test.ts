import { ok } from '#core/result';
import { query, type World } from '#platform/command';
import type { Tx } from '#platform/database';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { good } from '../../../tests/support/good.ts';
import { asksAbout } from '../../../tests/support/personal-details.ts';
import { at, testPlace, testWorld, type TestPlace } from '../../../tests/support/world.ts';
import { describe, expect, test } from 'vitest';
import {
  addChangeIdea,
  addMeasure,
  addMeasureValue,
  addMeasureValues,
  addProject,
  annotate,
  changeMeasureValue,
  changePlan,
  changeProject,
  changePublicity,
  decideNext,
  freezeBaseline,
  owedTests,
  planTest,
  previewValues,
  publicTests,
  recordDoing,
  recordStudy,
  recordTest,
  removeMeasureValue,
  reportTest,
  startPhase,
  testsByFactor,
  viewMeasure,
  viewProject,
  viewProjects,
  viewRecordChoices,
  viewTest,
  viewTests
} from './index.server.ts';
import type { FactorId } from '#modules/vocabulary';

/** Everything on a real database, in the made-up place Fernhollow. */

const stories = {
  title: 'Bedtime stories',
  aimChange: 'children hear a story at home every day',
  aimAmount: '75%',
  factorIds: ['play-and-verbal-exchanges'],
  outcomeIds: ['communication']
};

const cloth = {
  changeTried: 'Give one family a book in a cloth bag',
  plannedFor: '1/3/2026',
  predictions: [
    { question: 'Will it be read?', prediction: 'On three evenings of seven' },
    { question: 'Will it come back?', prediction: 'Yes, on Monday' }
  ]
};

async function aProject() {
  const world = await testWorld();
  const place = await testPlace(world);
  const actor = place.people.contributor;
  const { id } = await good(addProject.run(actor, place.id, stories, world));
  return { world, place, actor, projectId: id };
}

async function aMeasure(parts: Record<string, unknown> = {}) {
  const given = await aProject();
  const { id } = await good(
    addMeasure.run(
      given.actor,
      given.place.id,
      {
        projectId: given.projectId,
        title: 'Stories at home',
        kind: 'outcome',
        valueForm: 'share',
        direction: 'increase',
        frequency: 'weekly',
        ...parts
      },
      given.world
    )
  );
  return { ...given, measureId: id };
}

function cellsFrom(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [
    new Date(Date.UTC(2025, 0, 6 + index)).toISOString().slice(0, 10),
    String(10 + (index % 5)),
    '20'
  ]);
}

describe('a test of change', () => {
  test('goes from its plan to a decision, its results beside its predictions', async () => {
    const { world, place, actor, projectId } = await aProject();
    const planned = await good(planTest.run(actor, place.id, { projectId, ...cloth }, world));
    expect(planned.number).toBe(1);
    const testId = planned.id;

    const tooEarly = { testId, results: [{ result: 'Five' }], wasImprovement: 'yes', version: 1 };
    expect(await recordStudy.run(actor, place.id, tooEarly, world)).toEqual({
      ok: false,
      error: { kind: 'step-out-of-order', status: 'planned' }
    });

    const done = {
      testId,
      carriedOut: 'as-planned',
      observations: 'Read and returned',
      doneOn: '2026-03-01'
    };
    await good(recordDoing.run(actor, place.id, { ...done, version: 1 }, world));
    const half = {
      testId,
      results: [{ result: 'On five evenings' }],
      wasImprovement: 'no',
      version: 2
    };
    expect(await recordStudy.run(actor, place.id, half, world)).toEqual({
      ok: false,
      error: { kind: 'result-missing', positions: [2] }
    });
    const beyond = {
      ...half,
      results: [...half.results, { result: 'Yes' }, { result: 'A third' }]
    };
    expect(await recordStudy.run(actor, place.id, beyond, world)).toEqual({
      ok: false,
      error: { kind: 'result-without-prediction', position: 3 }
    });
    const whole = {
      ...half,
      results: [...half.results, { result: 'Yes' }],
      learnt: 'The bag helps'
    };
    await good(recordStudy.run(actor, place.id, whole, world));
    expect(
      await decideNext.run(actor, place.id, { testId, decision: 'adapt', version: 3 }, world)
    ).toEqual({ ok: false, error: { kind: 'next-step-missing' } });
    const decided = { testId, decision: 'adopt', degreeOfBelief: '3', version: 3 };
    await good(decideNext.run(actor, place.id, decided, world));

    const seen = await good(viewTest.run(actor, place.id, { testId }, world));
    expect(seen.test).toMatchObject({
      status: 'acted',
      wasImprovement: 'no',
      decision: 'adopt',
      degreeOfBelief: 3,
      predictions: [{ result: 'On five evenings' }, { result: 'Yes' }]
    });
    expect(seen.idea.text).toBe(cloth.changeTried);

    const next = { ...cloth, projectId, followsId: testId, rampStep: '5', plannedFor: '8/3/2026' };
    const second = await good(planTest.run(actor, place.id, next, world));
    expect(second.number).toBe(2);
    const chain = await good(viewTest.run(actor, place.id, { testId: second.id }, world));
    expect(chain.before?.number).toBe(1);
  });

  test('cannot be planned without a prediction', async () => {
    const { world, place, actor, projectId } = await aProject();
    const answer = await planTest.run(
      actor,
      place.id,
      { projectId, ...cloth, predictions: [{ question: 'Will it?', prediction: ' ' }] },
      world
    );
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', issues: [{ path: 'predictions.0.prediction' }] }
    });
  });

  test('keeps what was predicted when its prediction is reworded after the result', async () => {
    const { world, place, actor, projectId } = await aProject();
    const { id: testId } = await good(
      planTest.run(actor, place.id, { projectId, ...cloth }, world)
    );
    const reworded = {
      testId,
      ...cloth,
      predictions: [
        { question: 'Will it be read?', prediction: 'Every evening' },
        cloth.predictions[1]
      ]
    };
    await good(changePlan.run(actor, place.id, { ...reworded, version: 1 }, world));
    const before = await good(viewTest.run(actor, place.id, { testId }, world));
    expect(before.test.predictions[0]).toMatchObject({
      prediction: 'Every evening',
      firstPrediction: null
    });

    const report = {
      testId,
      carriedOut: 'as-planned',
      observations: 'Read twice',
      doneOn: '1/3/2026',
      results: [{ result: 'Twice' }, { result: 'No' }],
      wasImprovement: 'cannot-tell',
      decision: 'undecided',
      version: 2
    };
    await good(reportTest.run(actor, place.id, report, world));
    const { test: reported } = await good(viewTest.run(actor, place.id, { testId }, world));
    const flattering = [
      { question: 'Will it be read?', prediction: 'Twice' },
      cloth.predictions[1]
    ];
    const again = { testId, ...cloth, predictions: flattering, version: reported.version };
    await good(changePlan.run(actor, place.id, again, world));
    const after = await good(viewTest.run(actor, place.id, { testId }, world));
    expect(after.test.predictions[0]).toMatchObject({
      prediction: 'Twice',
      firstPrediction: 'Every evening'
    });
  });

  test('is not recorded for a day that lies ahead', async () => {
    const { world, place, actor, projectId } = await aProject();
    const { id: testId } = await good(
      planTest.run(actor, place.id, { projectId, ...cloth }, world)
    );
    const ahead = {
      testId,
      carriedOut: 'as-planned',
      observations: 'Read',
      doneOn: '3/3/2026',
      version: 1
    };
    expect(await recordDoing.run(actor, place.id, ahead, world)).toEqual({
      ok: false,
      error: { kind: 'done-ahead', doneOn: '2026-03-03' }
    });
  });

  test('that two people report at once shows the second what the first said', async () => {
    const { world, place, actor, projectId } = await aProject();
    const { id: testId } = await good(
      planTest.run(actor, place.id, { projectId, ...cloth }, world)
    );
    const report = {
      testId,
      carriedOut: 'as-planned',
      observations: 'First',
      doneOn: '1/3/2026',
      version: 1
    };
    await good(recordDoing.run(actor, place.id, report, world));
    const second = { ...report, observations: 'Second' };
    expect(await recordDoing.run(place.people.lead, place.id, second, world)).toMatchObject({
      ok: false,
      error: {
        kind: 'changed-meanwhile',
        theirs: { observations: 'First' },
        version: 2,
        changedBy: 'contributor'
      }
    });
  });

  test('is not saved with an e-mail address in it until somebody has looked', async () => {
    const { world, place, actor, projectId } = await aProject();
    const naming = { projectId, ...cloth, who: 'Write to somebody@example.org' };
    expect(await planTest.run(actor, place.id, naming, world)).toMatchObject(asksAbout('who'));
    await good(planTest.run(actor, place.id, { ...naming, checkedForPeople: ['yes'] }, world));
  });

  test('of another place is not found', async () => {
    const { world, place, actor, projectId } = await aProject();
    const { id: testId } = await good(
      planTest.run(actor, place.id, { projectId, ...cloth }, world)
    );
    const other = await testPlace(world, 'Elsewhere');
    const stranger = other.people.lead;
    expect(await viewTest.run(stranger, other.id, { testId }, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
    expect(await planTest.run(stranger, other.id, { projectId, ...cloth }, world)).toEqual({
      ok: false,
      error: { kind: 'not-found' }
    });
  });
});

describe('all tests together', () => {
  test('are counted and filtered by how they came out, by factor and by words', async () => {
    const { world, place, actor, projectId } = await aProject();
    for (const wasImprovement of ['yes', 'no', 'cannot-tell', null] as const) {
      const { id: testId } = await good(
        planTest.run(actor, place.id, { projectId, ...cloth }, world)
      );
      if (wasImprovement === null) continue;
      const report = {
        testId,
        carriedOut: wasImprovement === 'cannot-tell' ? 'not-carried-out' : 'as-planned',
        observations: 'Read',
        doneOn: '1/3/2026',
        results: [{ result: 'Twice' }, { result: 'No' }],
        wasImprovement,
        decision: 'undecided',
        version: 1
      };
      await good(reportTest.run(actor, place.id, report, world));
    }
    const ask = (filter: Record<string, unknown>) =>
      good(viewTests.run(actor, place.id, filter, world));
    const all = await ask({});
    expect(all.counts).toEqual({
      helped: 1,
      didNotHelp: 1,
      cannotTell: 0,
      notSaid: 0,
      all: 2,
      notTried: 2
    });
    expect((await ask({ result: 'no' })).tests.map((one) => one.number)).toEqual([2]);
    expect((await ask({ result: 'nonsense', page: 'x' })).tests).toHaveLength(4);
    expect((await ask({ factor: 'play-and-verbal-exchanges' })).shown).toBe(4);
    expect((await ask({ factor: 'nutrition' })).shown).toBe(0);
    expect((await ask({ words: 'CLOTH' })).shown).toBe(4);
    expect((await ask({ words: '50%_' })).shown).toBe(0);
    const overview = await good(viewProjects.run(actor, place.id, {}, world));
    expect(overview.total).toEqual(all.counts);
    expect(overview.projects.map((one) => one.tests)).toEqual([all.counts]);
    expect((await ask({ result: 'waiting' })).tests.map((one) => one.number)).toEqual([4, 3]);
    expect((await ask({ by: 'project' })).counted).toMatchObject([{ counts: all.counts }]);
    const choices = await good(viewRecordChoices.run(actor, place.id, {}, world));
    expect(choices.waiting.map((one) => [one.number, one.isOverdue, one.isOwn])).toEqual([
      [4, true, true]
    ]);
  });
});

describe('a project', () => {
  test('is refused with a factor that the vocabulary does not know', async () => {
    const { world, place, actor } = await aProject();
    expect(
      await addProject.run(actor, place.id, { title: 'X', factorIds: 'made-up' }, world)
    ).toEqual({ ok: false, error: { kind: 'unknown-link', field: 'factorIds' } });
  });

  test('that two people change shows the second both versions', async () => {
    const { world, place, actor, projectId } = await aProject();
    const change = { id: projectId, ...stories, version: 1 };
    await good(changeProject.run(actor, place.id, { ...change, aimAmount: '80%' }, world));
    expect(await changeProject.run(place.people.lead, place.id, change, world)).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', theirs: { aimAmount: '80%' }, version: 2 }
    });
  });

  test('is shown to the public only by a lead, with words for families, and without figures', async () => {
    const { world, place, actor, projectId } = await aProject();
    const publicity = {
      id: projectId,
      isPublic: 'yes',
      publicSummary: 'Books to take home',
      version: 1
    };
    expect(await changePublicity.run(actor, place.id, publicity, world)).toMatchObject({
      ok: false,
      error: { kind: 'not-allowed' }
    });
    const { lead } = place.people;
    expect(
      await changePublicity.run(lead, place.id, { ...publicity, publicSummary: '' }, world)
    ).toMatchObject({ ok: false, error: { kind: 'summary-missing' } });
    expect(await reading(world, place, (tx, scope) => publicTests(tx, scope))).toEqual([]);
    await good(changePublicity.run(lead, place.id, publicity, world));
    await good(planTest.run(lead, place.id, { projectId, ...cloth }, world));
    await triedWithoutHelp(world, place, projectId);
    expect(await reading(world, place, (tx, scope) => publicTests(tx, scope))).toMatchObject([
      {
        title: 'Bedtime stories',
        summary: 'Books to take home',
        tests: 1,
        outcomes: { didNotHelp: 1, notTried: 1 },
        change: 'We do not count yet whether it changes anything.'
      }
    ]);
  });
});

/** A test that was done on 1 March, and did not help. */
async function triedWithoutHelp(world: World, { id, people }: TestPlace, projectId: string) {
  const report = {
    projectId,
    ...cloth,
    tried: 'yes',
    results: [{ result: 'Twice' }, { result: 'No' }],
    wasImprovement: 'no',
    decision: 'abandon'
  };
  await good(recordTest.run(people.coordinator, id, report, world));
}

/** Asks a published view as a higher module would: from a query of its own. */
async function reading<Value>(
  world: World,
  place: TestPlace,
  view: (tx: Tx, scope: ReadScope) => Promise<Value>
): Promise<Value> {
  const asked = query({
    name: 'test.view',
    needs: 'records:read',
    input: v.object({}),
    example: {},
    run: async ({ tx, scope }) => ok(await view(tx, scope))
  });
  const answer = await asked.run(place.people.reader, place.id, {}, world);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value as Value; // the query above answers nothing else
}

describe('values of a measure', () => {
  test('are added one by one, and a date is not overwritten', async () => {
    const { world, place, actor, measureId } = await aMeasure();
    const value = { measureId, measuredOn: '1/3/2026', numerator: '14', denominator: '20' };
    const { id } = await good(addMeasureValue.run(actor, place.id, value, world));
    expect(await addMeasureValue.run(actor, place.id, { ...value, numerator: '3' }, world)).toEqual(
      {
        ok: false,
        error: { kind: 'date-taken', date: '2026-03-01', valueId: id }
      }
    );
    expect(
      await addMeasureValue.run(
        actor,
        place.id,
        { ...value, measuredOn: '2/3/2026', numerator: '21' },
        world
      )
    ).toEqual({
      ok: false,
      error: {
        kind: 'bad-figure',
        problems: [{ kind: 'more-than-all', numerator: 21, denominator: 20 }]
      }
    });
    expect(
      await addMeasureValue.run(actor, place.id, { ...value, measuredOn: '3/3/2026' }, world)
    ).toMatchObject({ ok: false, error: { kind: 'date-ahead' } });
  });

  test('are pasted by the hundred, all or none, and replace only what was seen', async () => {
    const { world, place, actor, measureId } = await aMeasure();
    const cells = cellsFrom(200);
    const bad = [...cells, ['31/2/2026', '1', '20']];
    expect(
      await addMeasureValues.run(actor, place.id, { measureId, cells: bad }, world)
    ).toMatchObject({
      ok: false,
      error: { kind: 'bad-rows', problems: [{ row: 201, kind: 'not-in-calendar' }] }
    });
    expect((await good(viewMeasure.run(actor, place.id, { measureId }, world))).values).toEqual([]);
    expect(await good(addMeasureValues.run(actor, place.id, { measureId, cells }, world))).toEqual({
      added: 200,
      replaced: 0
    });

    const again = [
      ['6/1/2025', '19', '20'],
      ['1/1/2026', '11', '20']
    ];
    const preview = await good(
      previewValues.run(actor, place.id, { measureId, cells: again }, world)
    );
    expect(preview.rows.map((row) => row.replaces?.version ?? null)).toEqual([1, null]);
    expect(await addMeasureValues.run(actor, place.id, { measureId, cells: again }, world)).toEqual(
      {
        ok: false,
        error: { kind: 'dates-taken', dates: ['2025-01-06'] }
      }
    );
    const agreed = { measureId, cells: again, replacing: { '2025-01-06': 1 } };
    expect(await good(addMeasureValues.run(actor, place.id, agreed, world))).toEqual({
      added: 1,
      replaced: 1
    });
    const { values } = await good(viewMeasure.run(actor, place.id, { measureId }, world));
    expect(values).toHaveLength(201);
    expect(values[0]).toMatchObject({
      figure: { numerator: 19 },
      version: 2,
      addedBy: 'contributor'
    });
  });

  test('that two people add at the same moment are all kept', async () => {
    const { world, place, actor, measureId } = await aMeasure();
    const cells = cellsFrom(100);
    const answers = await Promise.all([
      addMeasureValues.run(actor, place.id, { measureId, cells: cells.slice(0, 60) }, world),
      addMeasureValues.run(
        place.people.lead,
        place.id,
        { measureId, cells: cells.slice(60) },
        world
      )
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const { values } = await good(viewMeasure.run(actor, place.id, { measureId }, world));
    expect(values).toHaveLength(100);
  });

  test('are changed and removed only by who saw the latest', async () => {
    const { world, place, actor, measureId } = await aMeasure({ valueForm: 'value' });
    const value = { measureId, measuredOn: '1/3/2026', value: '14' };
    const { id: valueId } = await good(addMeasureValue.run(actor, place.id, value, world));
    const change = { valueId, measuredOn: '1/3/2026', value: '15', version: 1 };
    await good(changeMeasureValue.run(actor, place.id, change, world));
    expect(
      await changeMeasureValue.run(actor, place.id, { ...change, value: '9' }, world)
    ).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', theirs: { value: '15' }, version: 2 }
    });
    expect(
      await changeMeasureValue.run(
        actor,
        place.id,
        { ...change, status: 'left-out', version: 2 },
        world
      )
    ).toMatchObject({ ok: false, error: { kind: 'left-out-without-reason' } });
    expect(
      await removeMeasureValue.run(actor, place.id, { valueId, version: 1 }, world)
    ).toMatchObject({ ok: false, error: { kind: 'changed-meanwhile' } });
    await good(removeMeasureValue.run(actor, place.id, { valueId, version: 2 }, world));
  });

  test('get a baseline or phases, not both', async () => {
    const { world, place, actor, measureId } = await aMeasure();
    await good(addMeasureValues.run(actor, place.id, { measureId, cells: cellsFrom(20) }, world));
    await good(
      annotate.run(actor, place.id, { measureId, markedOn: '10/1/2025', label: 'Snow' }, world)
    );
    const freeze = {
      id: measureId,
      frozenThrough: '7/1/2025',
      frozenReason: 'Before the tests',
      version: 1
    };
    expect(await freezeBaseline.run(actor, place.id, freeze, world)).toEqual({
      ok: false,
      error: { kind: 'baseline-too-short', values: 2, needed: 5 }
    });
    await good(
      freezeBaseline.run(actor, place.id, { ...freeze, frozenThrough: '15/1/2025' }, world)
    );
    const phase = { measureId, startsOn: '16/1/2025', reason: 'Book bags for all' };
    expect(await startPhase.run(actor, place.id, phase, world)).toMatchObject({
      ok: false,
      error: { kind: 'baseline-and-phases' }
    });
    const thaw = { id: measureId, frozenThrough: '', version: 2 };
    await good(freezeBaseline.run(actor, place.id, thaw, world));
    await good(startPhase.run(actor, place.id, phase, world));
    expect(await startPhase.run(actor, place.id, phase, world)).toMatchObject({
      ok: false,
      error: { kind: 'phase-taken' }
    });
    expect(
      await startPhase.run(actor, place.id, { ...phase, startsOn: '1/1/2024' }, world)
    ).toMatchObject({ ok: false, error: { kind: 'phase-without-values' } });
  });
});

describe('what higher modules ask', () => {
  test('tests by factor count a project at its own factors and those of its ideas', async () => {
    const { world, place, actor, projectId, measureId } = await aMeasure();
    const idea = { projectId, text: 'Talk at drop-off', factorId: 'parent-engagement-in-learning' };
    await good(addChangeIdea.run(actor, place.id, idea, world));
    await good(planTest.run(actor, place.id, { projectId, ...cloth }, world));
    await triedWithoutHelp(world, place, projectId);
    await good(addMeasureValues.run(actor, place.id, { measureId, cells: cellsFrom(12) }, world));
    const byFactor = await reading(world, place, testsByFactor);
    for (const factor of ['play-and-verbal-exchanges', 'parent-engagement-in-learning']) {
      const lines = byFactor.get(factor as FactorId); // ids of the spine, written out
      expect(lines).toMatchObject([
        {
          projectTitle: 'Bedtime stories',
          tests: 1,
          outcomes: { helped: 0, didNotHelp: 1 },
          lastTestOn: '2026-03-01'
        }
      ]);
      expect(lines?.[0]?.measured).toMatchObject({ title: 'Stories at home', seen: 'none' });
    }
  });

  test('what is owed names late tests and measures that fell silent, the oldest first', async () => {
    const { world, place, actor, projectId, measureId } = await aMeasure();
    await good(planTest.run(actor, place.id, { projectId, ...cloth }, world));
    const value = { measureId, measuredOn: '16/2/2026', numerator: '1', denominator: '20' };
    await good(addMeasureValue.run(actor, place.id, value, world));
    const owed = await reading(world, place, (tx, scope) =>
      owedTests(tx, scope, actor.personId, new Date('2026-03-10T10:00:00Z'))
    );
    expect(owed).toMatchObject([
      { kind: 'value', title: 'Stories at home', due: '2026-02-24', lastOn: '2026-02-16' },
      { kind: 'test', due: '2026-03-01', next: 'do', isOwn: true }
    ]);
    const later = at(world, '2026-03-01T10:00:00Z');
    const project = await good(viewProject.run(actor, place.id, { projectId }, later));
    expect(project.tests).toHaveLength(1);
  });
});
