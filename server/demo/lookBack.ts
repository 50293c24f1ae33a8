import { dayOf } from "~/calendar/day";
import { partOf } from "~/meeting/lookback/calledPart";
import { type CalledTask, lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { noteDueLater } from "~/meeting/lookback/noteDueLater.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { contradictionOf, factsOf, type Statement } from "~/task/statement";
import { phrases } from "~db/demo/texts";
import { read } from "~db/read";
import type { HeldDay } from "./attendance";
import { later as minutesLater } from "./instants";
import { must, type World } from "./world";

function statementOn(task: CalledTask, date: string): Statement {
  if (task.state === "solved") return "done";
  if (task.blocked !== "" || task.state === "suspended") return "stuck";
  return contradictionOf("onTrack", factsOf(task, date)) || task.dueDate < date ? "delayed" : "onTrack";
}

/** A statement on every task the day calls, two minutes each. Returns when the last was heard. */
export async function lookBack(world: World, { month, date, dayId }: HeldDay, at: string): Promise<string> {
  const office = await world.actor("office", at);
  let now = at;
  const called = await read((db) => lookBackOf(db, dayId));
  const later = called.filter((task) => partOf(task, dayOf(at)) === "later");
  for (const task of called.filter((one) => !later.includes(one))) {
    const statement = statementOn(task, date);
    const text = task.blocked || phrases.lookBack[statement];
    must(
      await stateAtLookBack(office, { slug: month, number: task.number, statement, text }, now),
      `stateAtLookBack ${month} ${task.number}`,
    );
    now = minutesLater(now, 2);
  }
  if (later.length > 0)
    must(await noteDueLater(office, { slug: month, seen: later }, now), `noteDueLater ${month}`);
  return now;
}
