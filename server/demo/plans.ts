import { instantOf } from "~/calendar/day";
import { closeWindow } from "~/plan/closeWindow.server";
import { openWindow } from "~/plan/openWindow.server";
import { adoptPlan } from "~/plan/year/adoptPlan.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { adoptRuleSet } from "~/rules/adoptRuleSet.server";
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
    const admin = await world.actor("admin", at);
    const { title, documentNumber } = phrases.rules;
    const numbered = { title, documentNumber: filled(documentNumber, first - 1), rules: {} };
    must(await adoptRuleSet(admin, numbered, at), "adoptRuleSet");
  });
  for (const year of years) schedulePlan(world, year, months);
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

/** Opens a month's window on its first working day and closes it on the first one at or after its last. */
export function scheduleWindow(world: World, day: DemoMonth): { closedOn: string } {
  const { month } = day;
  world.timeline.schedule(instantOf(workingDayAfter(day.windowOpensOn, 0), "08:00"), async (at) => {
    must(await openWindow(await world.actor("office", at), { month }, at), `openWindow ${month}`);
  });
  const closedOn = workingDayAfter(day.windowClosesOn, 0);
  if (day.when === "next") return { closedOn };
  world.timeline.schedule(instantOf(closedOn, "17:35"), async (at) => {
    must(await closeWindow(await world.actor("office", at), { month }, at), `closeWindow ${month}`);
  });
  return { closedOn };
}
