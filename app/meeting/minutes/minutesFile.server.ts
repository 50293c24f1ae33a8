import type { Actor } from "~/access/actor";
import { minutesNumber, type NamedMinutes } from "~/address/minutesAddress";
import type { Translate } from "~/i18n/textKey";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { read } from "~db/read";
import { notesOfMinutes } from "./changeNotes.server";
import { allMinutes } from "./findMinutes.server";
import { readPaper } from "./paper";
import { paperDocument } from "./paperDocument.server";

/** A Word file and what it is called. */
export interface MinutesFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Issued minutes of a day as a file, made of what was frozen when they were issued, with the change notes
 * behind them and behind what they replaced. Refuses with `notFound` before that, for minutes that there are
 * not, and to whom the day's room is closed.
 * @param asked minutes by their number; null for those in force
 * @param words the Chinese words of the paper
 */
export async function minutesFile(
  actor: Actor,
  slug: string,
  asked: NamedMinutes | null,
  words: Translate,
): Promise<Result<MinutesFile>> {
  const issued = await read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return undefined;
    const all = await allMinutes(db, meeting.id);
    const at = asked ? all.findIndex((row) => row.year === asked.year && row.number === asked.number) : 0;
    const row = all[at];
    const inOrder = all.slice(at).reverse();
    const notes = await Promise.all(inOrder.map((one) => notesOfMinutes(db, one.id)));
    return row && { ...row, notes: notes.flat(), replacedBy: all[at - 1] };
  });
  const paper = issued && readPaper(issued.canonicalJson);
  if (!issued || !paper) return refuse("notFound");
  const name = `${words("session.paper.mark")}${minutesNumber(issued)}.docx`;
  return done({ name, bytes: await paperDocument(paper, words, issued) });
}
