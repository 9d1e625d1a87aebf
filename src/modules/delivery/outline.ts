import type { Aim } from './kinds.ts';
import { aimsOnce } from './rules.ts';
import type { Plan } from './types.ts';

/**
 * What a plan says, with names in place of identifiers of groups, so that it can be kept as it stood whatever becomes of them.
 * How far anything has come is no part of it: that changes daily, and is reported elsewhere.
 */
export type PlanOutline = {
  /** Of the stored shape. */
  readonly format: 1;
  readonly priorities: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly statement: string;
    readonly group: string;
    readonly measures: readonly string[];
  }[];
  readonly aims: readonly {
    readonly id: string;
    readonly priorityId: string;
    readonly number: number | null;
    readonly title: string;
    readonly detail: string;
    /** A day, `2027-03-31`; null where there is none. */
    readonly dueOn: string | null;
    readonly dueAsWritten: string;
    readonly lead: string;
    readonly group: string;
    readonly supportedBy: readonly string[];
    readonly targetGroup: string;
    readonly evaluation: string;
    /** The title of the aim that this entry repeats; empty where it is an aim itself. */
    readonly sameAs: string;
  }[];
  readonly actions: readonly {
    readonly id: string;
    readonly aimId: string;
    readonly title: string;
    readonly lead: string;
    readonly dueOn: string | null;
    readonly resource: string;
  }[];
};

/** The outline of a plan as it stands. */
export function outlineOf(
  plan: Plan,
  groups: readonly { readonly id: string; readonly name: string }[]
): PlanOutline {
  const name = (id: string | null) => groups.find((one) => one.id === id)?.name ?? '';
  const once = aimsOnce(plan.aims);
  const titleOf = (id: string | null) => plan.aims.find((one) => one.id === id)?.title ?? '';
  const wholeOf = (aim: Aim) => once.find(({ id }) => id === (aim.sameAs ?? aim.id)) ?? aim;
  return {
    format: 1,
    priorities: plan.priorities.map((one) => ({
      id: one.id,
      number: one.number,
      title: one.title,
      statement: one.statement,
      group: name(one.groupId),
      measures: plan.measures
        .filter(({ planPriorityId }) => planPriorityId === one.id)
        .map(({ title }) => title)
    })),
    aims: plan.aims.map((aim) => {
      const whole = wholeOf(aim);
      return {
        id: aim.id,
        priorityId: aim.planPriorityId,
        number: aim.number,
        title: aim.title,
        detail: aim.detail,
        dueOn: whole.dueOn,
        dueAsWritten: whole.dueAsWritten,
        lead: whole.lead,
        group: name(whole.leadGroupId),
        supportedBy: whole.supportedBy.map(name).filter((one) => one !== ''),
        targetGroup: whole.targetGroup,
        evaluation: whole.evaluation,
        sameAs: aim.sameAs === null ? '' : titleOf(aim.sameAs)
      };
    }),
    actions: plan.actions.map(({ id, aimId, title, lead, dueOn, resource }) => ({
      id,
      aimId,
      title,
      lead,
      dueOn,
      resource
    }))
  };
}
