import { type JudgedUnits, overseerOf, verifierOf } from "~/task/doer";
import type { TaskState } from "~/task/taskState";

/** What has to happen next to a task, by whom, and until when (a day, where there is one). */
export interface NextStep {
  step: "acknowledge" | "handle" | "redo" | "verify" | "review" | "strikeOff";
  who: "lead" | "street" | "overseer" | "office";
  until: string | null;
}

interface Waiting extends JudgedUnits {
  state: TaskState;
  dueDate: string;
  reviewOn: string | null;
}

/** Who verifies a task and who strikes it off, as its page names them. */
export function judges(task: JudgedUnits) {
  return {
    verifier: verifierOf(task) === null ? "office" : "street",
    overseer: overseerOf(task) === null ? "office" : "overseer",
  } as const;
}

/** The next step of a task, or null once it is struck off. */
export function nextStep(task: Waiting): NextStep | null {
  const byLead = { who: "lead", until: task.dueDate } as const;
  const { verifier, overseer } = judges(task);
  const steps: Record<TaskState, NextStep | null> = {
    dispatched: { step: "acknowledge", ...byLead },
    acknowledged: { step: "handle", ...byLead },
    inProgress: { step: "handle", ...byLead },
    rework: { step: "redo", ...byLead },
    handled: { step: "verify", who: verifier, until: null },
    suspended: { step: "review", who: overseer, until: task.reviewOn },
    solved: { step: "strikeOff", who: overseer, until: null },
    struckOff: null,
  };
  return steps[task.state];
}
