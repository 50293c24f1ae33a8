import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Language, Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import type { Translate } from "~/i18n/textKey";
import { done, type Result, refuse } from "~/ledger/result";
import { canDecideCorrections } from "~/meeting/conduct/permission";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { findMinutes } from "~/meeting/minutes/findMinutes.server";
import { type Paper, readPaper } from "~/meeting/minutes/paper";
import type { RecordDifference } from "~/record/difference/compareRecords";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { correctionProposal, unit } from "~db/schema";
import { noteDraft, usualConcern } from "./draftChangeNote";
import { meetingWithRoom } from "./findCorrection.server";
import { type CorrectionFacts, correctionsWhere } from "./presentCorrection.server";

/** One proposed correction as a page shows it. */
export interface CorrectionLine extends CorrectionFacts {
  /** For who decides on issued minutes: a first wording of the change note, and what it would concern. */
  draft: { text: string; concerns: string } | null;
}

/** A part of the issued minutes that a change note can concern; `value` is what the form sends. */
export interface Concern {
  value: string;
  title: string;
  /** Place of the resolution in the minutes; null for the topic as a whole. */
  ordinal: number | null;
}

/** Everything the page of a meeting's proposed corrections shows. */
export interface CorrectionsPage {
  now: string;
  meeting: ShownMeeting;
  issued: { year: number; number: number } | null;
  /** Waiting ones first, oldest first; then the decided ones, latest first. */
  corrections: CorrectionLine[];
  concerns: Concern[];
  /** Units named in the differences. */
  units: ({ id: string } & Name)[];
  /** The reader decides; otherwise these are the reader's own. */
  decides: boolean;
}

/**
 * The proposed corrections of a meeting: all of them for those who decide, one's own for everybody else. Refuses
 * with `notFound` to whom the room is closed, and to whom nothing here belongs.
 * @param reader in whose language things are named, and the Chinese words of a change note
 */
export async function showCorrections(
  actor: Actor,
  slug: string,
  reader: { language: Language; words: Translate },
  now: string,
): Promise<Result<CorrectionsPage>> {
  return read(async (db) => {
    const meeting = await meetingWithRoom(db, actor, slug);
    if (!meeting) return refuse("notFound");
    const decides = canDecideCorrections(actor, meeting);
    const room = eq(correctionProposal.room, liveRoomName(slug));
    const mine = eq(correctionProposal.personId, actor.personId);
    const where = decides ? room : and(room, mine);
    const lines = await correctionsWhere(db, where, reader.language);
    if (!decides && lines.length === 0) return refuse("notFound");
    const issued = await findMinutes(db, meeting.id);
    const concerns = issued && decides ? concernsIn(readPaper(issued.canonicalJson)) : [];
    const units = await unitNames(db);
    const drafts = new Drafts(reader.words, units, concerns);
    // A note is Chinese whoever reads the page.
    const chinese = reader.language === "zh-CN" ? lines : await correctionsWhere(db, where, "zh-CN");
    return done({
      now,
      meeting: shownMeeting(meeting),
      issued: issued ? { year: issued.year, number: issued.number } : null,
      corrections: lines.map((line, at) => ({
        ...line,
        draft: issued && decides && line.state === "waiting" ? drafts.of(chinese[at]!.difference) : null,
      })),
      concerns,
      units,
      decides,
    });
  });
}

async function unitNames(db: Queries): Promise<CorrectionsPage["units"]> {
  const rows = await db.select().from(unit);
  return rows.map((row) => ({ id: row.id, ...nameOfUnit(row) }));
}

/** First wordings of change notes. */
class Drafts {
  readonly #known: Set<string>;

  constructor(
    readonly words: Translate,
    readonly units: CorrectionsPage["units"],
    concerns: Concern[],
  ) {
    this.#known = new Set(concerns.map((one) => one.value));
  }

  of(difference: RecordDifference | null): CorrectionLine["draft"] {
    if (!difference) return { text: "", concerns: "" };
    const unitName = (id: string) => this.units.find((one) => one.id === id)?.zh ?? id;
    return {
      text: noteDraft(difference, this.words, unitName),
      concerns: usualConcern(difference, this.#known),
    };
  }
}

/** Every topic of the minutes, each followed by its resolutions. */
function concernsIn(paper: Paper | null): Concern[] {
  return (paper?.topics ?? []).flatMap(({ id, title, resolutions }) => [
    { value: `topic:${id}`, title, ordinal: null },
    ...resolutions.map((one) => ({ value: `resolution:${one.id}`, title, ordinal: one.ordinal })),
  ]);
}
