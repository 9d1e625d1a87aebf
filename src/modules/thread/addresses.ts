import type { AgeId, OutcomeId } from '#modules/vocabulary';
import type { Permission } from '#platform/permissions';
import { leadingNeed } from './rules.ts';
import type { Gap, StepId, Thread } from './types.ts';

/** From where a thread is looked at. */
export type Where = {
  /** `/p/<partnership>`. */
  readonly base: string;
  readonly outcome: OutcomeId;
  readonly age: AgeId;
};

/** Where the records of a step are: the one record where there is one, else the list. */
export function stepAddress(step: StepId, thread: Thread, { base, outcome, age }: Where): string {
  const factor = thread.factor.id;
  switch (step) {
    case 'evidence':
      return `${base}/evidence/${factor}#${outcome}-${age}`;
    case 'need': {
      const lead = leadingNeed(thread.need);
      const isOne = lead !== null && thread.need.length === 1;
      return isOne ? `${base}/need/${lead.indicatorId}` : `${base}/need?factor=${factor}`;
    }
    case 'services':
      return `${base}/system?factor=${factor}`;
    case 'priority':
    case 'kind':
      return thread.priority === null
        ? `${base}/priorities`
        : `${base}/priorities/${thread.priority.priorityId}`;
    case 'actions': {
      const { aims, actions } = thread;
      const [aim] = aims;
      const [action] = actions;
      if (action !== undefined && actions.length === 1) return `${base}/plan/actions/${action.id}`;
      const isOneAim = aim !== undefined && aims.length === 1 && actions.length === 0;
      return isOneAim ? `${base}/plan/aims/${aim.id}` : `${base}/plan`;
    }
    case 'tests': {
      const [project] = thread.projects;
      const isOne = project !== undefined && thread.projects.length === 1;
      return isOne ? `${base}/improvement/${project.projectId}` : `${base}/improvement`;
    }
    case 'change': {
      const project = thread.projects.find((each) => each.measured !== null);
      return project === undefined || project.measured === null
        ? `${base}/improvement`
        : `${base}/improvement/measures/${project.measured.measureId}`;
    }
  }
}

/** The place that mends a missing link, and what somebody must be allowed to do there. */
export function mendAddress(
  gap: Gap,
  thread: Thread,
  { base, outcome, age }: Where
): { readonly href: string; readonly needs: Permission } {
  const factor = thread.factor.id;
  switch (gap.kind) {
    case 'matters-unknown':
      return {
        href: `${base}/evidence/${factor}/rating?outcome=${outcome}&age=${age}`,
        needs: 'evidence:edit'
      };
    case 'works-unknown':
      return { href: `${base}/evidence/${factor}/rating?works=yes`, needs: 'evidence:edit' };
    case 'no-indicator':
      return { href: `${base}/need/choose`, needs: 'indicators:edit' };
    case 'no-local-figure':
      return { href: `${base}/need/${gap.indicatorId}`, needs: 'indicators:add-values' };
    case 'no-service':
      return { href: `${base}/system/services/new?factor=${factor}`, needs: 'services:edit' };
    case 'not-chosen':
      return { href: `${base}/priorities/factor?factor=${factor}`, needs: 'priorities:edit' };
    case 'no-kind-of-action':
      return { href: `${base}/priorities/${gap.priorityId}/decide`, needs: 'priorities:edit' };
    case 'no-action':
      return { href: `${base}/plan/${planPlace(gap, factor)}`, needs: 'plan:edit' };
    case 'no-project':
      return { href: `${base}/improvement/new?factor=${factor}`, needs: 'improvement:edit' };
    case 'no-test':
      return {
        href: `${base}/improvement/${gap.projectId}/cycles/new`,
        needs: 'improvement:record'
      };
    case 'no-measured-change':
      return { href: `${base}/improvement/${gap.projectId}`, needs: 'improvement:record' };
  }
}

/** An aim that is added for a factor names it from the start: without, it would not stand here. */
function planPlace(
  { aimId, planPriorityId }: Extract<Gap, { kind: 'no-action' }>,
  factor: string
): string {
  if (aimId !== null) return `actions/new?aim=${aimId}`;
  return planPriorityId === null
    ? `priorities/new?factor=${factor}`
    : `aims/new?priority=${planPriorityId}&factor=${factor}`;
}
