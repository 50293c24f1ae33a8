import { addDays } from "~/calendar/day";
import { isAdopted } from "~/meeting/conduct/topic";
import type { DemoDecision } from "~db/demo/texts";
import { type DemoMonth, daysAgo } from "./calendar";
import type { DayCast } from "./casting";

/** Where a task is to stand today; what has none lives its usual life up to today. */
export type Target =
  | "dispatched"
  | "acknowledged"
  | "overdue"
  | "blocked"
  | "extended"
  | "extensionWaiting"
  | "extensionRefused"
  | "handled"
  | "rework"
  | "suspended"
  | "solved"
  | "struckOff";

/** A resolution of a past day that becomes a task. */
interface Candidate {
  name: string;
  /** Days since the day, and days until it is due; negative when overdue. */
  age: number;
  left: number;
  /** As the texts have it, the street found it solved at the first look. */
  solved: boolean;
}

/** Names a task before it has a number: its matter and its place under it. */
export function taskName(decision: DemoDecision, place: number): string {
  return `${decision.problemKey} ${place}`;
}

// In this order each takes the youngest task that fits, so that every state is seen whatever the date is.
const wanted: [Target, (task: Candidate) => boolean][] = [
  ["dispatched", ({ age }) => age < 60],
  ["acknowledged", ({ age }) => age < 60],
  ["overdue", ({ left }) => left < -3 && left > -50],
  ["overdue", ({ left }) => left < -3 && left > -50],
  ["handled", ({ age, left }) => age > 24 && left < 60],
  ["suspended", ({ age }) => age > 30],
  ["rework", ({ age, left }) => age > 30 && left < 60],
  ["solved", ({ age, left, solved }) => solved && age > 40 && left < 40],
  ["blocked", ({ age }) => age > 24],
  ["extensionWaiting", ({ age, left }) => age > 24 && left < 40 && left > -10],
  ["extended", ({ age, left }) => age > 35 && left < 25],
  ["extensionRefused", ({ left }) => left < -3 && left > -60],
  ["struckOff", ({ age, solved }) => solved && age > 30],
  ["handled", ({ left }) => left < 5 && left > -30],
  ["solved", ({ left, solved }) => solved && left < 10 && left > -40],
  ["blocked", ({ left }) => left < -5 && left > -60],
  ["rework", ({ left }) => left < 0 && left > -90],
];

/** Chooses which tasks stand where today, by the name of the task. */
export function chooseTargets(
  months: readonly DemoMonth[],
  cast: ReadonlyMap<string, DayCast>,
  today: string,
): Map<string, Target> {
  const candidates = months
    .filter(({ when }) => when === "past")
    .reverse()
    .flatMap(({ month, date }) => cast.get(month)!.decided.flatMap((one) => candidatesOf(one, date, today)));
  const chosen = new Map<string, Target>();
  for (const [target, fits] of wanted) {
    const found = candidates.find((task) => !chosen.has(task.name) && task.age > 8 && fits(task));
    const any = candidates.find((task) => !chosen.has(task.name) && task.age > 24 && task.solved);
    const task = found ?? any;
    if (task) chosen.set(task.name, target);
  }
  return chosen;
}

function candidatesOf(decision: DemoDecision, date: string, today: string): Candidate[] {
  if (!isAdopted(decision.outcome)) return [];
  return decision.resolutions.map(({ dueInDays }, place) => ({
    name: taskName(decision, place),
    age: daysAgo(date, today),
    left: -daysAgo(addDays(date, dueInDays), today),
    solved: decision.verification.solved,
  }));
}
