import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { AttendanceState } from "./attendance";

const looks: Record<AttendanceState, { tone: Tone; shape?: ShapeName }> = {
  invited: { tone: "neutral" },
  declined: { tone: "warn" },
  present: { tone: "good" },
  sittingIn: { tone: "info" },
  excused: { tone: "neutral", shape: "pause" },
  absent: { tone: "bad" },
};

/** Whether somebody came. */
export function AttendanceTag({ state }: { state: AttendanceState }) {
  const { t } = useTranslation();
  return <StateTag {...looks[state]}>{t(`session.attendance.${state}`)}</StateTag>;
}
