/** States of a task. `handled` is the unit's claim, `solved` the street's finding, `struckOff` the end. */
export const taskStates = [
  "dispatched",
  "acknowledged",
  "inProgress",
  "handled",
  "rework",
  "suspended",
  "solved",
  "struckOff",
] as const;
export type TaskState = (typeof taskStates)[number];

/** What can happen to a task. */
export const taskEvents = [
  "dispatch",
  "acknowledge",
  "progress",
  "block",
  "unblock",
  "claimHandled",
  "verifySolved",
  "sendToRework",
  "suspend",
  "resume",
  "strikeOff",
  "askExtension",
  "grantExtension",
  "refuseExtension",
  "stateAtLookBack",
  "finishMilestone",
  "confirmWitness",
  "denyWitness",
  "takeOver",
] as const;
export type TaskEvent = (typeof taskEvents)[number];

const table: Record<TaskState, Partial<Record<TaskEvent, TaskState>>> = {
  dispatched: { acknowledge: "acknowledged", stateAtLookBack: "dispatched" },
  acknowledged: {
    progress: "inProgress",
    finishMilestone: "inProgress",
    block: "acknowledged",
    unblock: "acknowledged",
    claimHandled: "handled",
    suspend: "suspended",
    askExtension: "acknowledged",
    grantExtension: "acknowledged",
    refuseExtension: "acknowledged",
    stateAtLookBack: "acknowledged",
  },
  inProgress: {
    progress: "inProgress",
    finishMilestone: "inProgress",
    block: "inProgress",
    unblock: "inProgress",
    claimHandled: "handled",
    suspend: "suspended",
    askExtension: "inProgress",
    grantExtension: "inProgress",
    refuseExtension: "inProgress",
    stateAtLookBack: "inProgress",
  },
  handled: { verifySolved: "solved", sendToRework: "rework", stateAtLookBack: "handled" },
  rework: {
    progress: "rework",
    finishMilestone: "rework",
    block: "rework",
    unblock: "rework",
    claimHandled: "handled",
    suspend: "suspended",
    askExtension: "rework",
    grantExtension: "rework",
    refuseExtension: "rework",
    stateAtLookBack: "rework",
  },
  suspended: { resume: "inProgress", stateAtLookBack: "suspended" },
  solved: {
    strikeOff: "struckOff",
    sendToRework: "rework",
    stateAtLookBack: "solved",
    confirmWitness: "solved",
    // Without its witness the verification falls; what the unit claimed stands.
    denyWitness: "handled",
  },
  struckOff: {},
};

/** The state after `event`, or undefined when the event is not possible in `state`. */
export function advance(state: TaskState, event: TaskEvent): TaskState | undefined {
  return table[state][event];
}

/** States that the next day's look-back calls. */
export const openTaskStates: readonly TaskState[] = taskStates.filter(
  (state) => state !== "solved" && state !== "struckOff",
);

/** True until the street has found the matter solved. */
export function isOpen(state: TaskState): boolean {
  return openTaskStates.includes(state);
}

/** States in which the lead unit is working and the clock runs against it. */
export const runningTaskStates: readonly TaskState[] = ["dispatched", "acknowledged", "inProgress", "rework"];

/** The states in which a task of an earlier ledger goes on: its lead unit knows of it, and acknowledges nothing. */
export type TakenOverState = Extract<TaskState, "inProgress" | "handled" | "struckOff" | "suspended">;
