import { addDays, instantOf } from "~/calendar/day";
import { blockDays } from "~/plan/blocked/blockDays.server";
import { instantsOfWindow } from "~/plan/windowClock";
import { adoptPlan } from "~/plan/year/adoptPlan.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { installRuleSet } from "~/rules/installRuleSet.server";
import { usualRules } from "~/rules/ruleSet";
import { phrases, streets } from "~db/demo/texts";
import { type DemoMonth, hostOf } from "./calendar";
import { earlier, later, workingDayAfter } from "./instants";
import { filled } from "./phrase";
import { must, type World } from "./world";

/** Rules, then each year's plan in the November before; next year's is a draft until December. */
export function schedulePlans(world: World, months: readonly DemoMonth[]): void {
  const years = [...new Set(months.map(({ month }) => Number(month.slice(0, 4))))];
  const first = years[0]!;
  world.timeline.schedule(instantOf(`${first - 1}-11-05`, "14:00"), async (at) => {
    const { title, documentNumber } = phrases.rules;
    const numbered = { title, documentNumber: filled(documentNumber, first - 1), rules: {} };
    must(await installRuleSet(numbered, at), "installRuleSet");
  });
  for (const year of years) schedulePlan(world, year, months);
  scheduleKeptFree(world);
}

/** The leader will be away for a week, in three months. */
function scheduleKeptFree(world: World): void {
  world.timeline.schedule(later(world.now, -60 * 24), async (at) => {
    const leader = await world.actor("leader", at);
    const days = { fromDay: addDays(world.today, 90), toDay: addDays(world.today, 96) };
    const entered = { postId: leader.postId, reason: phrases.keptFree, ...days };
    must(await blockDays(leader, entered, at), "blockDays");
  });
}

function schedulePlan(world: World, year: number, months: readonly DemoMonth[]): void {
  const documentNumber = filled(phrases.plan, year - 1, 8);
  const drafted = earlier(instantOf(`${year - 1}-11-10`, "14:00"), later(world.now, -60));
  world.timeline.schedule(drafted, async (at) => {
    const office = await world.actor("office", at);
    const days = months
      .filter(({ month }) => month.startsWith(String(year)))
      .map(({ when: _when, ...day }) => ({
        ...day,
        startsAt: phrases.heldAt.startsAt,
        place: filled(phrases.heldAt.place, hostOf(streets, day.month, world.today).nameZh),
        hostStreetId: world.unitId(hostOf(streets, day.month, world.today).slug),
        chairPostId: world.postIds.get("leader")!,
      }));
    must(await createPlan(office, { year, days, documentNumber }, at), `createPlan ${year}`);
  });
  if (world.today < `${year - 1}-12-01`) return;
  world.timeline.schedule(instantOf(`${year - 1}-11-24`, "14:00"), async (at) => {
    const office = await world.actor("office", at);
    must(await adoptPlan(office, { year, documentNumber }, at), `adoptPlan ${year}`);
  });
}

/** Looks at the clock when a month's window opens and when it closes by the rules, as the server does all the time. */
export function scheduleWindow(world: World, day: DemoMonth): { closedOn: string } {
  const { opensAt, closesAt } = instantsOfWindow(day, usualRules);
  world.timeline.schedule(opensAt, world.catchUp);
  world.timeline.schedule(closesAt, world.catchUp);
  return { closedOn: workingDayAfter(day.windowClosesOn, 0) };
}
