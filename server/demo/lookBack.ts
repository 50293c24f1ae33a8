import { type CalledTask, lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { contradictionOf, factsOf, type Statement } from "~/task/statement";
import { phrases } from "~db/demo/texts";
import { read } from "~db/read";
import type { HeldDay } from "./attendance";
import { later } from "./instants";
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
  for (const task of await read((db) => lookBackOf(db, dayId))) {
    const statement = statementOn(task, date);
    const text = task.blocked || phrases.lookBack[statement];
    must(
      await stateAtLookBack(office, { slug: month, number: task.number, statement, text }, now),
      `stateAtLookBack ${month} ${task.number}`,
    );
    now = later(now, 2);
  }
  return now;
}
