import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { meetingInWriting, meetingToHold } from "~/meeting/conduct/loadSession.server";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { meetingStages } from "~/meeting/kind/stage";
import { assemblePaper } from "~/meeting/minutes/assemblePaper";
import { missingForMinutes } from "~/meeting/minutes/missingForMinutes";
import type { Paper } from "~/meeting/minutes/paper";
import { minutesFacts } from "~/meeting/minutes/paperFacts.server";
import { paperHash } from "~/meeting/wording/paperHash.server";
import { paperTexts } from "~/meeting/wording/paperTexts.server";
import { canonicalJson, canonicalRecord } from "~/record/document/record";
import { labelMentions } from "~/record/editor/labelMentions.server";
import { read } from "~db/read";

/** Minutes as they would be issued now, frozen for the chair to sign. */
export interface MinutesToSign {
  meetingId: string;
  epoch: number;
  paper: Paper;
  text: string;
  sha256: string;
}

/**
 * Reads the minutes as they would be issued now, with their hash. Refuses with `notFound`, `notAllowed`, `wrongStage`,
 * `chairMissing`, for whoever answers and is not the chair `notAllowed`, while anything is missing `minutesIncomplete`,
 * and like `alignRecord`.
 * @param part who lays them before the chair, or the chair
 */
export async function minutesToSign(
  actor: Actor,
  slug: string,
  part: "proposes" | "answers",
): Promise<Result<MinutesToSign>> {
  const held = await read((db) => meetingToHold(db, actor, slug, meetingStages));
  if (!held.ok) return held;
  const { chairPostId } = held.value;
  if (part === "answers" && actor.postId !== chairPostId) return refuse("notAllowed");
  const allowed = await read((db) => meetingInWriting(db, actor, slug, ["minutes"]));
  if (!allowed.ok) return allowed;
  if (chairPostId === null) return refuse("chairMissing");
  const aligned = await alignRecord({ slug });
  if (!aligned.ok) return aligned;
  return read(async (db) => {
    const { document, epoch } = await recordOf(slug);
    const record = await labelMentions(db, canonicalRecord(document));
    const facts = await minutesFacts(db, allowed.value);
    const count = missingForMinutes(record, facts.gate).length;
    if (count > 0) return refuse("minutesIncomplete", { values: { count } });
    const paper = assemblePaper(record, facts.topics, facts.paper, facts.unitName, paperTexts, facts.adopted);
    const text = canonicalJson(paper);
    return done({ meetingId: allowed.value.id, epoch, paper, text, sha256: paperHash(paper) });
  });
}
