import type { Actor } from "~/access/actor";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { listResolutions, setResolutionField } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { read } from "~db/read";
import type { FoundNeed } from "./findNeed.server";
import { type SlipPromise, withoutPromise, withPromise } from "./slip";

/**
 * Writes a promise into the slip whose need it serves, or takes it off there, as the edit of whoever accepted it or took
 * it back. What the record refuses (it is frozen, or the topic is decided) changes nothing about the promise: the page
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
  const mayWrite = await read(async (db) => {
    const held = await findMeeting(db, meeting.slug);
    const writes = held && (await roomRight(db, actor, held)) === "write";
    return writes ? partRightsOf(db, actor, held) : null;
  });
  if (!mayWrite) return false;
  let found = false;
  const edited = await editRecord(
    liveRoomName(meeting.slug),
    actor,
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
    mayWrite,
  );
  return edited.ok && found;
}
