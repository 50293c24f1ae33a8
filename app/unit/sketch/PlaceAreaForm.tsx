import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { placeAreaForm, plane } from "./sketch";
import type { SketchArea } from "./sketchOf.server";

const sides = ["x", "y", "width", "height"] as const;

/** Where one community stands on its street's sketch, in numbers. */
export function PlaceAreaForm({
  area,
  version,
  answer,
}: {
  area: SketchArea;
  version: number;
  answer?: FormAnswer;
}) {
  const { t, i18n } = useTranslation();
  const { x, y, width, height, slug } = area;
  const values = { x: String(x), y: String(y), width: String(width), height: String(height) };
  const [form, fields] = useForm({
    id: `area-${slug}`,
    lastResult: answer?.reply,
    defaultValue: values,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: placeAreaForm }),
  });
  const labels = Object.fromEntries(sides.map((side) => [side, t(`sketch.field.${side}`)]));
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <h2>{named(area.name, i18n.language)}</h2>
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      <input type="hidden" name="community" value={slug} />
      <Meanwhile now={{ version, values }} labels={labels} answer={answer} />
      <div className="form-grid">
        {sides.map((side) => (
          <TextField
            key={side}
            field={fields[side]}
            label={labels[side]!}
            type="number"
            size="short"
            min={0}
            max={plane}
            step={10}
            optional={false}
          />
        ))}
      </div>
      <div className="form-actions">
        <Button variant="primary" name="intent" value="place">
          {t("sketch.save")}
        </Button>
      </div>
    </OnceForm>
  );
}
