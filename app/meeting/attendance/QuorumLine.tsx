import { useTranslation } from "~/i18n/useTranslation";
import type { Quorum } from "~/meeting/conduct/quorum";
import { StateTag } from "~/ui/StateTag";

/** Whether there is a quorum, and what it takes. */
export function QuorumLine({ quorum }: { quorum: Quorum }) {
  const { t } = useTranslation();
  const { invited, present, needed, reached } = quorum;
  if (invited === 0) return <p className="quorum muted">{t("session.quorum.nobody")}</p>;
  return (
    <p className="quorum" role="status">
      <StateTag tone={reached ? "good" : "warn"}>
        {reached ? t("session.quorum.reached") : t("session.quorum.missing")}
      </StateTag>{" "}
      <span className="num">{t("session.quorum.count", { invited, present, needed })}</span>
    </p>
  );
}
