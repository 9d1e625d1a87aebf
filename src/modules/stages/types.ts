/** How far a stage has come. Several may be under way at once. */
export const stageStandings = ['not-begun', 'under-way', 'resting', 'reviewed'] as const;
export type StageStanding = (typeof stageStandings)[number];

/** Whether there is what a stage needs. */
export const readinesses = ['have', 'partly', 'not'] as const;
export type Readiness = (typeof readinesses)[number];

/** How sure a group is of one statement of a stock-take. */
export const confidences = ['high', 'moderate', 'low'] as const;
export type StageConfidence = (typeof confidences)[number];
