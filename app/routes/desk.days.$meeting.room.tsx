import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { writtenMonth } from "~/calendar/writtenDate";
import { outcomeForm } from "~/meeting/room/outcomeForm";
import { RoomFactsProvider } from "~/meeting/room/RoomFacts";
import { RoomStill } from "~/meeting/room/RoomStill";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { MentionNamesProvider } from "~/record/editor/MentionNames";
import { pageTitle } from "~/ui/pageTitle";
import { useHydrated } from "~/ui/useHydrated";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("room.title", { month: writtenMonth(data.month, language, true) }),
  ),
  keys: [
    { keys: "J / K", does: "room.keys.step" },
    { keys: "G", does: "room.keys.go" },
    { keys: "B", does: "room.keys.begin" },
    { keys: "E", does: "room.keys.write" },
    { keys: "N", does: "room.keys.add" },
    { keys: "Alt ↑ ↓", does: "room.keys.move" },
    { keys: "Ctrl Z / Y", does: "room.keys.undo" },
  ],
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return valueOrThrow(await roomPage(actor, params.month ?? ""));
}

export const action = intents({
  // The live page stays as it is; without script the page comes anew, at the same topic.
  recordOutcome: act(
    outcomeForm,
    ({ actor, now, params }, input) => recordOutcome(actor, { ...input, month: params.month ?? "" }, now),
    ({ params, input }) => `/desk/days/${params.month}/room#topic-${input.topicId}`,
  ),
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
