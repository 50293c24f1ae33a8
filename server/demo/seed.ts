import { hashPassword } from "~/access/signIn/hashing.server";
import { dayOf, instantOf } from "~/calendar/day";
import { followUp } from "~/meeting/stage/followUp.server";
import { installDistrict } from "~/unit/install.server";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { demoCalendar } from "./calendar";
import { castDays } from "./casting";
import { demoDistrict } from "./district";
import { workingDayAfter } from "./instants";
import { scheduleLists } from "./lists";
import { scheduleAgain, scheduleNextMonth } from "./nextMonth";
import { readNotices, scheduleWorkingDays } from "./notices";
import { schedulePlans, scheduleWindow } from "./plans";
import { matchResources } from "./resources";
import { scheduleRules } from "./rules";
import { scheduleHeldDay, schedulePreparation } from "./session";
import { chooseTargets } from "./targets";
import { scheduleThisMonth } from "./thisMonth";
import { Timeline } from "./timeline";
import { scheduleWeekly } from "./weekly";
import { meetPeople, must, type World } from "./world";

/** Whether the database already holds a district. */
async function isSeeded(): Promise<boolean> {
  const rows = await read((db) => db.select({ id: unit.id }).from(unit).limit(1));
  return rows.length > 0;
}

/** What the demo is made with. */
export interface SeedOptions {
  /** Of every demo account. */
  password: string;
  /** Instant (UTC ISO) up to which the district has been at work. */
  now: string;
  /** Told the instant the history has reached, for clocks that are not passed one. */
  onTick: (at: string) => void;
  /** Does what the clock sets off and what follows from what people did. */
  catchUp: () => Promise<void>;
}

/**
 * Creates the demo district by the platform's own use cases, in order of time, as its people would have done
 * since January of last year. The live rooms and the jobs must be running. Does nothing where there is a district already.
 */
export async function seedDemo({ password, now, onTick, catchUp }: SeedOptions): Promise<void> {
  if (await isSeeded()) return;
  const today = dayOf(now);
  const passwordHash = await hashPassword(password);
  const founded = instantOf(`${Number(today.slice(0, 4)) - 2}-11-03`, "14:00");
  const { unitIds, postIds } = must(
    await installDistrict(demoDistrict(passwordHash, today), founded),
    "installDistrict",
  );
  let turns = 0;
  const world: World = {
    ...{ today, now, unitIds, postIds, tick: onTick, listed: new Map(), timeline: new Timeline() },
    nextTurn: () => turns++,
    catchUp,
    ...(await meetPeople(postIds)),
    unitId: (slug) => {
      const id = unitIds.get(slug);
      if (!id) throw new Error(`there is no unit ${slug}`);
      return id;
    },
  };
  scheduleHistory(world);
  await world.timeline.run(now, onTick);
  await endFinishedDays(world);
  await matchResources(world);
  onTick(now);
  await catchUp();
  await readNotices(world);
}

/** The office ends the days of which everything is solved; it is refused for the others. */
async function endFinishedDays(world: World): Promise<void> {
  const office = await world.actor("office", world.now);
  for (const { month, when } of demoCalendar(world.today))
    if (when === "past") await followUp(office, { slug: month }, world.now);
}

function scheduleHistory(world: World): void {
  const months = demoCalendar(world.today);
  const cast = castDays(months, world.today);
  const targets = chooseTargets(months, cast, world.today);
  scheduleWorkingDays(world);
  schedulePlans(world, months);
  scheduleRules(world);
  for (const [turn, day] of months.entries()) {
    if (day.when === "later") continue;
    const { closedOn } = scheduleWindow(world, day);
    const dayCast = cast.get(day.month);
    if (!dayCast) {
      scheduleNextMonth(world, day);
      const current = months[turn - 1];
      const again = current && cast.get(current.month)?.deferred[0];
      if (again) scheduleAgain(world, day, again, workingDayAfter(current.windowClosesOn, 6));
      continue;
    }
    scheduleLists(world, day, dayCast, closedOn, turn % 9 === 7);
    schedulePreparation(world, day, dayCast, closedOn);
    if (day.when === "current") scheduleWeekly(world);
    if (day.when === "past") scheduleHeldDay(world, day, dayCast, turn, targets);
    else scheduleThisMonth(world, day, dayCast, turn);
  }
}
