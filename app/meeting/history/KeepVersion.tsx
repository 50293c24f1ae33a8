import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { useTyped } from "~/ui/typed";

function KeptNote() {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label className="field-label" htmlFor="keep-note">
        {t("history.keep.note")}
      </label>
      <input
        className="input input-full"
        id="keep-note"
        name="note"
        defaultValue={useTyped("note")}
        required
        maxLength={100}
      />
    </div>
  );
}

/** Keeps the record as it stands under a name. */
export function KeepVersion() {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      label={t("history.keep.label")}
      consequence={<p>{t("history.keep.text")}</p>}
      action=""
      name="intent"
      value="keep"
    >
      <KeptNote />
    </ConfirmButton>
  );
}
