import { useTranslation } from "~/i18n/useTranslation";
import "../outcome.css";
import { findPersonalData } from "../personalData";

/** Names what was marked in words that were sent, and asks whether it may stand; nothing where nothing was. */
export function LookedAt({ text }: { text: unknown }) {
  const { t } = useTranslation();
  const marks = typeof text === "string" ? findPersonalData(text) : [];
  if (typeof text !== "string" || marks.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{t("outcome.mark.found")}</legend>
      <ul>
        {marks.map(({ start, end, kind }) => (
          <li key={start}>
            <mark>{text.slice(start, end)}</mark>{" "}
            <span className="muted">{t(`outcome.mark.kind.${kind}`)}</span>
          </li>
        ))}
      </ul>
      <div className="choice">
        <input type="checkbox" id="looked-at" name="lookedAt" value="yes" />
        <label htmlFor="looked-at">{t("outcome.mark.looked")}</label>
      </div>
    </fieldset>
  );
}
