/** Most signs in a goal, and in what somebody says about it. */
export const GOAL_LENGTH = 500;

/** How a goal goes, in the words of FHIR (goal-achievement); `let-go` is no achievement but an end. */
export const GOAL_PROGRESS = ['improving', 'no-change', 'worsening', 'achieved', 'let-go'] as const;
export type GoalProgress = (typeof GOAL_PROGRESS)[number];
