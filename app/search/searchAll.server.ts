import type { Actor } from "~/access/actor";
import { searchMeetings } from "~/meeting/call/searchMeetings.server";
import { searchMinutes } from "~/meeting/minutes/searchMinutes.server";
import { searchNeeds, searchOffers } from "~/meeting/resource/searchResources.server";
import { searchProblems } from "~/problem/browse/searchProblems.server";
import { searchTasks } from "~/task/searchTasks.server";
import { searchUnits } from "~/unit/searchUnits.server";
import { cleanLine, cutText } from "~/value/cleanText";
import { read } from "~db/read";

const most = 20;
const nothing = { problems: [], tasks: [], meetings: [], minutes: [], needs: [], offers: [], units: [] };

/**
 * Searches problems, tasks, meetings, minutes, needs, offers and units by words, of which every one must occur; each room
 * finds its own, newest first, as far as the reader may see it.
 */
export async function searchAll(actor: Actor, words: string) {
  const asked = cutText(cleanLine(words).trim(), 200);
  if (asked === "") return nothing;
  return read(async (db) => ({
    problems: await searchProblems(db, actor, asked, most),
    tasks: await searchTasks(db, actor, asked, most),
    meetings: await searchMeetings(db, actor, asked, most),
    minutes: await searchMinutes(db, actor, asked, most),
    needs: await searchNeeds(db, actor, asked, most),
    offers: await searchOffers(db, actor, asked, most),
    units: await searchUnits(db, asked, most),
  }));
}
