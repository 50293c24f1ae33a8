import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { offerAddress } from "~/address/resources";
import type { Result } from "~/ledger/result";
import { takeBackPromise } from "~/meeting/resource/acceptOffer.server";
import { changeOffer, withdrawOffer } from "~/meeting/resource/changeOffer.server";
import { OfferView } from "~/meeting/resource/page/OfferView";
import { editOfferForm, takeBackForm, withdrawOfferForm } from "~/meeting/resource/resourceForm";
import { showOffer } from "~/meeting/resource/showOffer.server";
import { loadAnew } from "~/ui/form/loadAnew";
import { pageTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: pageTitle<typeof loader>(({ page }, t) => t("resource.offer.title", { number: page.offer.number })),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { page: valueOrThrow(await showOffer(actor, params.offer ?? "", now)), now };
}

/** An act about the offer that the address names, after which it is shown again. */
const onOffer = <Schema extends z.ZodType<object>>(
  schema: Schema,
  perform: (
    actor: Actor,
    input: z.output<Schema> & { number: string },
    now: string,
  ) => Promise<Result<unknown>>,
) =>
  act(
    schema,
    ({ actor, now, params }, input) => perform(actor, { ...input, number: params.offer ?? "" }, now),
    ({ params }) => offerAddress(params.offer ?? ""),
  );

export const action = intents(
  {
    change: onOffer(editOfferForm, changeOffer),
    withdraw: onOffer(withdrawOfferForm, withdrawOffer),
    takeBack: onOffer(takeBackForm, takeBackPromise),
  },
  {
    meets: async ({ actor, params, now }) => {
      const found = await showOffer(actor, params.offer ?? "", now);
      return found.ok ? found.value : null;
    },
  },
);

export default function OfferRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <OfferView page={page} answer={answer} now={now} />;
}
