import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { askers } from "~/problem/erased";
import { useErasedPlace } from "~/problem/useErasedPlace";
import { Button } from "~/ui/Button";
import { CheckboxesField } from "~/ui/form/CheckboxesField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { cutText } from "~/value/cleanText";
import { erasedAs } from "~/value/erasedMark";
import { erasureBounds } from "./erasureForm";
import type { ErasurePage } from "./showErasure.server";

interface Typed extends Record<string, unknown> {
  fields: string[];
  cells: string[];
  passages: string;
  askedBy: string;
  legalBasis: string;
}

const inSight = 200;

/** Asks which words are to be erased, who asked for it and by which law; nothing is erased by sending it. */
export function ChooseWords({
  page,
  reply,
}: {
  page: ErasurePage;
  reply: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useTranslation();
  const nameOf = useErasedPlace();
  const [form, fields] = useForm<Typed>({ id: "erasure", lastResult: reply });
  const labels = {
    fields: t("erasure.fields"),
    cells: t("erasure.cells"),
    passages: t("erasure.passages"),
    askedBy: t("erasure.askedBy"),
    legalBasis: t("erasure.legalBasis"),
  };
  // Enough of a text to know it by.
  const beginning = (text: string) => {
    const shown = cutText(text, inSight);
    return erasedAs(shown.length < text.length ? `${shown}…` : shown, t("ui.erased"));
  };
  const texts = page.fields.map(({ field, text }) => ({
    value: field,
    label: nameOf(`problem.${field}`),
    hint: beginning(text),
  }));
  const cells = page.cells.map(({ at, header, text }) => ({
    value: String(at),
    label: header,
    hint: beginning(text),
  }));
  return (
    <section className="section">
      <h2>{t("erasure.choose")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p>{t("erasure.lead")}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="preview" />
        <input type="hidden" name="version" value={page.version} />
        <TextAreaField
          field={fields.passages}
          label={labels.passages}
          hint={t("erasure.passagesHint")}
          optional
        />
        <CheckboxesField
          field={fields.fields}
          label={labels.fields}
          hint={t("erasure.fieldsHint")}
          options={texts}
          optional
        />
        {cells.length > 0 && (
          <CheckboxesField
            field={fields.cells}
            label={labels.cells}
            hint={t("erasure.cellsHint")}
            options={cells}
            optional
          />
        )}
        <RadiosField
          field={fields.askedBy}
          label={labels.askedBy}
          hint={t("erasure.askedByHint")}
          options={askers.map((value) => ({ value, label: t(`erasure.asker.${value}`) }))}
        />
        <TextAreaField
          field={fields.legalBasis}
          label={labels.legalBasis}
          hint={t("erasure.legalBasisHint")}
          limit={erasureBounds.legalBasis}
        />
        <div className="form-actions">
          <Button variant="primary">{t("erasure.preview")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
