import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { type Result, refuse } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { moveWindow } from "./moveWindow.server";
import { reopenWindowForm } from "./windowForm";

/**
 * Takes late topics: from screening back to collecting, which always needs an approval and is recorded
 * as a deviation; refuses like `approvalOf`.
 * @param input.windowClosesOn a new last day; left out, today, so that it can be closed again at any time
 */
export async function reopenWindow(
  actor: Actor,
  input: { month: string; reason?: string; approver?: string; windowClosesOn?: string },
  now: string,
): Promise<Result<Stage>> {
  const parsed = reopenWindowForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { month, reason, approver, windowClosesOn } = parsed.data;
  return moveWindow(
    actor,
    {
      ...{ month, reason, approver },
      event: "reopenWindow",
      step: "windowReopened",
      departs: () => true,
      windowClosesOn: windowClosesOn ?? dayOf(now),
      covers: windowClosesOn,
    },
    now,
  );
}
