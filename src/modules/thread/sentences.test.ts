import type { Spine } from '#modules/vocabulary';
import type { ChangeSeen } from '#modules/charts';
import { describe, expect, test } from 'vitest';
import { mendAddress, stepAddress } from './addresses.ts';
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
import { threadOf } from './rules.ts';
import {
  besideWords,
  gapWords,
  mendWords,
  outcomesWords,
  stepWords,
  threadsSentence
} from './sentences.ts';
import type { Gap, StepId, Strands, Thread } from './types.ts';

const spine = { actionKinds } as unknown as Spine; // only this part is read here
const today = '2026-03-02';
const thread = (over: Partial<Strands> = {}): Thread =>
  threadOf(strands({ id: 'play' }, over), actionKinds);
const { outcome, age } = thread().evidence.matters;
const where = { base: '/p/fernhollow', outcome, age };

describe('what a step says at a glance', () => {
  test('is how much it matters with its doubt, and what works', () => {
    expect(stepWords(thread(), 'evidence', spine, today)).toEqual([
      'Critical, some doubt',
      'What works: mixed, much doubt'
    ]);
  });

  test('is how the place stands, then the figure with its period', () => {
    const here = thread({ need: [need()] });
    expect(stepWords(here, 'need', spine, today)).toEqual([
      'Worse than England',
      '81.2% in 2025',
      'Children who talk as expected at two'
    ]);
  });

  test('is how far a change has spread, beside its tests or in their place', () => {
    const tests = (over: Partial<Strands>) => stepWords(thread(over), 'tests', spine, today);
    expect(tests({ rollOuts: [rollOut()] })).toEqual(['14 of 43 settings use it']);
    const many = { rollOuts: [rollOut(), rollOut({ id: 'other' })], programmes: [programme()] };
    expect(tests({ ...many, projects: [project()] })).toEqual([
      '3 tests tried',
      '1 helped, 2 did not help',
      'last on 12 Feb 2026',
      '2 roll-outs',
      '1 programme'
    ]);
  });

  test('names the nation, and the region where there is one, each with its figure', () => {
    const region = { name: 'the North West', text: '80.0%', comparison: 'better' as const };
    expect(besideWords(need())).toBe('worse than England (85.0%)');
    expect(besideWords(need({ region }))).toBe(
      'worse than England (85.0%), better than the North West (80.0%)'
    );
    expect(besideWords(need({ comparator: null }))).toBe('');
  });

  test('says that a date has passed', () => {
    const late = thread({
      actions: [action({ due: '2026-02-01' }), action({ status: 'held-up', due: null })]
    });
    expect(stepWords(late, 'actions', spine, today)).toEqual([
      '2 actions: 1 held up, 1 under way',
      'a date passed on 1 Feb 2026'
    ]);
  });

  test('tells aims and actions apart, each with how far they are', () => {
    const both = thread({
      aims: [aim({ status: 'not-stated', due: '2018-04-30' }), aim({ status: 'not-stated' })],
      actions: [action({ status: 'done' })]
    });
    expect(stepWords(both, 'actions', spine, today)).toEqual([
      '2 aims: no progress stated',
      '1 action: done',
      'a date passed on 30 Apr 2018'
    ]);
  });

  test('counts no test that was only planned, and names those that did not help', () => {
    const outcomes = { helped: 0, didNotHelp: 0, cannotTell: 0, notSaid: 0, notTried: 2 };
    const planned = { tests: 0, lastTestOn: null, nextPlannedFor: '2026-04-01', outcomes };
    const words = (one: typeof planned | { nextPlannedFor: null }) =>
      stepWords(thread({ projects: [project({ ...planned, ...one })] }), 'tests', spine, today);
    expect(words(planned)).toEqual(['2 tests planned, none tried yet']);
    expect(words({ nextPlannedFor: null })).toEqual(['2 tests planned, none carried out']);
    expect(outcomesWords({ ...outcomes, helped: 2, didNotHelp: 2, notSaid: 1 })).toBe(
      '2 helped, 2 did not help, 1 not said yet'
    );
  });

  test('is the verdict in a few words, never a success that was not shown', () => {
    const said = (seen: ChangeSeen) => {
      const measured = { measureId: 'm', title: 'Songs', verdict: 'A sentence.', seen };
      return stepWords(thread({ projects: [project({ measured })] }), 'change', spine, today)[0];
    };
    expect(said('better')).toBe('Improved');
    expect(said('worse')).toBe('Got worse');
    expect(said('none')).toBe('No lasting change seen');
    expect(said('too-few')).toBe('Too few values to tell');
    expect(said('no-better')).toBe('Neither way is better');
  });

  test('names those that got worse beside those that improved', () => {
    const measured = (seen: ChangeSeen) =>
      project({ measured: { measureId: 'm', title: 'Songs', verdict: 'A sentence.', seen } });
    const projects = [measured('better'), measured('worse'), measured('better')];
    expect(stepWords(thread({ projects }), 'change', spine, today)).toEqual([
      '2 improved, 1 got worse'
    ]);
    expect(stepWords(thread({ projects: projects.slice(1, 2) }), 'change', spine, today)).toEqual([
      'Got worse',
      'Songs'
    ]);
  });

  test('says of a factor that was set aside that it was, and that nothing waits for its choice', () => {
    const aside = { reason: 'No', setAsideOn: null, lookAgainOn: '2027-03-01' };
    const words = (id: StepId) => stepWords(thread({ aside }), id, spine, today);
    expect(words('priority')).toEqual(['Set aside', 'to be looked at again on 1 Mar 2027']);
    expect(words('kind')).toEqual(['None: it was set aside']);
    for (const id of ['actions', 'tests', 'change'] as const) {
      expect(words(id)).toEqual(['None: it was set aside']);
    }
  });

  test('says what a step waits for', () => {
    expect(stepWords(thread(), 'kind', spine, today)).toEqual(['After it is chosen']);
    const undecided = thread({ priority: priority(null) });
    expect(stepWords(undecided, 'actions', spine, today)).toEqual(['After the kind of action']);
    const watching = thread({ priority: priority('gather-evidence') });
    expect(stepWords(watching, 'actions', spine, today)).toEqual(['None called for']);
  });
});

describe('a missing link', () => {
  const gaps: Gap[] = [
    { kind: 'matters-unknown' },
    { kind: 'works-unknown' },
    { kind: 'no-indicator' },
    { kind: 'no-local-figure', indicatorId: 'talking' },
    { kind: 'no-service' },
    { kind: 'not-chosen' },
    { kind: 'no-kind-of-action', priorityId: 'priority-1' },
    { kind: 'no-action', aimId: null, planPriorityId: null },
    { kind: 'no-project' },
    { kind: 'no-test', projectId: 'project-1' },
    { kind: 'no-measured-change', projectId: 'project-1' }
  ];

  test.each(gaps)(
    'of the kind $kind has words, a remedy and a place within the partnership',
    (gap) => {
      expect(gapWords(gap)).not.toBe('');
      expect(mendWords(gap)).not.toBe('');
      expect(mendAddress(gap, thread(), where).href).toMatch(/^\/p\/fernhollow\//);
    }
  );

  test('of an action leads as far into the plan as the plan goes', () => {
    const href = (aimId: string | null, planPriorityId: string | null) =>
      mendAddress({ kind: 'no-action', aimId, planPriorityId }, thread(), where).href;
    expect(href('a', 'p')).toBe('/p/fernhollow/plan/actions/new?aim=a');
    expect(href(null, 'p')).toBe('/p/fernhollow/plan/aims/new?priority=p&factor=play');
    expect(href(null, null)).toBe('/p/fernhollow/plan/priorities/new?factor=play');
  });
});

describe('a step leads to its records', () => {
  test('to the one record where there is one, else to the list', () => {
    const one = thread({ actions: [action()], projects: [project()] });
    expect(stepAddress('actions', one, where)).toBe('/p/fernhollow/plan/actions/action-1');
    expect(stepAddress('change', one, where)).toBe('/p/fernhollow/improvement/measures/measure-1');
    const two = thread({ actions: [action(), action({ id: 'action-2' })] });
    expect(stepAddress('actions', two, where)).toBe('/p/fernhollow/plan');
  });
});

describe('the chosen threads in a sentence', () => {
  test('counts whole threads and missing links', () => {
    const chosen = thread({ priority: priority() });
    expect(threadsSentence([chosen])).toBe(
      'Of 1 chosen factor, none has a whole thread; 3 links are missing.'
    );
    expect(threadsSentence([])).toBe('Nothing has been chosen yet.');
  });
});
