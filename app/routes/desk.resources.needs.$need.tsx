import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { needAddress } from "~/address/resources";
import type { Result } from "~/ledger/result";
import { acceptOffer, takeBackPromise } from "~/meeting/resource/acceptOffer.server";
import { changeNeed, endNeed } from "~/meeting/resource/changeNeed.server";
import { declineOffer } from "~/meeting/resource/changeOffer.server";
import { NeedView } from "~/meeting/resource/page/NeedView";
import {
  acceptForm,
  declineOfferForm,
  editNeedForm,
  endNeedForm,
  takeBackForm,
} from "~/meeting/resource/resourceForm";
import { showNeed } from "~/meeting/resource/showNeed.server";
import { loadAnew } from "~/ui/form/loadAnew";
import { pageTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: pageTitle<typeof loader>(({ page }, t) => t("resource.need.title", { number: page.need.number })),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { page: valueOrThrow(await showNeed(actor, params.need ?? "", now)), now };
}

/** An act about the need that the address names, after which it is shown again. */
const onNeed = <Schema extends z.ZodType<object>>(
  schema: Schema,
  perform: (
    actor: Actor,
    input: z.output<Schema> & { number: string },
    now: string,
  ) => Promise<Result<unknown>>,
) =>
  act(
    schema,
    ({ actor, now, params }, input) => perform(actor, { ...input, number: params.need ?? "" }, now),
    ({ params }) => needAddress(params.need ?? ""),
  );

export const action = intents(
  {
    change: onNeed(editNeedForm, changeNeed),
    end: onNeed(endNeedForm, endNeed),
    accept: onNeed(acceptForm, acceptOffer),
    decline: onNeed(declineOfferForm, declineOffer),
    takeBack: onNeed(takeBackForm, takeBackPromise),
  },
  {
    meets: async ({ actor, params, now }) => {
      const found = await showNeed(actor, params.need ?? "", now);
      return found.ok ? found.value : null;
    },
  },
);

export default function NeedRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <NeedView page={page} answer={answer} now={now} />;
}
