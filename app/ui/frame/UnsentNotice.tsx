import { useTranslation } from "~/i18n/useTranslation";
import { Button, buttonClass } from "~/ui/Button";
import type { HeldRequest } from "~/ui/heldRequests";
import { Shape } from "~/ui/Shape";

/** Says that what was pressed is not saved, why, and what to do; the page below stays as it is. */
export function UnsentNotice({ reason, writes, again }: HeldRequest) {
  const { t } = useTranslation();
  return (
    <div className="unsent notice tone-bad" role="alert">
      <p className="notice-mark">
        <Shape name="cross" />
        <span>{t(writes ? "ui.unsent.title" : "ui.unsent.unreachable")}</span>
      </p>
      <p>{t(writes ? `ui.unsent.${reason}` : "ui.unsent.waiting")}</p>
      <div className="cluster">
        {reason === "signedOut" && (
          <a className={buttonClass("secondary", "small")} href="/sign-in" target="_blank" rel="noreferrer">
            {t("ui.unsent.signIn")}
          </a>
        )}
        <Button type="button" variant="primary" size="small" onClick={again}>
          {t("ui.unsent.again")}
        </Button>
      </div>
    </div>
  );
}
