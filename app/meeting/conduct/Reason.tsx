import { useTranslation } from "~/i18n/useTranslation";
import { useTyped } from "~/ui/typed";

/** Asks why, inside a form; always answered in words. */
export function Reason({ id, hint }: { id: string; hint?: string }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t("session.reason")}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        className="input input-full"
        id={id}
        name="reason"
        rows={2}
        required
        defaultValue={useTyped("reason")}
        maxLength={500}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  );
}
