import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { type Result, refuse } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { moveWindow } from "./moveWindow.server";
import { closableFrom } from "./windowClock";
import { reopenWindowForm } from "./windowForm";

/**
 * Takes late topics: from screening back to collecting, which always needs an approval and is recorded
 * as a deviation; refuses like `approvalOf`.
 * @param input.windowClosesOn a new last day; left out, or past, the first one whose closing hour is still ahead: the
 * clock would close the window again at once
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
      closesOn: (_day, rules) => later(windowClosesOn, closableFrom(dayOf(now), rules, now)),
      covers: windowClosesOn,
    },
    now,
  );
}

function later(asked: string | undefined, first: string): string {
  return asked && asked > first ? asked : first;
}
