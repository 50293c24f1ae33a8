import { parseWithZod } from "@conform-to/zod/v4";
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { badForm, refusedForm } from "~/access/form.server";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
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
  recordOutcome: async ({ actor, now, form, params }) => {
    const submission = parseWithZod(form, { schema: outcomeForm });
    if (submission.status !== "success") return badForm(submission);
    const input = { ...submission.value, month: params.month ?? "" };
    const result = await recordOutcome(actor, input, now);
    if (!result.ok) return refusedForm(submission, result.refusal);
    // The live page stays as it is; without script the page comes anew, at the same topic.
    if (form.has("stay")) return data({ entered: true });
    throw redirect(`/desk/days/${params.month}/room#topic-${input.topicId}`);
  },
});

// The editor and the connection are large, and only this page needs them.
const RoomLive = lazy(() => import("~/meeting/room/RoomLive"));

export default function RoomRoute() {
  const view = useLoaderData<typeof loader>();
  return (
    <RoomFactsProvider value={view}>
      <MentionNamesProvider address={`/desk/days/${view.month}/mentions`} mentions={view.mentions}>
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
