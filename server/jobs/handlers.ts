import { sweepHandler } from "~/file/sweepFiles.server";
import { freshness } from "~/ledger/freshness";
import type { Handler } from "~/ledger/handler.server";
import { settleHandler } from "~/ledger/settleStep.server";
import { eventHandler } from "~/ledger/tellEvent.server";
import { meetingSearch } from "~/meeting/call/meetingSearch.server";
import { alignmentHandler } from "~/meeting/conduct/alignRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { minutesSearch } from "~/meeting/minutes/minutesSearch.server";
import { overwrittenHandler } from "~/meeting/overwritten/tellOverwritten.server";
import { noticeDoneListener } from "~/notice/endNotices.server";
import { noticeListener } from "~/notice/tellNotices.server";
import { publicationSearch } from "~/outcome/publishing/publicationSearch.server";
import { moveWindowsDue } from "~/plan/moveWindowsDue.server";
import { importHandler } from "~/problem/import/importRun.server";
import { problemSearch } from "~/problem/insertProblem.server";
import { escalatedHandler } from "~/task/findEscalated.server";
import { overdueHandler } from "~/task/findOverdue.server";
import { taskSearch } from "~/task/taskSearch.server";
import { vacancyHandler } from "~/unit/post/findVacant.server";
import type { LiveRoomsOfServer } from "../live/entrance/registry";
import type { JobOptions } from "./jobs";
import { reindexHandler } from "./reindex";

/** Everything that is found by its words. */
export const searchables = [problemSearch, taskSearch, meetingSearch, minutesSearch, publicationSearch];

/** Everything that follows a commit or the clock, as the rooms contribute it. */
export function handlersWith(rooms: LiveRoomsOfServer): Pick<JobOptions, "handlers" | "daily" | "timed"> {
  return {
    handlers: [
      alignmentHandler,
      overwrittenHandler,
      freshnessHandler(rooms),
      eventHandler([noticeListener, noticeDoneListener]),
      overdueHandler,
      escalatedHandler,
      sweepHandler,
      vacancyHandler,
      importHandler,
      settleHandler,
      reindexHandler(searchables),
    ],
    daily: [overdueHandler.step, escalatedHandler.step, sweepHandler.step, vacancyHandler.step],
    timed: [moveWindowsDue],
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
