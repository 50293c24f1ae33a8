import { describe, expect, it } from "vitest";
import {
  advance,
  openTaskStates,
  type TaskEvent,
  type TaskState,
  taskEvents,
  taskStates,
} from "~/task/taskState";

// The whole table written out a second time, by hand: every cell is tested, refusals too.
const allowed: Record<TaskState, Partial<Record<TaskEvent, TaskState>>> = {
  dispatched: { acknowledge: "acknowledged", stateAtLookBack: "dispatched" },
  acknowledged: {
    progress: "inProgress",
    finishMilestone: "inProgress",
    claimHandled: "handled",
    suspend: "suspended",
    ...staying("acknowledged"),
  },
  inProgress: {
    progress: "inProgress",
    finishMilestone: "inProgress",
    claimHandled: "handled",
    suspend: "suspended",
    ...staying("inProgress"),
  },
  handled: { verifySolved: "solved", sendToRework: "rework", stateAtLookBack: "handled" },
  rework: {
    progress: "rework",
    finishMilestone: "rework",
    claimHandled: "handled",
    suspend: "suspended",
    ...staying("rework"),
  },
  suspended: { resume: "inProgress", stateAtLookBack: "suspended" },
  solved: {
    strikeOff: "struckOff",
    sendToRework: "rework",
    stateAtLookBack: "solved",
    confirmWitness: "solved",
    denyWitness: "handled",
  },
  struckOff: {},
};

function staying(state: TaskState): Partial<Record<TaskEvent, TaskState>> {
  const events = [
    "block",
    "unblock",
    "askExtension",
    "grantExtension",
    "refuseExtension",
    "stateAtLookBack",
  ] as const;
  return Object.fromEntries(events.map((event) => [event, state]));
}

describe("the states of a task", () => {
  for (const state of taskStates)
    for (const event of taskEvents)
      it(`${state} on ${event} → ${allowed[state][event] ?? "refused"}`, () => {
        expect(advance(state, event)).toBe(allowed[state][event]);
      });

  it("never closes by the unit's own claim", () => {
    expect(advance("handled", "strikeOff")).toBeUndefined();
    expect(openTaskStates).toContain("handled");
  });
});
