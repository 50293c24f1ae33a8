import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { closeTopic, reopenTopic } from "~/meeting/conduct/reopenTopic.server";
import { settleForm } from "~/meeting/overwritten/overwritten";
import { letWordsGo, putWordsBack } from "~/meeting/overwritten/settleWords.server";
import { reservationForm, reserveForm } from "~/meeting/reservation/reservation";
import { reserve } from "~/meeting/reservation/reserve.server";
import { readOutReservation, withdrawReservation } from "~/meeting/reservation/settleReservation.server";
import { closeForm, outcomeForm, reopenForm } from "~/meeting/room/outcomeForm";
import { RoomFactsProvider } from "~/meeting/room/RoomFacts";
import { RoomStill } from "~/meeting/room/RoomStill";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import type { RoomView } from "~/meeting/room/roomView";
import { MentionNamesProvider } from "~/record/editor/MentionNames";
import { loadAnew } from "~/ui/form/loadAnew";
import { meetingTitle } from "~/ui/pageTitle";
import { useHydrated } from "~/ui/useHydrated";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: meetingTitle("room", (view: RoomView) => view),
  keys: [
    { keys: "J / K", does: "room.keys.step" },
    { keys: "G", does: "room.keys.go" },
    { keys: "B", does: "room.keys.begin" },
    { keys: "U", does: "room.keys.undoTurn" },
    { keys: "C", does: "room.keys.call" },
    { keys: "T", does: "room.keys.clock" },
    { keys: "E", does: "room.keys.write" },
    { keys: "1 – 5", does: "room.keys.outcome" },
    { keys: "N", does: "room.keys.add" },
    { keys: "M", does: "room.keys.materials" },
    { keys: "Alt ↑ ↓", does: "room.keys.move" },
    { keys: "Ctrl Z / Y", does: "room.keys.undo" },
  ],
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await roomPage(actor, meetingAsked(asked), now));
}

export const action = intents({
  // The live page stays as it is; without script the page comes anew, at the same topic.
  recordOutcome: meetingAct(outcomeForm, recordOutcome, ({ input }) => `room#topic-${input.topicId}`),
  reopenTopic: meetingAct(reopenForm, reopenTopic, ({ input }) => `room#topic-${input.topicId}`),
  putWordsBack: meetingAct(settleForm, putWordsBack, "room"),
  letWordsGo: meetingAct(settleForm, letWordsGo, "room"),
  reserve: meetingAct(reserveForm, reserve, ({ input }) => `room#topic-${input.topicId}`),
  withdrawReservation: meetingAct(reservationForm, withdrawReservation, "room"),
  readReservation: meetingAct(reservationForm, readOutReservation, "room"),
  closeTopic: meetingAct(closeForm, closeTopic, ({ input }) => `room#topic-${input.topicId}`),
});

// The editor and the connection are large, and only this page needs them.
const RoomLive = lazy(() => import("~/meeting/room/RoomLive"));

export default function RoomRoute() {
  const view = useLoaderData<typeof loader>();
  return (
    <RoomFactsProvider value={view}>
      <MentionNamesProvider address={meetingAddress(view, "mentions")} mentions={view.mentions}>
        {useHydrated() ? (
          <Suspense fallback={<RoomStill connecting />}>
            <RoomLive />
          </Suspense>
        ) : (
          <RoomStill />
        )}
      </MentionNamesProvider>
    </RoomFactsProvider>
  );
}
