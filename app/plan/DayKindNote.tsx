import type { DayKind } from "~/calendar/workingDay";
import { useTranslation } from "~/i18n/useTranslation";
import { StateTag } from "~/ui/StateTag";

/** Says when a day is not an ordinary working day: a warning on a day off, a word on a make-up day. */
export function DayKindNote({ kind }: { kind: DayKind }) {
  const { t } = useTranslation();
  if (kind.why === "weekday") return null;
  const holiday = kind.holiday ? t(`planning.holiday.${kind.holiday}`) : "";
  const words = t(`plan.dayKind.${kind.why}`, { holiday });
  return kind.working ? (
    <span className="muted small">{words}</span>
  ) : (
    <StateTag tone="warn">{words}</StateTag>
  );
}
