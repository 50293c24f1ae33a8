import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { done, type Result } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { actOnTask } from "./actOnTask.server";

/** What the meeting of a task does when a task that was solved is not (any more). */
export type OnReopened = (tx: Queries, book: Book, dayId: string) => Promise<Result<unknown>>;

/**
 * 返工: whoever verifies found it not solved, and says what is missing. Counted; the clock has run on.
 * @param onReopened runs in the same transaction where the task was solved before; its refusal undoes the act
 */
export function sendToRework(
  actor: Actor,
  input: { number: string; text: string },
  now: string,
  onReopened: OnReopened,
) {
  return actOnTask(actor, input.number, "sendToRework", now, async (found) =>
    done({
      columns: { handledAt: null, solvedAt: null, reworkCount: found.reworkCount + 1 },
      text: input.text,
      follow: found.state === "solved" ? (tx, book) => onReopened(tx, book, found.meetingId) : undefined,
    }),
  );
}
