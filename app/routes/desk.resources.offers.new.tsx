import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { needAddress, offerAddress, offersAddress } from "~/address/resources";
import { useTranslation } from "~/i18n/useTranslation";
import { addOffer } from "~/meeting/resource/addOffer.server";
import { OfferForm } from "~/meeting/resource/page/OfferForm";
import { SubjectLink } from "~/meeting/resource/page/SubjectLink";
import { prepareOffer } from "~/meeting/resource/prepareOffer.server";
import { offerForm } from "~/meeting/resource/resourceForm";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { Words } from "~/ui/Words";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("resource.offer.add")) };

/** The number of the need that the address names. */
const needAsked = (request: Request) => new URL(request.url).searchParams.get("need") ?? undefined;

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await prepareOffer(actor, needAsked(request), now));
}

export const action = intents({
  add: act(
    offerForm,
    ({ actor, now, request }, input) => addOffer(actor, { ...input, need: needAsked(request) }, now),
    ({ value }) => (value.need ? needAddress(value.need) : offerAddress(value.number)),
  ),
});

export default function NewOfferPage() {
  const { need } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHead
        title={need ? t("resource.offer.addTo", { number: need.number }) : t("resource.offer.add")}
        crumbs={[{ label: t("resource.title"), to: offersAddress }]}
      />
      {need && (
        <div className="stack-tight">
          <p className="as-written">
            <Words text={need.words} />
          </p>
          <p className="small">
            <SubjectLink subject={need.subject} />
          </p>
        </div>
      )}
      <OfferForm need={need ?? undefined} answer={answer} />
    </div>
  );
}
