export const boundaryKinds = [
  'physical',
  'administrative-or-financial',
  'reach-of-provision',
  'community'
] as const;
export type BoundaryKind = (typeof boundaryKinds)[number];

export const boundaryKindNames: Readonly<Record<BoundaryKind, string>> = {
  physical: 'Physical',
  'administrative-or-financial': 'Administrative or financial',
  'reach-of-provision': 'Reach of what partners provide',
  community: 'Community identity'
};
export const boundaryKindHints: Readonly<Record<BoundaryKind, string>> = {
  physical: 'Hills, rivers, roads, estates',
  'administrative-or-financial': 'Councils, wards, areas of health services, budgets',
  'reach-of-provision': 'Whom partners serve: catchments, where families are referred from',
  community: 'The place or the social community that residents themselves feel part of'
};

export const scopes = ['in', 'partly', 'out'] as const;
export type Scope = (typeof scopes)[number];
export const scopeNames: Readonly<Record<Scope, string>> = {
  in: 'In scope',
  partly: 'Partly in scope',
  out: 'Out of scope'
};

export const standings = ['draft', 'agreed'] as const;
export type Standing = (typeof standings)[number];
export const standingNames: Readonly<Record<Standing, string>> = {
  draft: 'Draft',
  agreed: 'Agreed'
};

/** The two questions that a partnership asks itself about its boundaries. */
export const reflectiveQuestions = [
  'Do you know your administrative and financial boundaries?',
  'How do those sit with what residents call their own place?'
] as const;
