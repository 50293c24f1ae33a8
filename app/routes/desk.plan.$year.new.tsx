import { getFormProps, useForm } from "@conform-to/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, sendTo, valueOrThrow } from "~/access/request.server";
import { useTranslation } from "~/i18n/useTranslation";
import { createPlan } from "~/plan/year/createPlan.server";
import { DraftTable, useDraftLabels } from "~/plan/year/DraftTable";
import { createPlanForm } from "~/plan/year/planForm";
import { proposePlan } from "~/plan/year/proposePlan.server";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>(({ year }, t) => t("plan.draft.title", { year })) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const result = await proposePlan(actor, Number(params.year), now);
  if (!result.ok && result.refusal.code === "planExists") throw sendTo(`/desk/plan/${params.year}`);
  if (!result.ok && result.refusal.code === "noRules") throw sendTo("/desk/rules");
  return valueOrThrow(result);
}

export const action = oneForm(
  act(
    createPlanForm,
    ({ actor, now, params }, input) => createPlan(actor, { ...input, year: Number(params.year) }, now),
    ({ params }) => `/desk/plan/${params.year}`,
  ),
);

export default function DraftPlanPage() {
  const { year, planned, adopted, days, streets, chairs } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "draft",
    lastResult: useActionData<typeof action>()?.reply,
    defaultValue: {
      year,
      documentNumber: "",
      days: days.map(({ kind, ...day }) => ({ ...day, startsAt: "", place: "", swapReason: "" })),
    },
  });
  const labels = useDraftLabels(days.map((day) => day.month));
  return (
    <div className="stack">
      <PageHead
        title={t(planned > 0 ? "planning.draft.title" : "plan.draft.title", { year })}
        crumbs={[{ label: t("plan.title", { year }), to: `/desk/plan/${year}` }]}
      />
      <p className="prose">{t(planned > 0 ? "planning.draft.lead" : "plan.draft.lead")}</p>
      {days.some((day) => !day.kind.announced) && <Notice>{t("plan.dayKind.notAnnounced")}</Notice>}
      <OnceForm {...getFormProps(form)} className="stack">
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="year" value={year} />
        <DraftTable
          year={year}
          rows={fields.days.getFieldList()}
          kinds={new Map(days.map((day) => [day.date, day.kind]))}
          choices={{ streets, chairs }}
          labels={labels}
        />
        <TextField
          field={fields.documentNumber}
          label={t(adopted ? "planning.draft.documentNumber" : "plan.draft.documentNumber")}
          size="medium"
          optional={!adopted}
        />
        <div className="form-actions">
          <Button variant="primary">{t(planned > 0 ? "planning.draft.submit" : "plan.draft.submit")}</Button>
        </div>
      </OnceForm>
    </div>
  );
}
