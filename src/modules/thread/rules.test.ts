import type { ActionKindId } from '#modules/vocabulary';
import { describe, expect, test } from 'vitest';
import {
  action,
  actionKinds,
  aim,
  need,
  priority,
  programme,
  project,
  rollOut,
  strands
} from './builders.ts';
import { groupThreads, leadingNeed, nextDue, testsAt, threadOf } from './rules.ts';
import type { StepId, Strands, Thread } from './types.ts';

const words = { id: 'play', title: 'Play' };
const thread = (over: Partial<Strands> = {}, of = words): Thread =>
  threadOf(strands(of, over), actionKinds);
const stateOf = (of: Thread, id: StepId) => of.steps.find((step) => step.id === id)?.state;
const gapKinds = (of: Thread) => of.gaps.map((gap) => gap.kind);

const whole = thread({
  need: [need()],
  services: [{ id: 'service-1', name: 'Rhyme time', organisation: 'Library', ages: [] }],
  priority: priority(),
  actions: [action()],
  plan: { priorityId: 'heading-1', aimId: 'aim-1' },
  projects: [project()]
});

describe('a thread', () => {
  test('has eight steps in the order of the thread', () => {
    expect(whole.steps.map((step) => step.id)).toEqual([
      'evidence',
      'need',
      'services',
      'priority',
      'kind',
      'actions',
      'tests',
      'change'
    ]);
  });

  test('is whole when every step is there', () => {
    expect(whole.isWhole).toBe(true);
    expect(whole.gaps).toEqual([]);
  });

  test('names only what could be mended now: nothing chosen, nothing owed after the choice', () => {
    const bare = thread();
    expect(gapKinds(bare)).toEqual(['no-indicator', 'no-service', 'not-chosen']);
    expect(['kind', 'actions', 'tests', 'change'].map((id) => stateOf(bare, id as StepId))).toEqual(
      ['waiting', 'waiting', 'waiting', 'waiting']
    );
  });

  test('does not ask for a factor to be chosen that is not said to matter greatly', () => {
    const modest = threadOf(strands({ id: 'nutrition', strength: 'moderate' }), actionKinds);
    expect(stateOf(modest, 'priority')).toBe('waiting');
    expect(gapKinds(modest)).not.toContain('not-chosen');
  });

  test('asks for no factor to be chosen that was looked at and set aside', () => {
    const aside = { reason: 'Others come first', setAsideOn: null, lookAgainOn: null };
    const left = threadOf(strands({ id: 'songs', strength: 'critical' }, { aside }), actionKinds);
    expect(gapKinds(left)).toEqual(['no-indicator', 'no-service']);
    expect(left.steps.find(({ id }) => id === 'priority')?.state).toBe('waiting');
  });

  test('walks on one link at a time as each is mended', () => {
    const chosen = thread({ priority: priority(null) });
    expect(gapKinds(chosen)).toEqual(['no-indicator', 'no-service', 'no-kind-of-action']);
    const decided = thread({ priority: priority() });
    expect(gapKinds(decided)).toEqual(['no-indicator', 'no-service', 'no-action']);
    const planned = thread({ priority: priority(), actions: [action()] });
    expect(gapKinds(planned)).toEqual(['no-indicator', 'no-service', 'no-project']);
    const begun = thread({
      priority: priority(),
      actions: [action()],
      projects: [
        project({
          tests: 0,
          lastTestOn: null,
          measured: null,
          outcomes: { helped: 0, didNotHelp: 0, cannotTell: 0, notSaid: 0, notTried: 0 }
        })
      ]
    });
    expect(gapKinds(begun)).toEqual([
      'no-indicator',
      'no-service',
      'no-test',
      'no-measured-change'
    ]);
  });

  test('calls for no action where the kind of action leads to none', () => {
    const watching = thread({ priority: priority('gather-evidence') });
    expect(stateOf(watching, 'actions')).toBe('waiting');
    expect(gapKinds(watching)).not.toContain('no-action');
  });

  test('counts an aim that names the factor, and asks what will be done while it is open', () => {
    const dated = thread({ aims: [aim({ due: '2018-04-30', status: 'not-stated' })] });
    expect(stateOf(dated, 'actions')).toBe('partial');
    expect(gapKinds(dated)).toContain('no-action');
    const reached = thread({ aims: [aim({ status: 'done' })] });
    expect(stateOf(reached, 'actions')).toBe('present');
    expect(gapKinds(reached)).not.toContain('no-action');
  });

  test('asks for no plan of a test where one is planned already', () => {
    const outcomes = { helped: 0, didNotHelp: 0, cannotTell: 0, notSaid: 0, notTried: 1 };
    const untried = { tests: 0, lastTestOn: null, outcomes };
    const waiting = thread({ projects: [project({ ...untried, nextPlannedFor: '2026-04-01' })] });
    expect(stateOf(waiting, 'tests')).toBe('partial');
    expect(gapKinds(waiting)).not.toContain('no-test');
    const calledOff = thread({ projects: [project(untried)] });
    expect(gapKinds(calledOff)).toContain('no-test');
  });

  test('asks nothing of a project that is finished or paused', () => {
    const outcomes = { helped: 0, didNotHelp: 0, cannotTell: 0, notSaid: 0, notTried: 1 };
    const over = project({
      ...{ tests: 0, lastTestOn: null, outcomes, measured: null, isUnderWay: false }
    });
    const ended = thread({ projects: [over] });
    expect(
      gapKinds(ended).filter((kind) => ['no-test', 'no-measured-change'].includes(kind))
    ).toEqual([]);
    expect(gapKinds(thread({ projects: [over], actions: [action()] }))).toContain('no-project');
  });

  test('asks for no test of an action that has ended', () => {
    const ended = thread({ priority: priority(), actions: [action({ status: 'done' })] });
    expect(stateOf(ended, 'tests')).toBe('waiting');
  });

  test('asks for no project where a change already spreads or a programme is counted', () => {
    const spreading = thread({ priority: priority(), actions: [action()], rollOuts: [rollOut()] });
    expect(stateOf(spreading, 'tests')).toBe('partial');
    expect(gapKinds(spreading)).not.toContain('no-project');
    const counted = thread({ actions: [action()], programmes: [programme()] });
    expect(gapKinds(counted)).not.toContain('no-project');
  });

  test('shows what is there, whatever is missing before it', () => {
    const early = thread({ actions: [action()], projects: [project()] });
    expect(stateOf(early, 'actions')).toBe('present');
    expect(stateOf(early, 'change')).toBe('present');
    expect(stateOf(early, 'priority')).toBe('missing');
  });

  test('is partly there where one half of the evidence is not known, and missing where both are', () => {
    const half = threadOf(strands({ id: 'stress', security: 'unknown' }), actionKinds);
    expect(half.steps[0]).toEqual({
      id: 'evidence',
      state: 'partial',
      gaps: [{ kind: 'works-unknown' }]
    });
    const neither = threadOf(
      strands({ id: 'stress', strength: 'unknown', security: 'unknown' }),
      actionKinds
    );
    expect(stateOf(neither, 'evidence')).toBe('missing');
  });

  test('is partly there where an indicator has no local figure', () => {
    const national = thread({ need: [need({ latest: null })] });
    expect(national.steps[1]).toEqual({
      id: 'need',
      state: 'partial',
      gaps: [{ kind: 'no-local-figure', indicatorId: 'talking' }]
    });
  });
});

describe('threads together', () => {
  test('stand chosen first, then those that matter greatly, then the others, the strongest first', () => {
    const groups = groupThreads([
      threadOf(strands({ id: 'moderate', strength: 'moderate' }), actionKinds),
      threadOf(strands({ id: 'unknown', strength: 'unknown' }), actionKinds),
      threadOf(strands({ id: 'strong', strength: 'strong' }), actionKinds),
      threadOf(strands({ id: 'critical', strength: 'critical' }), actionKinds),
      threadOf(
        strands({ id: 'chosen', strength: 'no-link' }, { priority: priority() }),
        actionKinds
      )
    ]);
    const ids = (list: readonly Thread[]) => list.map((each) => each.factor.id);
    expect(ids(groups.chosen)).toEqual(['chosen']);
    expect(ids(groups.mattersGreatly)).toEqual(['critical', 'strong']);
    expect(ids(groups.others)).toEqual(['moderate', 'unknown']);
  });
});

describe('what speaks for a factor', () => {
  test('is the indicator that stands worse, before one that stands well', () => {
    const better = need({ indicatorId: 'better', comparison: 'better' });
    const worse = need({ indicatorId: 'worse', comparison: 'worse' });
    expect(leadingNeed([better, worse])?.indicatorId).toBe('worse');
  });

  test('is an indicator with a figure, before one without', () => {
    const without = need({ indicatorId: 'without', latest: null, comparison: 'unknown' });
    const withFigure = need({ indicatorId: 'with', comparator: null, comparison: 'unknown' });
    expect(leadingNeed([without, withFigure])?.indicatorId).toBe('with');
    expect(leadingNeed([])).toBeNull();
  });

  test('is the earliest date of its open actions', () => {
    const actions = [
      action({ due: '2026-01-01', status: 'done' }),
      action({ due: '2026-09-30' }),
      action({ due: '2026-06-30' }),
      action({ due: null })
    ];
    expect(nextDue(actions)).toBe('2026-06-30');
    expect(nextDue([action({ due: null })])).toBeNull();
  });

  test('is the sum of its tests, and the day of the last', () => {
    expect(testsAt([project(), project({ tests: 2, lastTestOn: '2026-03-01' })])).toEqual({
      tests: 5,
      outcomes: { helped: 2, didNotHelp: 4, cannotTell: 0, notSaid: 0, notTried: 0 },
      lastOn: '2026-03-01'
    });
  });
});

test('a kind of action that the spine does not name calls for nothing', () => {
  const unknown = priority('something-else' as ActionKindId);
  expect(stateOf(thread({ priority: unknown }), 'actions')).toBe('waiting');
});
