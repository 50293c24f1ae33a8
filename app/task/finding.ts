/** What the clock can find about a task: past its due date, or carried over more often than the rules allow. */
export const taskFindings = ["overdue", "escalated"] as const;
export type TaskFinding = (typeof taskFindings)[number];
