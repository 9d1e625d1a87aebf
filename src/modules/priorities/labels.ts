/** The names of the fields, for forms, for warnings and for the choice between two versions. */
export const outcomeLabels = {
  ages: 'Ages you have in mind',
  reason: 'Why this outcome'
} as const;

export const factorLabels = {
  outcomes: 'For which outcomes',
  reason: 'Why this factor'
} as const;

export const decisionLabels = { reason: 'What follows for us' } as const;

/** The label of a field of a decision; `path.1.reason` is the reason of the second answer. */
export function decisionFieldName(field: string): string {
  const step = /^path\.(\d+)\.reason$/.exec(field)?.[1];
  if (step !== undefined) return `Why, answer ${Number(step) + 1}`;
  return field === 'reason' ? decisionLabels.reason : field;
}
