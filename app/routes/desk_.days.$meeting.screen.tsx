import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { RoomFactsProvider } from "~/meeting/room/RoomFacts";
import { roomPage } from "~/meeting/room/roomPage.server";
import type { RoomView } from "~/meeting/room/roomView";
import { ScreenStill } from "~/meeting/screen/ScreenStill";
import { MentionNamesProvider } from "~/record/editor/MentionNames";
import { meetingTitle } from "~/ui/pageTitle";
import { useHydrated } from "~/ui/useHydrated";

export const handle = {
  title: meetingTitle("screen", (view: RoomView) => view),
  script: true,
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await roomPage(actor, meetingAsked(asked), now));
}

const ScreenLive = lazy(() => import("~/meeting/screen/ScreenLive"));

export default function ScreenRoute() {
  const view = useLoaderData<typeof loader>();
  const still = <ScreenStill />;
  return (
    <RoomFactsProvider value={view}>
      <MentionNamesProvider address={meetingAddress(view, "mentions")} mentions={view.mentions}>
        {useHydrated() ? (
          <Suspense fallback={still}>
            <ScreenLive still={still} />
          </Suspense>
        ) : (
          still
        )}
      </MentionNamesProvider>
    </RoomFactsProvider>
  );
}
