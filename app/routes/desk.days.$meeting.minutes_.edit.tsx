import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { draftForm } from "~/meeting/drafting/draftForm";
import { draftMinutes } from "~/meeting/drafting/draftMinutes.server";
import { showWording } from "~/meeting/drafting/showWording.server";
import { WordingStill } from "~/meeting/drafting/WordingStill";
import { WordingView } from "~/meeting/drafting/WordingView";
import { MentionNamesProvider } from "~/record/editor/MentionNames";
import { meetingTitle } from "~/ui/pageTitle";
import { useHydrated } from "~/ui/useHydrated";

export const handle = {
  title: meetingTitle("wording"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireActor(asked.request);
  return valueOrThrow(await showWording(actor, meetingAsked(asked)));
}

export const action = intents({
  draft: meetingAct(draftForm, draftMinutes, ({ input }) =>
    input.topicId ? `minutes/edit#topic-${input.topicId}` : "minutes/edit",
  ),
});

// The editor and the connection are large, and only who edits needs them.
const WordingLive = lazy(() => import("~/meeting/drafting/WordingLive"));

export default function WordingRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <WordingView page={page} refusal={refusal}>
      <MentionNamesProvider address={meetingAddress(page.meeting, "mentions")} mentions={page.mentions}>
        {useHydrated() ? (
          <Suspense fallback={<WordingStill page={page} />}>
            <WordingLive page={page} />
          </Suspense>
        ) : (
          <WordingStill page={page} />
        )}
      </MentionNamesProvider>
    </WordingView>
  );
}
