import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { taskCalledNow } from "~/meeting/lookback/taskCalledNow.server";
import { RoomFactsProvider } from "~/meeting/room/RoomFacts";
import { roomPage } from "~/meeting/room/roomPage.server";
import type { RoomView } from "~/meeting/room/roomView";
import { CalledProvider } from "~/meeting/screen/CalledOnScreen";
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
  const slug = meetingAsked(asked);
  const view = valueOrThrow(await roomPage(actor, slug, now));
  return { ...view, called: { task: await taskCalledNow(actor, slug, now), now } };
}

const ScreenLive = lazy(() => import("~/meeting/screen/ScreenLive"));

export default function ScreenRoute() {
  const view = useLoaderData<typeof loader>();
  const still = <ScreenStill />;
  return (
    <RoomFactsProvider value={view}>
      <MentionNamesProvider address={meetingAddress(view, "mentions")} mentions={view.mentions}>
        <CalledProvider value={view.called}>
          {useHydrated() ? (
            <Suspense fallback={still}>
              <ScreenLive still={still} />
            </Suspense>
          ) : (
            still
          )}
        </CalledProvider>
      </MentionNamesProvider>
    </RoomFactsProvider>
  );
}
