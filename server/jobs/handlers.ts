import { freshness } from "~/ledger/freshness";
import type { Handler } from "~/ledger/handler.server";
import { settleHandler } from "~/ledger/settleStep.server";
import { eventHandler } from "~/ledger/tellEvent.server";
import { alignmentHandler } from "~/meeting/conduct/alignRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { noticeListener } from "~/notice/tellNotices.server";
import { importHandler } from "~/problem/import/importRun.server";
import { escalatedHandler } from "~/task/findEscalated.server";
import { overdueHandler } from "~/task/findOverdue.server";
import type { LiveRoomsOfServer } from "../live/entrance/registry";
import type { JobOptions } from "./jobs";

/** Everything that follows a commit or the clock, as the rooms contribute it. */
export function handlersWith(rooms: LiveRoomsOfServer): Pick<JobOptions, "handlers" | "daily"> {
  return {
    handlers: [
      alignmentHandler,
      freshnessHandler(rooms),
      eventHandler([noticeListener]),
      overdueHandler,
      escalatedHandler,
      importHandler,
      settleHandler,
    ],
    daily: [overdueHandler.step, escalatedHandler.step],
  };
}

function freshnessHandler(rooms: LiveRoomsOfServer): Handler<Parameters<typeof freshness.subject>[0]> {
  return {
    step: freshness,
    async outside({ kind, slug: month }) {
      // First: what a page then shows as closed is closed.
      await rooms.reviewParts(liveRoomName(month));
      rooms.announce(liveRoomName(month));
      // Who is invited, and how far the day has come, decides who may write.
      if (kind === "attendance" || kind === "stage") await rooms.reviewAccess();
    },
  };
}
