import type { Statement } from "~/task/statement";
import type { TaskEvent } from "~/task/taskState";

/** What residents read of a task's course. Words written with an event stay inside; that it happened does not. */
export const publicTaskEvents = [
  "acknowledge",
  "claimHandled",
  "verifySolved",
  "sendToRework",
  "suspend",
  "resume",
  "grantExtension",
] as const satisfies readonly TaskEvent[];

/** One thing that happened to a matter after it was decided. */
export type Happening = { key: string; at: string } & (
  | { kind: (typeof publicTaskEvents)[number] }
  | { kind: "lookBack"; month: string; statement: Statement }
  | { kind: "published"; text: string }
  /** What was published and taken back: that it was, and why; its words are gone. */
  | { kind: "withdrawn"; publishedAt: string; reason: string }
);

/** In order of time. */
export function inOrder(happenings: readonly Happening[]): Happening[] {
  return [...happenings].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
