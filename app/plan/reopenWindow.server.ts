import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { type Result, refuse } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { moveWindow } from "./moveWindow.server";
import { reopenWindowForm } from "./windowForm";

/**
 * Takes late topics: from screening back to collecting, with the office's reason, always recorded as a
 * deviation.
 * @param input.windowClosesOn a new last day; left out, today, so that it can be closed again at any time
 */
export async function reopenWindow(
  actor: Actor,
  input: { month: string; reason?: string; windowClosesOn?: string },
  now: string,
): Promise<Result<Stage>> {
  if (!input.reason) return refuse("reasonNeeded", { field: "reason" });
  const parsed = reopenWindowForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const closesOn = parsed.data.windowClosesOn ?? dayOf(now);
  return moveWindow(
    actor,
    {
      month: parsed.data.month,
      reason: parsed.data.reason,
      event: "reopenWindow",
      step: "windowReopened",
      departs: () => true,
      windowClosesOn: closesOn,
    },
    now,
  );
}
