import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import type { PublicDecision } from "./published";

/** How a matter was decided, in plain words; of one that was put off, until when. */
export function Decided({ decision, now }: { decision: PublicDecision; now: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`outcome.decided.${decision.outcome}`)}
      {decision.deferredTo && (
        <>
          {t("outcome.deferredTo")} <DateText value={decision.deferredTo} now={now} />
        </>
      )}
    </>
  );
}
