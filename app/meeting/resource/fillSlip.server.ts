import type { Actor } from "~/access/actor";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { canWritePart } from "~/meeting/conduct/permission";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { partRightsOf, writingStateOf } from "~/meeting/conduct/writingState.server";
import type { RecordPart } from "~/record/document/parts";
import { listResolutions, setResolutionField } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { serverAuthor } from "~/record/live/serverAuthor";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import type { FoundNeed } from "./findNeed.server";
import { type SlipPromise, withoutPromise, withPromise } from "./slip";

/**
 * Writes a promise into the slip whose need it serves, or takes it off there, as the edit of whoever accepted it or took
 * it back where they write in the record. What the record refuses (it is frozen, or the topic is decided) changes nothing about the promise: the page
 * of the need and the room go on showing it.
 * @returns whether the slip says so now
 */
export async function fillSlip(
  actor: Actor,
  need: Pick<FoundNeed, "meeting" | "resolutionId" | "drafted">,
  promise: SlipPromise,
  as: "promised" | "takenBack",
): Promise<boolean> {
  const { meeting, resolutionId, drafted } = need;
  if (!drafted || !meeting || !resolutionId) return false;
  const rights = await read((db) => writingAs(db, actor, meeting.slug));
  if (!rights) return false;
  let found = false;
  const edited = await editRecord(
    liveRoomName(meeting.slug),
    rights.author,
    (document) => {
      const slip = listResolutions(document).find(({ id }) => id === resolutionId);
      if (!slip) return;
      found = true;
      const next = as === "promised" ? withPromise(slip, promise) : withoutPromise(slip, promise);
      if (next.resourceKind !== slip.resourceKind)
        setResolutionField(document, slip.id, "resourceKind", next.resourceKind);
      if (next.resourceText !== slip.resourceText)
        setResolutionField(document, slip.id, "resourceText", next.resourceText);
    },
    rights.mayWrite,
  );
  return edited.ok && found;
}

/**
 * As whom, and how far, the slip is written. Who gives need not take part in the meeting: what they take back is taken
 * off by the server, as far as whoever holds the meeting may.
 */
async function writingAs(db: Queries, actor: Actor, slug: string) {
  const held = await findMeeting(db, slug);
  if (!held) return null;
  if ((await roomRight(db, actor, held)) === "write")
    return { author: actor, mayWrite: await partRightsOf(db, actor, held) };
  const state = await writingStateOf(db, held);
  const holder = { unitId: held.organiserUnitId, standing: "holds" as const };
  return { author: serverAuthor, mayWrite: (part: RecordPart) => canWritePart(holder, state, part) };
}
