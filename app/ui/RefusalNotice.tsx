import type { TextKey } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "./Shape";

/** Props of {@link RefusalNotice}. */
export interface RefusalNoticeProps {
  /** The message key the refusal's code maps to. */
  messageKey: TextKey;
  values?: Record<string, string | number>;
}

/** Says why something was not done, in one sentence, at once. */
export function RefusalNotice({ messageKey, values }: RefusalNoticeProps) {
  const { t } = useTranslation();
  return (
    <div className="notice tone-bad" role="alert">
      <p className="notice-mark">
        <Shape name="cross" />
        <span>{t("ui.notice.refused")}</span>
      </p>
      <div className="notice-body">{t(messageKey, { ...values })}</div>
    </div>
  );
}
