import { freshness } from "~/ledger/freshness";
import type { Handler } from "~/ledger/outbox/handler.server";
import { eventHandler } from "~/ledger/outbox/told.server";
import { alignmentHandler } from "~/meeting/conduct/alignRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import type { LiveRoomsOfServer } from "../live/registry";
import type { JobOptions } from "./jobs";

/** Everything that follows a commit or the clock, as the rooms contribute it. */
export function handlersWith(rooms: LiveRoomsOfServer): Pick<JobOptions, "handlers" | "daily"> {
  return {
    handlers: [alignmentHandler, freshnessHandler(rooms), eventHandler([])],
    daily: [],
  };
}

function freshnessHandler(rooms: LiveRoomsOfServer): Handler<Parameters<typeof freshness.subject>[0]> {
  return {
    step: freshness,
    async outside({ kind, month }) {
      rooms.announce(liveRoomName(month));
      // Who is invited, and how far the day has come, decides who may write.
      if (kind === "attendance" || kind === "stage") await rooms.reviewAccess();
    },
  };
}
