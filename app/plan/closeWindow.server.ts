import type { Actor } from "~/access/actor";
import { type Result, refuse } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { moveWindow } from "./moveWindow.server";
import { windowForm } from "./windowForm";
import { departsToClose } from "./windowTimes";

/**
 * Ends the time in which streets send topics; the office screens what was submitted. Before the planned last
 * day it needs an approval, and is recorded as a deviation; refuses like `approvalOf`.
 */
export async function closeWindow(
  actor: Actor,
  input: { month: string; reason?: string; approver?: string },
  now: string,
): Promise<Result<Stage>> {
  const parsed = windowForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  return moveWindow(
    actor,
    {
      ...parsed.data,
      event: "closeWindow",
      step: "windowClosed",
      departs: (day, rules) => departsToClose(day, rules, now),
    },
    now,
  );
}
