import type { Actor } from "~/access/actor";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { type HandInPreview, liveRooms } from "~/record/live/liveRooms.server";
import { read } from "~db/read";
import { correctionProposal } from "~db/schema";
import { meetingWithRoom } from "./findCorrection.server";
import { hasTooManyWaiting } from "./waitingCorrections.server";

/** What became of handed-in edits: `known` were proposed before, `nothing` is in the record already. */
export type HandedInAs = "stored" | "known" | "nothing";

/**
 * Keeps edits that somebody could not bring into the record as a proposed correction. Whoever may see the
 * room may propose, in the post they act in now: the post they wrote in may just have ended. Refuses with
 * `notFound` to whom the room is closed, `correctionUnreadable`, `tooManyCorrections`.
 * @param input.bytes a Yjs update made in this epoch of the record
 */
export async function proposeCorrection(
  actor: Actor,
  input: { slug: string; epoch: number; bytes: Uint8Array },
  now: string,
): Promise<Result<HandedInAs>> {
  const { slug, epoch, bytes } = input;
  const meeting = await read((db) => meetingWithRoom(db, actor, slug));
  if (!meeting) return refuse("notFound");
  const room = liveRoomName(slug);
  const preview = await liveRooms().previewHandIn(room, { epoch, bytes, personId: actor.personId });
  if (preview.finding === "tooMany") return refuse("tooManyCorrections");
  if (preview.finding === "unreadable") return refuse("correctionUnreadable");
  if (preview.finding !== "new") return done(preview.finding);
  return changeMeeting(actor, now, slug, async (tx, book) => {
    if (await hasTooManyWaiting(tx, room, actor.personId)) return refuse("tooManyCorrections");
    const id = newId();
    await tx.insert(correctionProposal).values({ id, room, ...rowOf(actor, preview), at: now });
    await book({
      verb: "session.proposeCorrection",
      subject: { kind: "correction", id },
      after: { meetingId: meeting.id },
    });
    return done("stored" as const);
  });
}

function rowOf(actor: Actor, { epoch, bytes, before, after }: Extract<HandInPreview, { finding: "new" }>) {
  return {
    epoch,
    bytes: Buffer.from(bytes),
    difference: JSON.stringify({ before, after }),
    origin: "handedIn" as const,
    personId: actor.personId,
    postId: actor.postId,
  };
}
