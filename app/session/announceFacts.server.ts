import { onAnnouncement } from "~/ledger/announce.server";
import { ringFacts } from "./factsBell";
import { liveRooms } from "./liveGateway.server";
import { liveRoomName } from "./liveRoomName";
import { serverAuthor } from "./serverAuthor";

/** From now on a change of facts rings in the day's record, so that open pages fetch them. Returns what stops it. */
export function startAnnouncing(): () => void {
  return onAnnouncement(async ({ month }) => {
    try {
      await liveRooms().edit(liveRoomName(month), serverAuthor, ringFacts);
    } catch {
      // The fact is stored already. A frozen or overfull room only learns of it when its page is loaded again.
    }
  });
}
