import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { writtenMonth } from "~/calendar/writtenDate";
import { RoomFactsProvider } from "~/meeting/room/RoomFacts";
import { roomPage } from "~/meeting/room/roomPage.server";
import { ScreenStill } from "~/meeting/screen/ScreenStill";
import { MentionNamesProvider } from "~/record/editor/MentionNames";
import { pageTitle } from "~/ui/pageTitle";
import { useHydrated } from "~/ui/useHydrated";

export const handle = {
  title: pageTitle<typeof loader>(
    (data, t, language) => `${t("plan.link.screen")} · ${writtenMonth(data.month, language, true)}`,
  ),
  script: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return valueOrThrow(await roomPage(actor, params.month ?? ""));
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
