import { csvText } from '#core/csv';
import { statusNames } from './sentences.ts';
import type { Plan } from './types.ts';

const headings = [
  'Priority',
  'Aim',
  'Action',
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
  'Progress',
  'Progress reported on'
];

/** Every action of the plan as a table to take away, one a row. */
export function actionsCsv(plan: Plan): string {
  const rows = plan.actions.map((action) => {
    const aim = plan.aims.find((one) => one.id === action.aimId);
    const priority = plan.priorities.find((one) => one.id === aim?.planPriorityId);
    return [
      priority?.title ?? '',
      aim?.title ?? '',
      action.title,
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
      action.progressNote,
      action.progressOn ?? ''
    ];
  });
  return csvText([headings, ...rows]);
}
