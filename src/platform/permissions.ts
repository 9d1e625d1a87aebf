/**
 * Who may do what, in one table. A permission is `<subject>:<what>`; beside it stand the roles that hold it.
 * The table travels with every page, so that no button is shown that would refuse.
 */
export const roles = ['reader', 'contributor', 'lead', 'coordinator', 'visiting-officer'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = ['reader', 'contributor', 'lead', 'coordinator'];
const contributors: readonly Role[] = ['contributor', 'lead', 'coordinator'];
const leads: readonly Role[] = ['lead', 'coordinator'];
const coordinators: readonly Role[] = ['coordinator'];

export const permissionTable = {
  /** See the partnership's records. */
  'records:read': everyone,
  /** What concerns the member alone: their reminder, the address of their calendar. */
  'own-membership:edit': everyone,
  /** People, invitations, settings of the partnership. */
  'partnership:manage': coordinators,
  /** The partnership's own ratings, insights and notes beside the evidence. */
  'evidence:edit': contributors,
  /** Indicators and their definitions. */
  'indicators:edit': leads,
  /** Values of indicators; imports of values. */
  'indicators:add-values': contributors,
  /** Surveys: what is asked, opening, closing, and removing the answers. */
  'surveys:edit': leads,
  /** What people said, in their words; themes, quotes; answers on paper. Readers see themes and quotes alone. */
  'voices:record': contributors,
  /** Services and what they address. */
  'services:edit': contributors,
  /** Import of many services at once. */
  'services:import': coordinators,
  /** Actors of the system, their sectors and links. */
  'actors:edit': contributors,
  /** Import of a whole map of actors. */
  'actors:import': coordinators,
  /** Lead a workshop in which people find and place stakeholders. */
  'rings:facilitate': leads,
  /** Take part in such a workshop. */
  'rings:take-part': everyone,
  /** Nurseries and other settings. */
  'settings:edit': leads,
  /** Import of many settings at once; the outline of the place. */
  'settings:import': coordinators,
  /** Choice of outcomes and factors, kind of action. */
  'priorities:edit': leads,
  /** Priorities, aims and actions of the plan. */
  'plan:edit': leads,
  /** Say how an action is getting on. */
  'plan:report-progress': contributors,
  /** Risks, and what the plan needs, who gives it and what there is. */
  'resources:edit': leads,
  /** Principles, proposals tested against them, how far work joins up, what was learnt about working together. */
  'cooperation:edit': leads,
  /** Send a group’s report to the one above it; freeze the report of a year. */
  'reports:send': leads,
  /** What groups decide, their papers, disputes, what is asked of others. */
  'decisions:edit': leads,
  /** Confirm a decision, which then stays as it is. */
  'decisions:confirm': coordinators,
  /** Rounds in which a partnership rates itself: who is asked, the reveal, what is agreed. */
  'assessments:facilitate': leads,
  /** Answer in a round in which one is asked. */
  'assessments:answer': everyone,
  /** Who was told or asked, and what they said. */
  'consultation:record': contributors,
  /** Text of the strategy. */
  'strategy:edit': leads,
  /** Make a version that the public may see. */
  'strategy:publish': leads,
  /** Set up improvement projects, their aims and measures. */
  'improvement:edit': contributors,
  /** Record tests of change and values of measures. */
  'improvement:record': contributors,
  /** Learning sessions, what was taken back, storyboards. */
  'learning:edit': contributors,
  /** Begin a roll-out and say which settings could use the change. */
  'rollout:edit': leads,
  /** Say where a setting stands with a change. */
  'rollout:report': contributors,
  /** Ask every setting what it does already: the questions, the rounds, the links. */
  'benchmarks:edit': leads,
  /** Note what a setting said to a round, from paper or a telephone call. */
  'benchmarks:answer': contributors,
  /** Describe a programme: its stages, groups and scales. */
  'reach:edit': leads,
  /** Record who was reached in a cycle. */
  'reach:record': contributors,
  /** Choose what the public page shows. */
  'public-page:publish': leads
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionTable;

/** The permissions that a person with this role holds in a partnership. */
export function permissionsOf(role: Role): readonly Permission[] {
  const names = Object.keys(permissionTable) as Permission[]; // the keys of a constant object
  return names.filter((name) => (permissionTable[name] as readonly Role[]).includes(role));
}

export function mayDo(role: Role, permission: Permission): boolean {
  return (permissionTable[permission] as readonly Role[]).includes(role);
}

/** Roles from the least to the most; a visiting officer stands beside them and is never raised. */
const rising: readonly Role[] = [
  'visiting-officer',
  'reader',
  'contributor',
  'lead',
  'coordinator'
];

/** The lesser of two roles: what somebody may do who acts with less than they have. */
export function lesserRole(one: Role, other: Role): Role {
  return rising.indexOf(one) <= rising.indexOf(other) ? one : other;
}
