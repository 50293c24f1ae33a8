import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import type { MeetingPlace } from "~/address/meetings";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { beginTopics } from "~/meeting/lookback/beginTopics.server";
import { callTask } from "~/meeting/lookback/callTask.server";
import { LookBackPage } from "~/meeting/lookback/LookBackPage";
import { type Noted, noteDueLater } from "~/meeting/lookback/noteDueLater.server";
import { type ShownLookBack, showLookBack } from "~/meeting/lookback/showLookBack.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { beginForm, callForm, dueLaterForm, statementForm } from "~/meeting/lookback/statementForm";
import { loadAnew } from "~/ui/form/loadAnew";
import { meetingTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: meetingTitle("lookBack", ({ shown }: { shown: ShownLookBack }) => shown.meeting),
  keys: [
    { keys: "← →", does: "task.lookBack.keyLeaf" },
    { keys: "1 2 3 4", does: "task.lookBack.keyState" },
    { keys: "Enter", does: "task.lookBack.keyNote" },
  ],
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const query = new URL(asked.request.url).searchParams;
  const [number, after] = [query.get("task"), query.get("after")];
  const shown = foundOrThrow(await showLookBack(actor, { slug: meetingAsked(asked), number, after }, now));
  const noted = query.has("noted")
    ? {
        count: Number(query.get("noted")) || 0,
        leftOut: (query.get("left") ?? "").split(",").filter(Boolean),
      }
    : null;
  return { shown, asList: query.get("view") === "list", noted, now };
}

/** The page that tells what one press has noted, and what it has left out. */
const notedPlace = ({ noted, leftOut }: Noted): MeetingPlace =>
  `look-back?noted=${noted.length}&left=${leftOut.join(",")}`;

export const action = intents({
  state: meetingAct(statementForm, stateAtLookBack, ({ input }) => `look-back?after=${input.number}`),
  note: meetingAct(dueLaterForm, noteDueLater, ({ value }) => notedPlace(value)),
  call: meetingAct(callForm, callTask, ({ input }) => `look-back?task=${input.number}`),
  begin: meetingAct(beginForm, beginTopics, "look-back"),
});

export default function LookBackRoute() {
  const { shown, asList, noted, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LookBackPage shown={shown} asList={asList} noted={noted} now={now} answer={answer} />;
}
