import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "./Button";
import { DateText } from "./DateText";

/** Props of {@link KeptNotice}. */
export interface KeptNoticeProps {
  /** When it was typed, UTC instant. */
  at: string;
  giveUp: () => void;
}

/** Says in a form that what was typed into it and not sent has been put back, and offers to give it up. */
export function KeptNotice({ at, giveUp }: KeptNoticeProps) {
  const { t } = useTranslation();
  return (
    <div className="kept" role="status">
      <span>
        {t("ui.kept.putBack")} <DateText value={at} now={at} withTime />
      </span>
      <Button type="button" variant="quiet" size="small" onClick={giveUp}>
        {t("ui.kept.giveUp")}
      </Button>
    </div>
  );
}
