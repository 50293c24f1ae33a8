import { type Actor, seesContents } from "~/access/actor";
import { searchMinutes } from "~/meeting/minutes/searchMinutes.server";
import { searchProblems } from "~/problem/searchProblems.server";
import { searchTasks } from "~/task/searchTasks.server";
import { searchUnits } from "~/unit/searchUnits.server";
import { read } from "~db/read";

const most = 20;

/**
 * Searches problems, tasks, minutes and units by words, of which every one must occur; each room finds its own,
 * newest first, as far as the reader may see it.
 */
export async function searchAll(actor: Actor, words: string) {
  const asked = words.trim().slice(0, 200);
  if (asked === "") return { problems: [], tasks: [], minutes: [], units: [] };
  return read(async (db) => ({
    problems: await searchProblems(db, actor, asked, most),
    tasks: await searchTasks(db, actor, asked, most),
    minutes: seesContents(actor) ? await searchMinutes(db, asked, most) : [],
    units: await searchUnits(db, asked, most),
  }));
}
