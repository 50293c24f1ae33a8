import { type FieldMetadata, getCollectionProps } from "@conform-to/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { FieldErrors } from "~/ui/form/FieldErrors";
import type { CallableUnit } from "./prepareCall.server";

/** Props of {@link UnitsCalled}. */
export interface UnitsCalledProps {
  field: FieldMetadata<string[]>;
  units: readonly CallableUnit[];
}

/** The units to call, by kind; those of the calling unit itself and whoever was there last time stand open. */
export function UnitsCalled({ field, units }: UnitsCalledProps) {
  const { t, i18n } = useTranslation();
  const kinds = [
    ...new Set([...units].sort((a, b) => Number(b.own) - Number(a.own)).map(({ kind }) => kind)),
  ];
  const chosen = new Set(field.initialValue as string[] | undefined);
  return (
    <fieldset className="field" id={field.id} tabIndex={-1} aria-describedby={`${field.id}-hint`}>
      <legend className="field-label">
        {t("meeting.call.units")}
        <span className="field-optional">{t("ui.optional")}</span>
      </legend>
      <div className="field-hint" id={`${field.id}-hint`}>
        {t("meeting.call.unitsHint")}
      </div>
      {kinds.map((kind) => {
        const ofKind = units.filter((unit) => unit.kind === kind);
        const controls = getCollectionProps(field, {
          type: "checkbox",
          options: ofKind.map(({ id }) => id),
          ariaAttributes: false,
        });
        return (
          <details
            key={kind}
            className="call-units"
            open={ofKind.some(({ id, own }) => own || chosen.has(id))}
          >
            <summary>
              {t(`session.unitKind.${kind}`)} <span className="num muted">{ofKind.length}</span>
            </summary>
            <div className="call-unit-list">
              {controls.map(({ key, ...control }, at) => (
                <div className="choice" key={key}>
                  <input {...control} required={undefined} />
                  <label htmlFor={control.id}>{named(ofKind[at]!.name, i18n.language)}</label>
                </div>
              ))}
            </div>
          </details>
        );
      })}
      <FieldErrors field={field} />
    </fieldset>
  );
}
