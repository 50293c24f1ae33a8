import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { TaskState } from "./taskState";

const looks: Record<TaskState, { tone: Tone; shape?: ShapeName }> = {
  dispatched: { tone: "neutral" },
  acknowledged: { tone: "info", shape: "half" },
  inProgress: { tone: "info", shape: "disc" },
  handled: { tone: "warn", shape: "half" },
  rework: { tone: "bad", shape: "triangle" },
  suspended: { tone: "neutral", shape: "pause" },
  solved: { tone: "good" },
  struckOff: { tone: "neutral", shape: "dash" },
};

/** The state of a task as word, shape and colour. */
export function TaskStateTag({ state }: { state: TaskState }) {
  const { t } = useTranslation();
  return <StateTag {...looks[state]}>{t(`task.state.${state}`)}</StateTag>;
}
