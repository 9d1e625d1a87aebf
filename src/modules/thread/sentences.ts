import { confidenceNames, securityNames, strengthNames } from '#modules/evidence';
import type { ChangeSeen } from '#modules/charts';
import type { Spine } from '#modules/vocabulary';
import { leadingNeed, nextDue, testsAt } from './rules.ts';
import type {
  AsideAtFactor,
  Gap,
  Need,
  Outcomes,
  StepId,
  StepState,
  Thread,
  WorkAtFactor
} from './types.ts';

/** The steps as people read them. */
export const stepNames: Readonly<Record<StepId, string>> = {
  evidence: 'Evidence',
  need: 'Local need',
  services: 'Services',
  priority: 'Priority',
  kind: 'Kind of action',
  actions: 'Plan',
  tests: 'Tests',
  change: 'Measured change'
};

/** What each step is for, for whoever meets it first. */
export const stepPurposes: Readonly<Record<StepId, string>> = {
  evidence: 'Does it matter for this outcome and age, and can it be changed?',
  need: 'How are children and families faring here?',
  services: 'What is already offered?',
  priority: 'Did the partnership choose it, and why?',
  kind: 'Is it to be improved, brought in or invented?',
  actions: 'What will be done, by whom, by when?',
  tests: 'What was tried on a small scale, did it help, and what was learnt?',
  change: 'What do the measures say?'
};

export const stateNames: Readonly<Record<StepState, string>> = {
  present: 'there',
  partial: 'partly there',
  missing: 'missing',
  waiting: 'not asked for'
};

/** A missing link, in a few words. */
export function gapWords(gap: Gap): string {
  switch (gap.kind) {
    case 'matters-unknown':
      return 'Not known how much it matters';
    case 'works-unknown':
      return 'Not known what works';
    case 'no-indicator':
      return 'No indicator yet';
    case 'no-local-figure':
      return 'No local figure yet';
    case 'no-service':
      return 'No service recorded';
    case 'not-chosen':
      return 'Not chosen as a priority';
    case 'no-kind-of-action':
      return 'No kind of action yet';
    case 'no-action':
      return 'No action yet';
    case 'no-project':
      return 'No test of change yet';
    case 'no-test':
      return 'No test tried yet';
    case 'no-measured-change':
      return 'No measured change yet';
  }
}

/** What to do about a missing link. */
export function mendWords(gap: Gap): string {
  switch (gap.kind) {
    case 'matters-unknown':
      return 'rate it yourselves';
    case 'works-unknown':
      return 'rate what works';
    case 'no-indicator':
      return 'follow one';
    case 'no-local-figure':
      return 'add a value';
    case 'no-service':
      return 'add a service';
    case 'not-chosen':
      return 'choose it';
    case 'no-kind-of-action':
      return 'decide';
    case 'no-action':
      if (gap.aimId !== null) return 'plan one';
      return gap.planPriorityId === null ? 'put it in the plan' : 'give it an aim first';
    case 'no-project':
      return 'start a project';
    case 'no-test':
      return 'plan a test';
    case 'no-measured-change':
      return 'measure it';
  }
}

const workStatusWords: Readonly<Record<WorkAtFactor['status'], string>> = {
  'not-started': 'not started',
  'under-way': 'under way',
  'held-up': 'held up',
  done: 'done',
  stopped: 'stopped',
  'not-stated': 'no progress stated'
};

/**
 * A calendar date, short: "7 Mar 2026".
 * @example
 * shortDate('2026-03-07') // '7 Mar 2026'
 */
function shortDate(date: string): string {
  return shortDay.format(new Date(`${date}T00:00:00Z`));
}

const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC'
});

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/**
 * What a step says at a glance: a few short lines, the first the most telling. `today` is a calendar date, for dates that have
 * passed. A step that is missing says so by its first gap; a step that waits says what it waits for.
 */
export function stepWords(thread: Thread, id: StepId, spine: Spine, today: string): string[] {
  const step = thread.steps.find((each) => each.id === id);
  const [gap] = step?.gaps ?? [];
  switch (id) {
    case 'evidence':
      return evidenceWords(thread);
    case 'need':
      return needWords(thread);
    case 'services':
      return thread.services.length > 0 ? [count(thread.services.length, 'service')] : missing(gap);
    case 'priority':
      if (thread.priority !== null) return ['Chosen'];
      return thread.aside === null ? missing(gap, 'Not chosen') : asideWords(thread.aside);
    case 'kind': {
      const kinds = kindsOf(thread, spine).map(({ title }) => title);
      return kinds.length === 0 ? missing(gap, unchosenWords(thread)) : kinds;
    }
    case 'actions':
      return thread.aims.length + thread.actions.length === 0
        ? missing(gap, noActionWords(thread, spine))
        : workWords(thread, today);
    case 'tests': {
      const { tests, outcomes, lastOn } = testsAt(thread.projects);
      const spread = spreadWords(thread);
      if (tests === 0 && outcomes.notTried > 0) {
        return [untriedWords(outcomes.notTried, thread), ...spread];
      }
      if (tests === 0) {
        return gap === undefined && spread.length > 0
          ? spread
          : [...missing(gap, unchosenWords(thread, 'After an action is planned')), ...spread];
      }
      const last = lastOn === null ? [] : [`last on ${shortDate(lastOn)}`];
      return [`${count(tests, 'test')} tried`, outcomesWords(outcomes), ...last, ...spread];
    }
    case 'change':
      return (
        changeWords(thread) ??
        (gap === undefined && thread.projects.length > 0
          ? ['Nothing was measured']
          : missing(gap, unchosenWords(thread, 'After a first test')))
      );
  }
}

/** Tests that have not happened: planned still, or planned once and not carried out. */
function untriedWords(number: number, { projects }: Thread): string {
  return projects.some(({ nextPlannedFor }) => nextPlannedFor !== null)
    ? `${count(number, 'test')} planned, none tried yet`
    : `${count(number, 'test')} planned, none carried out`;
}

/** How tests came out, those that did not help as openly as those that did: "2 helped, 2 did not help". */
export function outcomesWords({ helped, didNotHelp, cannotTell, notSaid }: Outcomes): string {
  const parts = [
    { number: helped, words: 'helped' },
    { number: didNotHelp, words: 'did not help' },
    { number: cannotTell, words: 'cannot tell' },
    { number: notSaid, words: 'not said yet' }
  ];
  return parts
    .flatMap(({ number, words }) => (number === 0 ? [] : [`${number} ${words}`]))
    .join(', ');
}

/** What already spreads: how far its one roll-out has come, or how many roll-outs there are; and how many programmes. */
function spreadWords({ rollOuts, programmes }: Thread): string[] {
  const [rollOut] = rollOuts;
  return [
    ...(rollOut === undefined
      ? []
      : [rollOuts.length === 1 ? rollOut.says : count(rollOuts.length, 'roll-out')]),
    ...(programmes.length === 0 ? [] : [count(programmes.length, 'programme')])
  ];
}

function missing(gap: Gap | undefined, otherwise = ''): string[] {
  return [gap === undefined ? otherwise : gapWords(gap)];
}

function evidenceWords({ evidence: { matters, works } }: Thread): string[] {
  const strength =
    matters.strength === 'unknown'
      ? 'Not known how much it matters'
      : `${strengthNames[matters.strength]}, ${confidenceNames[matters.confidence].toLowerCase()}`;
  const security =
    works.security === 'unknown'
      ? 'not known'
      : `${securityNames[works.security].toLowerCase()}, ${confidenceNames[works.confidence].toLowerCase()}`;
  return [strength, `What works: ${security}`];
}

const comparisonWords = {
  better: 'Better than',
  worse: 'Worse than',
  similar: 'About the same as'
} as const;

function needWords({ need }: Thread): string[] {
  const lead = leadingNeed(need);
  if (lead === null) return ['No indicator yet'];
  if (lead.latest === null) return ['No local figure yet'];
  const figure = `${lead.latest.text} in ${lead.latest.period}`;
  if (lead.comparator === null || lead.comparison === 'unknown') return [figure, lead.title];
  return [`${comparisonWords[lead.comparison]} ${lead.comparator.name}`, figure, lead.title];
}

const besideComparisons = {
  better: 'better than',
  worse: 'worse than',
  similar: 'about the same as',
  unknown: 'beside'
} as const;

/** How a figure stands beside the nation's and the region's: "better than England (68.3%), about the same as the North West (74.1%)". */
export function besideWords({
  comparator,
  region,
  comparison
}: Pick<Need, 'comparator' | 'region' | 'comparison'>): string {
  const beside = [comparator && { ...comparator, comparison }, region];
  return beside
    .flatMap((each) =>
      each === null ? [] : [`${besideComparisons[each.comparison]} ${each.name} (${each.text})`]
    )
    .join(', ');
}

/** What waits for a choice waits for nothing where the factor was set aside. */
function unchosenWords({ aside }: Pick<Thread, 'aside'>, otherwise = 'After it is chosen'): string {
  return aside === null ? otherwise : 'None: it was set aside';
}

function asideWords({ lookAgainOn }: AsideAtFactor): string[] {
  return [
    'Set aside',
    ...(lookAgainOn === null ? [] : [`to be looked at again on ${shortDate(lookAgainOn)}`])
  ];
}

function noActionWords(thread: Thread, spine: Spine): string {
  if (thread.priority === null) return unchosenWords(thread);
  if (thread.priority.kinds.length === 0) return 'After the kind of action';
  return kindsOf(thread, spine).some(({ isChange }) => isChange) ? '' : 'None called for';
}

/** The kinds of action that a factor calls for, in the order in which they were kept. */
function kindsOf({ priority }: Pick<Thread, 'priority'>, spine: Pick<Spine, 'actionKinds'>) {
  return (priority?.kinds ?? []).flatMap(
    ({ actionKind }) => spine.actionKinds.find(({ id }) => id === actionKind) ?? []
  );
}

/** How many aims and actions work on it and how far they are: "2 aims: no progress stated", "3 actions: 1 done, 2 under way". */
function workWords({ aims, actions }: Thread, today: string): string[] {
  const due = nextDue([...aims, ...actions]);
  const dateLine =
    due === null
      ? []
      : [due < today ? `a date passed on ${shortDate(due)}` : `next by ${shortDate(due)}`];
  return [
    ...(aims.length === 0 ? [] : [`${count(aims.length, 'aim')}: ${statusTelling(aims)}`]),
    ...(actions.length === 0
      ? []
      : [`${count(actions.length, 'action')}: ${statusTelling(actions)}`]),
    ...dateLine
  ];
}

function statusTelling(work: readonly WorkAtFactor[]): string {
  const order = ['held-up', 'under-way', 'not-started', 'not-stated', 'done', 'stopped'] as const;
  const tellings = order.flatMap((status) => {
    const number = work.filter((one) => one.status === status).length;
    return number === 0 ? [] : [{ number, words: workStatusWords[status] }];
  });
  const [only] = tellings;
  // "3 actions: under way" needs no second number.
  if (only !== undefined && tellings.length === 1) return only.words;
  return tellings.map(({ number, words }) => `${number} ${words}`).join(', ');
}

/** The verdict in a few words; the whole of it stands on the page of the factor. */
export const seenWords: Readonly<Record<ChangeSeen, string>> = {
  better: 'Improved',
  worse: 'Got worse',
  none: 'No lasting change seen',
  'too-few': 'Too few values to tell',
  'no-better': 'Neither way is better'
};

/** What the measures of the projects say: of one its name too, of several how many went which way, the worse as openly as the better. */
function changeWords({ projects }: Thread): string[] | null {
  const measured = projects.flatMap((project) => project.measured ?? []);
  const order = ['better', 'worse', 'none', 'too-few', 'no-better'] as const;
  const said = order.flatMap((seen) => {
    const number = measured.filter((one) => one.seen === seen).length;
    return number === 0 ? [] : [{ seen, number }];
  });
  const [only, ...others] = said;
  if (only === undefined) return null;
  if (others.length > 0) {
    const words = ({ seen, number }: (typeof said)[number]) =>
      `${number} ${seenWords[seen].toLowerCase()}`;
    return [said.map(words).join(', ')];
  }
  const [first] = measured;
  return [
    seenWords[only.seen],
    measured.length === 1 && first !== undefined ? first.title : `${measured.length} measures`
  ];
}

/** How the threads of the chosen factors stand, in a sentence. */
export function threadsSentence(chosen: readonly Thread[]): string {
  if (chosen.length === 0) return 'Nothing has been chosen yet.';
  const whole = chosen.filter((thread) => thread.isWhole).length;
  const gaps = chosen.reduce((sum, thread) => sum + thread.gaps.length, 0);
  const links =
    gaps === 0 ? 'no link is missing' : `${count(gaps, 'link is', 'links are')} missing`;
  return `Of ${count(chosen.length, 'chosen factor')}, ${whole === 0 ? 'none has' : whole === 1 ? '1 has' : `${whole} have`} a whole thread; ${links}.`;
}
