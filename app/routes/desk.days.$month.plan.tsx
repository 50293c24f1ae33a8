import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { badForm, refusedForm } from "~/access/form.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { DayPlanForm } from "~/plan/year/DayPlanForm";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { editPlanDayForm } from "~/plan/year/planForm";
import { showDayPlan } from "~/plan/year/showDayPlan.server";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("plan.edit.title", { month: writtenMonth(data.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const result = await showDayPlan(actor, params.month ?? "", now);
  if (!result.ok && result.refusal.code === "wrongStage") throw redirect(`/desk/days/${params.month}`);
  return valueOrThrow(result);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const submission = parseWithZod(await request.formData(), { schema: editPlanDayForm });
  if (submission.status !== "success") return badForm(submission);
  // Every box left empty is sent as nothing at all: then nobody joins.
  const joiningStreetIds = submission.value.joiningStreetIds ?? [];
  const input = { ...submission.value, month: params.month ?? "", joiningStreetIds };
  const result = await editPlanDay(actor, input, now);
  if (!result.ok) return refusedForm(submission, result.refusal);
  throw redirect(`/desk/days/${result.value.month}`);
}

export default function DayPlanPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { t, i18n } = useTranslation();
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
      <DayPlanForm page={page} reply={reply} />
    </div>
  );
}
