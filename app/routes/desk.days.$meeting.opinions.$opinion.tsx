import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { OpinionView } from "~/meeting/opinion/OpinionView";
import { writeForm } from "~/meeting/opinion/opinionForm";
import { showOpinion } from "~/meeting/opinion/showOpinion.server";
import { saveOpinion, submitOpinion } from "~/meeting/opinion/writeOpinion.server";
import { loadAnew } from "~/ui/form/loadAnew";
import { meetingTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = { title: meetingTitle("opinion") };

/** The opinion that the address names. */
const opinionAsked = (asked: Pick<Asked, "request" | "params">) => ({
  slug: meetingAsked(asked),
  opinionId: asked.params.opinion ?? "",
});

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await showOpinion(actor, opinionAsked(asked), now));
}

const writing = (perform: typeof saveOpinion) =>
  act(
    writeForm,
    (asked, input) => perform(asked.actor, { ...input, ...opinionAsked(asked) }, asked.now),
    ({ params }) => meetingAddress({ slug: params.meeting ?? "" }, `opinions/${params.opinion}`),
  );

export const action = intents({ save: writing(saveOpinion), submit: writing(submitOpinion) });

export default function OpinionRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <OpinionView page={page} answer={answer} />;
}
