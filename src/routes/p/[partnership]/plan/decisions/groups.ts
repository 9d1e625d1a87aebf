/** The fields of a decision that stand under a legend of their own, folded away: most decisions need few of them. */
export const decisionGroups = [
  {
    legend: 'What it rests on and is about',
    fields: ['paperIds', 'consultationIds', 'planPriorityIds', 'aimIds', 'supersedesId'],
    isOpen: false
  }
] as const;
