import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, sendTo, valueOrThrow } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { DayPlanForm } from "~/plan/year/DayPlanForm";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { PlaceDayForm } from "~/plan/year/PlaceDayForm";
import { placeDay } from "~/plan/year/placeDay.server";
import { editPlanDayForm, placeDayForm } from "~/plan/year/planForm";
import { showDayPlan } from "~/plan/year/showDayPlan.server";
import { loadAnew } from "~/ui/form/loadAnew";
import { isOvertaken } from "~/ui/form/Meanwhile";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("plan.edit.title", { month: writtenMonth(data.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const result = await showDayPlan(actor, params.month ?? "", now);
  if (!result.ok && result.refusal.code === "wrongStage") throw sendTo(`/desk/days/${params.month}`);
  return valueOrThrow(result);
}

export const action = intents({
  change: act(
    editPlanDayForm,
    // Every box left empty is sent as nothing at all: then nobody joins.
    ({ actor, now, params }, { joiningStreetIds = [], ...input }) =>
      editPlanDay(actor, { ...input, month: params.month ?? "", joiningStreetIds }, now),
    // The form says how a request stands.
    ({ value }) => (value.asked ? `/desk/days/${value.month}/plan` : `/desk/days/${value.month}`),
  ),
  place: act(
    placeDayForm,
    ({ actor, now, params }, input) => placeDay(actor, { ...input, month: params.month ?? "" }, now),
    ({ params }) => `/desk/days/${params.month}`,
  ),
});

export default function DayPlanPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const placing = answer?.typed?.intent === "place";
  const refused = placing && !isOvertaken(answer) ? answer.refusal : undefined;
  const month = writtenMonth(page.month, i18n.language, true);
  return (
    <div className="stack">
      <PageHead
        title={t("plan.edit.title", { month })}
        crumbs={[
          { label: t("plan.title", { year: page.year }), to: `/desk/plan/${page.year}` },
          { label: t("plan.day.title", { month }), to: `/desk/days/${page.month}` },
        ]}
      />
      <p className="prose">{t("plan.edit.lead")}</p>
      {refused && <RefusalNotice messageKey={`refusal.${refused.code}`} values={refused.values} />}
      <DayPlanForm page={page} answer={placing ? undefined : answer} />
      <PlaceDayForm key={page.version} page={page} answer={placing ? answer : undefined} />
    </div>
  );
}
