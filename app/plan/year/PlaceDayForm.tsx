import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { placeDayForm } from "./planForm";
import type { DayPlanPage } from "./showDayPlan.server";

/** Says at what time and where a day is held: no plan says it, so nobody is asked. */
export function PlaceDayForm({ page, answer }: { page: DayPlanPage; answer?: FormAnswer }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<z.input<typeof placeDayForm>>({
    id: "place-day",
    lastResult: answer?.reply,
    defaultValue: page.placed,
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: placeDayForm }),
  });
  const labels = {
    startsAt: t("meeting.call.startsAt"),
    place: t("meeting.call.place"),
    plannedMinutes: t("agenda.planned.label"),
  };
  return (
    <section className="section">
      <h2>{t("planning.table.place")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
        <input type="hidden" name="intent" value="place" />
        <Meanwhile now={{ version: page.version, values: page.placed }} labels={labels} answer={answer} />
        <TextField field={fields.startsAt} label={labels.startsAt} type="time" size="short" optional />
        <TextField field={fields.place} label={labels.place} size="medium" optional />
        <TextField
          field={fields.plannedMinutes}
          label={labels.plannedMinutes}
          hint={t("agenda.planned.hint", { count: page.usualMinutes })}
          type="number"
          size="short"
          optional
        />
        <div className="form-actions">
          <Button variant="secondary">{t("planning.table.savePlace")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
