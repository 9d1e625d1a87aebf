import { csvText } from '#core/csv';
import { namesOf, type Spine } from '#modules/vocabulary';
import { aimsOnce, daysLate, factorsOfAction } from './rules.ts';
import { offerNames, statusNames, supportWords } from './sentences.ts';
import { supportersOf, withoutDeclined } from './support.ts';
import type { Plan } from './types.ts';

/** The plan with the names that its identifiers stand for, on a day (`YYYY-MM-DD`). */
export type WholePlan = Plan & {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly spine: Spine;
  readonly today: string;
};

const actionHeadings = [
  'Priority',
  'Aim',
  'Action',
  'Factors',
  'Lead',
  'Collaborators',
  'Policy links',
  'Intended outcome',
  'Target group',
  'Evaluation',
  'Resource',
  'Starts on',
  'Due on',
  'Status',
  'Days late',
  'Progress',
  'Progress reported on'
];

const priorityText = (one: Plan['priorities'][number] | undefined): string =>
  one === undefined ? '' : `${one.number}. ${one.title}`;

/** Every action of the plan as a table to take away, one a row. Its factors are its own and its aim's. */
export function actionsCsv({ spine, today, ...plan }: WholePlan): string {
  const names = namesOf(spine);
  const aims = aimsOnce(plan.aims);
  const rows = plan.actions.map((action) => {
    const aim = aims.find((one) => one.id === action.aimId);
    const priority = plan.priorities.find((one) => one.id === aim?.planPriorityId);
    return [
      priorityText(priority),
      aim?.title ?? '',
      action.title,
      factorsOfAction(action, aim).map(names.factor).join('; '),
      action.lead,
      action.collaborators,
      action.policyLinks,
      action.intendedOutcome,
      action.targetGroup,
      action.evaluation,
      action.resource,
      action.startsOn ?? '',
      action.dueOn ?? '',
      statusNames[action.status],
      daysLate(action, today)?.toString() ?? '',
      action.progressNote,
      action.progressOn ?? ''
    ];
  });
  return csvText([actionHeadings, ...rows]);
}

const aimHeadings = [
  'Priority',
  'Number',
  'Aim',
  'In full',
  'Factors',
  'Group that leads',
  'Lead',
  'Groups that support',
  'By when',
  'By when, in the plan’s words',
  'Status',
  'Days late',
  'Progress',
  'Progress reported on',
  'Actions',
  'The same aim as',
  'Links to other plans',
  'Collaborators here',
  'Collaborators beyond',
  'Priority of the wider plan',
  'Aims of other groups that it serves',
  'National policy that it serves',
  'Intended outcome',
  'For everybody, or for some',
  'Target group',
  'Evaluation',
  'Questions that it asks',
  'Source',
  'What support, and what was answered',
  'Measures and figures that it is judged by'
];

/**
 * Every aim of the plan as a table to take away, one a row. An entry that repeats another aim shows that one's date and progress.
 * `judgedBy` names the measures and figures that aims are judged by.
 */
export function aimsCsv(
  { spine, today, groups, ...plan }: WholePlan,
  judgedBy: readonly { readonly id: string; readonly title: string }[] = []
): string {
  const names = namesOf(spine);
  const once = aimsOnce(plan.aims);
  const groupName = (id: string | null) => groups.find((one) => one.id === id)?.name ?? '';
  const priorityOf = (id: string) => plan.priorities.find((one) => one.id === id);
  const inOrder = plan.priorities.flatMap((priority) =>
    plan.aims.filter((aim) => aim.planPriorityId === priority.id)
  );
  const rows = inOrder.map((aim) => {
    const whole = once.find((one) => one.id === (aim.sameAs ?? aim.id)) ?? aim;
    return [
      priorityText(priorityOf(aim.planPriorityId)),
      aim.number?.toString() ?? '',
      aim.title,
      aim.detail,
      whole.factors.map(names.factor).join('; '),
      groupName(whole.leadGroupId),
      whole.lead,
      withoutDeclined(whole, plan.supports).supportedBy.map(groupName).join('; '),
      whole.dueOn ?? '',
      whole.dueAsWritten,
      statusNames[whole.status],
      daysLate(whole, today)?.toString() ?? '',
      whole.progressNote,
      whole.progressOn ?? '',
      plan.actions.filter((action) => action.aimId === whole.id).length.toString(),
      aim.sameAs === null
        ? ''
        : `${priorityText(priorityOf(whole.planPriorityId))}: ${whole.title}`,
      aim.links,
      aim.localCollaborators,
      aim.systemCollaborators,
      aim.widerPriority,
      plan.aims
        .filter(({ id }) => aim.linkedAims.includes(id))
        .map(({ title }) => title)
        .join('; '),
      aim.policyLinks,
      aim.intendedOutcome,
      aim.offer === null ? '' : offerNames[aim.offer],
      aim.targetGroup,
      aim.evaluation,
      aim.questions.join('\n'),
      aim.source,
      supportersOf(whole, plan.supports)
        .flatMap(({ groupId, support }) =>
          support === null
            ? []
            : [`${groupName(groupId)}: ${support.what} (${supportWords(support)})`]
        )
        .join('; '),
      judgedBy
        .filter(({ id }) => [...aim.measureIds, ...aim.indicatorIds].includes(id))
        .map(({ title }) => title)
        .join('; ')
    ];
  });
  return csvText([aimHeadings, ...rows]);
}
