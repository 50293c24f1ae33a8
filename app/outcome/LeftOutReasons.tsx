import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { AsIssued } from "./AsIssued";
import type { PublicReason } from "./published";
import { withheldMark } from "./withheld";

/** Says below a matter that something is left out of its texts, and why. */
export function LeftOutReasons({ reasons, now }: { reasons: readonly PublicReason[]; now: string }) {
  const { t } = useTranslation();
  const personal = reasons.some(({ reason }) => reason === "");
  return (
    <>
      {personal && <p className="muted">{t("outcome.left.personal", { mark: withheldMark })}</p>}
      {reasons.map(
        ({ reason, at }) =>
          reason !== "" && (
            <p key={reason} className="muted">
              {t("outcome.left.other", { mark: withheldMark })}
              <AsIssued>{reason}</AsIssued> <DateText value={at} now={now} />
            </p>
          ),
      )}
    </>
  );
}
