import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { planAddress, swapAddress } from "~/address/plans";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { SwapForm } from "~/plan/year/SwapForm";
import { showSwap } from "~/plan/year/showSwap.server";
import { swapHosts } from "~/plan/year/swapHosts.server";
import { swapForm } from "~/plan/year/swapMonths";
import { loadAnew } from "~/ui/form/loadAnew";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { TypedProvider, typedOf } from "~/ui/typed";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("planning.swap.title", { month: writtenMonth(data.month, language, true) }),
  ),
};

export const shouldRevalidate = loadAnew;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showSwap(actor, params.month ?? "", now));
}

export const action = oneForm(
  act(
    swapForm,
    ({ actor, now, params }, input) => swapHosts(actor, { ...input, month: params.month ?? "" }, now),
    ({ value, params }) =>
      value.asked ? swapAddress(params.month ?? "") : planAddress(params.month?.slice(0, 4) ?? ""),
  ),
);

export default function SwapRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const month = writtenMonth(page.month, i18n.language, true);
  const refusal = answer?.refusal;
  return (
    <div className="stack">
      <PageHead
        title={t("planning.swap.title", { month })}
        number={t("plan.day.host", { name: named(page.host.name, i18n.language) })}
        crumbs={[
          { label: t("plan.title", { year: page.year }), to: planAddress(page.year) },
          { label: t("plan.day.title", { month }), to: meetingAddress({ slug: page.month }) },
        ]}
      />
      <p className="prose">{t("planning.swap.lead")}</p>
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <TypedProvider value={typedOf(answer?.reply)}>
        <SwapForm page={page} />
      </TypedProvider>
    </div>
  );
}
