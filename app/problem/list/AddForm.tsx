import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useTranslation } from "~/i18n/useTranslation";
import { problemSources } from "~/problem/problem";
import { addProblemForm, limits, type ProblemInput } from "~/problem/problemForm";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { ProblemFields, useFieldLabels } from "./ProblemFields";
import type { ListView } from "./showList.server";

interface AddFormProps {
  view: ListView;
  reply?: SubmissionResult<string[]> | null;
  /** YYYY-MM-DD. */
  today: string;
  /** What is asked for besides, its schema, and what the button does; left out, it is added to the list. */
  asks?: { schema: typeof addProblemForm; intent: string; label: string; labels: Record<string, string> };
  /** Fields of that schema besides a problem's own. */
  children?: (field: (name: string) => FieldMetadata<string>) => React.ReactNode;
}

/** A new problem, with the words it was raised in. */
export function AddForm({ view, reply, today, asks, children }: AddFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<ProblemInput>({
    id: "add-problem",
    lastResult: reply,
    defaultValue: { source: "resident", powerLacking: "none", raisedAt: today },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: asks?.schema ?? addProblemForm }),
  });
  const sources = problemSources.map((value) => ({ value, label: t(`problem.source.${value}`) }));
  const labels = { ...useFieldLabels(), ...asks?.labels };
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={labels} />
      <TextField
        field={fields.title!}
        label={t("problem.field.title")}
        hint={t("problem.hint.title")}
        optional={false}
      />
      <TextAreaField
        field={fields.originalWording!}
        label={t("problem.field.originalWording")}
        hint={t("problem.hint.originalWording")}
        limit={limits.originalWording}
        optional={false}
      />
      <div className="form-grid">
        <SelectField
          field={fields.source!}
          label={t("problem.field.source")}
          options={sources}
          blank={null}
        />
        <DateField field={fields.raisedAt!} label={t("problem.field.raisedAt")} max={today} />
      </div>
      <ProblemFields fields={fields} view={view} />
      {children?.((name) => (fields as Record<string, FieldMetadata<string>>)[name]!)}
      <div className="form-actions">
        <Button variant="primary" name="intent" value={asks?.intent ?? "add"}>
          {asks?.label ?? t("problem.list.add")}
        </Button>
      </div>
    </OnceForm>
  );
}
