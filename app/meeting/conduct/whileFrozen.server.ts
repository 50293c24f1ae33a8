import type { Result } from "~/ledger/result";
import { liveRooms } from "~/record/live/liveRooms.server";
import { opened, type ReadRecord } from "./readRecord.server";
import { liveRoomName } from "./roomName";

/**
 * Stops all writing in the room of a day for as long as `work` takes; for good when it succeeds. The stop
 * itself is not stored: if the process ends here, the room is as `work` has stored it, or open as before.
 */
export async function whileFrozen<T>(
  slug: string,
  work: (frozen: ReadRecord) => Promise<Result<T>>,
): Promise<Result<T>> {
  const room = liveRoomName(slug);
  let succeeded = false;
  try {
    const result = await work(opened(await liveRooms().freeze(room)));
    succeeded = result.ok;
    return result;
  } finally {
    if (!succeeded) await liveRooms().thaw(room);
  }
}
