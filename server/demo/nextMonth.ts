import { addDays, instantOf } from "~/calendar/day";
import { listAgain } from "~/problem/list/carryToNextList.server";
import type { ProblemInput } from "~/problem/problemForm";
import { returnList } from "~/problem/screening/returnList.server";
import { phrases } from "~db/demo/texts";
import type { DemoMonth } from "./calendar";
import { waitingProblems } from "./casting";
import { later, workingDayAfter } from "./instants";
import { listProblem, problemText, sendList } from "./lists";
import { accountOf, must, type World } from "./world";

type ListEnd = "draft" | "submitted" | "returned";

// Streets that are not named here have begun nothing yet.
const ends: Record<string, ListEnd> = {
  wjc: "draft",
  lqt: "submitted",
  dhm: "submitted",
  xcz: "returned",
  yxj: "draft",
  bzp: "submitted",
  qsy: "draft",
  hft: "submitted",
  fyl: "submitted",
};

/** What a first draft leaves out, and a list therefore still lacks before it can be sent. */
const notYetKnown: (keyof ProblemInput)[] = ["coordination", "question"];

/** The window for next month is open: lists begun, sent and given back. */
export function scheduleNextMonth(world: World, { month, windowOpensOn }: DemoMonth): void {
  for (const [turn, [street, end]] of Object.entries(ends).entries()) {
    const keys = waitingProblems(street);
    const day = workingDayAfter(windowOpensOn, 1 + (turn % 3));
    for (const [place, key] of keys.entries()) {
      const last = place === keys.length - 1;
      const without = end === "draft" && last ? notYetKnown : [];
      // Of a list that is still being written: the first that a community proposed was declined, the others wait.
      const open = place === 1 && keys.length > 3 ? "declined" : "waiting";
      const answer = end === "draft" ? open : "adopted";
      world.timeline.schedule(later(instantOf(day, "14:00"), turn * 5 + place), (at) =>
        listProblem(world, month, key, at, { turn: place, without, answer }),
      );
    }
    if (end === "draft") continue;
    const sent = later(instantOf(workingDayAfter(day, 1), "16:00"), turn);
    world.timeline.schedule(sent, (at) => sendList(world, month, street, at));
    if (end === "returned") scheduleReturn(world, month, street, later(sent, 60));
  }
}

function scheduleReturn(world: World, month: string, street: string, at: string): void {
  world.timeline.schedule(at, async (now) => {
    const office = await world.actor("office", now);
    const input = { month, street, reason: phrases.returned };
    must(await returnList(office, input, now), `returnList ${street}`);
  });
}

/**
 * What this month's day put off stands on its street's list again.
 * @param decidedBy the day by which everything for this month was decided
 */
export function scheduleAgain(world: World, day: DemoMonth, key: string, decidedBy: string): void {
  const begun = addDays(day.windowOpensOn, 5);
  const at = instantOf(workingDayAfter(begun > decidedBy ? begun : decidedBy, 0), "15:00");
  world.timeline.schedule(at, async (now) => {
    const listed = world.listed.get(key);
    if (!listed) return;
    const actor = await world.actor(accountOf(problemText(key).streetSlug), now);
    const input = { month: day.month, number: listed.number };
    must(await listAgain(actor, input, now), `listAgain ${key}`);
  });
}
