import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "~/ui/Shape";

/** Props of {@link FieldWrong}. */
export interface FieldWrongProps {
  /** By which the control names it in `aria-describedby`. */
  id: string;
  /** The sentence; nothing is shown without one. */
  wrong?: string;
}

/** Why what was sent in a field of a plain form was not taken; under its control, and read out at once. */
export function FieldWrong({ id, wrong }: FieldWrongProps) {
  const { t } = useTranslation();
  if (!wrong) return null;
  return (
    <div className="field-errors" id={id} role="alert">
      <p>
        <Shape name="cross" />
        <span className="visually-hidden">{t("ui.errors.error")}</span>
        {wrong}
      </p>
    </div>
  );
}
