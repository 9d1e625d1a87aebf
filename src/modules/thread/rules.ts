import { compareMatters, mattersGreatly } from '#modules/evidence';
import type { ActionKind } from '#modules/vocabulary';
import type {
  WorkAtFactor,
  Gap,
  Outcomes,
  PriorityAtFactor,
  ProjectAtFactor,
  Step,
  StepState,
  Strands,
  Thread,
  ThreadGroups
} from './types.ts';

/**
 * One factor's thread: for each of the eight steps whether it is there, and which links are missing.
 *
 * The rule throughout: a gap is named only where it can be mended now. What waits for an earlier step (the kind of action
 * of a factor nobody chose, a test of an action nobody planned) is `waiting`, not missing, so that a page never blames
 * anyone for work that is not due. What is there is always shown, whatever is missing before it.
 *
 * Assumes: `actionKinds` are the spine's. A kind that leads to no work with families (keep and watch, choose something
 * else, find out more first) calls for no action, so the steps after it wait.
 */
export function threadOf(strands: Strands, actionKinds: readonly ActionKind[]): Thread {
  const steps = [
    evidenceStep(strands),
    needStep(strands),
    servicesStep(strands),
    priorityStep(strands),
    kindStep(strands),
    actionsStep(strands, actionKinds),
    testsStep(strands),
    changeStep(strands)
  ];
  return {
    ...strands,
    steps,
    gaps: steps.flatMap((step) => step.gaps),
    isWhole: steps.every((step) => step.state === 'present')
  };
}

function step(id: Step['id'], state: StepState, ...gaps: Gap[]): Step {
  return { id, state, gaps };
}

function evidenceStep({ evidence }: Strands): Step {
  const gaps: Gap[] = [];
  if (evidence.matters.strength === 'unknown') gaps.push({ kind: 'matters-unknown' });
  if (evidence.works.security === 'unknown') gaps.push({ kind: 'works-unknown' });
  const state = gaps.length === 0 ? 'present' : gaps.length === 1 ? 'partial' : 'missing';
  return step('evidence', state, ...gaps);
}

function needStep({ need }: Strands): Step {
  const [first] = need;
  if (first === undefined) return step('need', 'missing', { kind: 'no-indicator' });
  if (need.some((one) => one.latest !== null)) return step('need', 'present');
  return step('need', 'partial', { kind: 'no-local-figure', indicatorId: first.indicatorId });
}

function servicesStep({ services }: Strands): Step {
  return services.length > 0
    ? step('services', 'present')
    : step('services', 'missing', { kind: 'no-service' });
}

/** A factor that people looked at and set aside is no missing link: not choosing it was the choice. */
function priorityStep({ priority, aside, evidence }: Strands): Step {
  if (priority !== null) return step('priority', 'present');
  if (aside !== null) return step('priority', 'waiting');
  return mattersGreatly(evidence.matters)
    ? step('priority', 'missing', { kind: 'not-chosen' })
    : step('priority', 'waiting');
}

function kindStep({ priority }: Strands): Step {
  if (priority === null) return step('kind', 'waiting');
  if (priority.kinds.length > 0) return step('kind', 'present');
  return step('kind', 'missing', {
    kind: 'no-kind-of-action',
    priorityId: priority.priorityId
  });
}

const isOpen = (one: WorkAtFactor): boolean => !['done', 'stopped'].includes(one.status);

/** An aim is part of the plan by itself; while it is open, somebody is still to say what will be done towards it. */
function actionsStep(
  { aims, actions, priority, plan }: Strands,
  actionKinds: readonly ActionKind[]
): Step {
  if (actions.length > 0) return step('actions', 'present');
  const gap: Gap = { kind: 'no-action', aimId: plan.aimId, planPriorityId: plan.priorityId };
  if (aims.length > 0) {
    return aims.some(isOpen) ? step('actions', 'partial', gap) : step('actions', 'present');
  }
  const isChange = actionKinds.some(
    (each) => each.isChange && priority?.kinds.some(({ actionKind }) => actionKind === each.id)
  );
  return isChange ? step('actions', 'missing', gap) : step('actions', 'waiting');
}

/**
 * A change that already spreads, and a programme that is counted, are work under way: nobody is told to begin a project for them, nor to
 * go on with one that is finished or paused.
 */
function testsStep({ projects, actions, rollOuts, programmes }: Strands): Step {
  if (projects.some((project) => project.tests > 0)) return step('tests', 'present');
  // A test that is planned is recorded: nobody is told to plan one.
  if (projects.some((project) => project.nextPlannedFor !== null)) return step('tests', 'partial');
  const project = projects.find(({ isUnderWay }) => isUnderWay);
  if (project !== undefined) {
    return step('tests', 'partial', { kind: 'no-test', projectId: project.projectId });
  }
  if (rollOuts.length + programmes.length > 0) return step('tests', 'partial');
  return actions.some(isOpen)
    ? step('tests', 'missing', { kind: 'no-project' })
    : step('tests', 'waiting');
}

function changeStep({ projects }: Strands): Step {
  if (projects.some((project) => project.measured !== null)) return step('change', 'present');
  const underWay = projects.filter(({ isUnderWay }) => isUnderWay);
  const project = underWay.find((each) => each.tests > 0) ?? underWay[0];
  return project === undefined
    ? step('change', 'waiting')
    : step('change', 'missing', { kind: 'no-measured-change', projectId: project.projectId });
}

/** Chosen factors first, then those that are said to matter greatly, then the others; the strongest first in each. */
export function groupThreads(threads: readonly Thread[]): ThreadGroups {
  const ordered = threads.toSorted((one, other) =>
    compareMatters(one.evidence.matters, other.evidence.matters)
  );
  const unchosen = ordered.filter((thread) => thread.priority === null);
  return {
    chosen: ordered.filter((thread) => thread.priority !== null),
    mattersGreatly: unchosen.filter((thread) => mattersGreatly(thread.evidence.matters)),
    others: unchosen.filter((thread) => !mattersGreatly(thread.evidence.matters))
  };
}

/** The indicator that speaks for a factor's need: the first that stands worse, else the first with a comparison, else with a figure. */
export function leadingNeed(need: Strands['need']): Strands['need'][number] | null {
  return (
    need.find((one) => one.latest !== null && one.comparison === 'worse') ??
    need.find((one) => one.latest !== null && one.comparison !== 'unknown') ??
    need.find((one) => one.latest !== null) ??
    need[0] ??
    null
  );
}

/** The date that is due next among what is open; dates that have passed come first. Null when nothing has a date. */
export function nextDue(work: readonly WorkAtFactor[]): string | null {
  const dates = work
    .filter(isOpen)
    .flatMap((one) => one.due ?? [])
    .toSorted();
  return dates[0] ?? null;
}

/**
 * The projects that stand at a factor: those that name it, themselves or by a change idea; those that serve the priority which was
 * chosen for it; and, of those that name no factor at all, the ones whose action works on it.
 */
export function projectsAt<
  Project extends ProjectAtFactor & { readonly factorIds: readonly string[] }
>(
  factor: string,
  projects: readonly Project[],
  priority: Pick<PriorityAtFactor, 'priorityId'> | null,
  actions: readonly Pick<WorkAtFactor, 'id'>[]
): Project[] {
  return projects.filter(({ factorIds, priorityId, action }) => {
    if (factorIds.includes(factor)) return true;
    if (priority !== null && priorityId === priority.priorityId) return true;
    return factorIds.length === 0 && actions.some(({ id }) => id === action?.id);
  });
}

/** All tests that have happened at a factor, how they came out, and the day of the last one. */
export function testsAt(projects: Strands['projects']): {
  readonly tests: number;
  readonly outcomes: Outcomes;
  readonly lastOn: string | null;
} {
  const dates = projects.flatMap((project) => project.lastTestOn ?? []).toSorted();
  const sumOf = (answer: keyof Outcomes) =>
    projects.reduce((sum, { outcomes }) => sum + outcomes[answer], 0);
  return {
    tests: projects.reduce((sum, project) => sum + project.tests, 0),
    outcomes: {
      helped: sumOf('helped'),
      didNotHelp: sumOf('didNotHelp'),
      cannotTell: sumOf('cannotTell'),
      notSaid: sumOf('notSaid'),
      notTried: sumOf('notTried')
    },
    lastOn: dates.at(-1) ?? null
  };
}
