/** The names of the plan's fields, for forms and for the choice between two versions. */
export const priorityLabels = {
  title: 'Priority',
  statement: 'What it means',
  groupId: 'Group responsible',
  outcomes: 'Outcomes',
  factors: 'Factors'
} as const;

export const aimLabels = {
  planPriorityId: 'Priority',
  title: 'Aim',
  detail: 'In full',
  factors: 'Factors',
  dueOn: 'By when',
  lead: 'Lead',
  leadGroupId: 'Group that leads',
  supportedBy: 'Groups that support',
  links: 'Links to other plans'
} as const;

export const actionLabels = {
  aimId: 'Aim',
  title: 'What will be done',
  lead: 'Lead',
  collaborators: 'Collaborators',
  policyLinks: 'Links to policy',
  intendedOutcome: 'Intended outcome',
  targetGroup: 'Target group',
  evaluation: 'How it will be evaluated',
  resource: 'Money and people’s time',
  startsOn: 'Starts on',
  dueOn: 'Due on',
  status: 'Status'
} as const;

export const progressLabels = { status: 'Status', progressNote: 'How it is getting on' } as const;
