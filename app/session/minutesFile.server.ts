import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findDay } from "~/plan/findDay.server";
import { read } from "~db/read";
import { notesOfMinutes } from "./changeNotes.server";
import { findMinutes } from "./findMinutes.server";
import { roomRight } from "./loadSession.server";
import { minutesNumber, readPaper } from "./paper";
import type { Words } from "./paperBlocks";
import { paperDocument } from "./paperDocument.server";

/** A Word file and what it is called. */
export interface MinutesFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * The issued minutes of a day as a file, made of what was frozen when they were issued, with the change
 * notes behind them. Refuses with
 * `notFound` before that, and to whom the day's room is closed.
 * @param words the Chinese words of the paper
 */
export async function minutesFile(actor: Actor, month: string, words: Words): Promise<Result<MinutesFile>> {
  const issued = await read(async (db) => {
    const day = await findDay(db, month);
    if (!day || (await roomRight(db, actor, day)) === "none") return undefined;
    const row = await findMinutes(db, day.id);
    return row && { ...row, notes: await notesOfMinutes(db, row.id) };
  });
  const paper = issued && readPaper(issued.canonicalJson);
  if (!issued || !paper) return refuse("notFound");
  const name = `${words("session.paper.mark")}${minutesNumber(issued)}.docx`;
  return done({ name, bytes: await paperDocument(paper, words, issued.notes) });
}
