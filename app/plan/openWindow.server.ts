import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { type Result, refuse } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { moveWindow } from "./moveWindow.server";
import { closableFrom } from "./windowClock";
import { windowForm } from "./windowForm";
import { departsToOpen } from "./windowTimes";

/**
 * Lets the streets send topics. The day is held by the rules in force now. Outside the planned window it
 * needs an approval, and is recorded as a deviation; refuses like `approvalOf`. In its time the clock does it.
 */
export async function openWindow(
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
      event: "openWindow",
      step: "windowOpened",
      departs: (day, rules) => departsToOpen(day, rules, now),
      rules: async (tx, day) => ({ ruleSetId: (await rulesInForce(tx))?.id ?? day.ruleSetId }),
      // Opened when its time had gone by: it gets a day, or the clock would close it at once.
      closesOn: (day, rules) => {
        const first = closableFrom(dayOf(now), rules, now);
        return first > day.windowClosesOn ? first : undefined;
      },
    },
    now,
  );
}
