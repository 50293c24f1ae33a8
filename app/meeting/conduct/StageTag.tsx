import { useTranslation } from "~/i18n/useTranslation";
import type { Stage } from "~/meeting/kind/stage";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";

const looks: Record<Stage, { tone: Tone; shape?: ShapeName }> = {
  planned: { tone: "neutral" },
  collecting: { tone: "info" },
  screening: { tone: "info" },
  agenda: { tone: "info" },
  inSession: { tone: "info", shape: "disc" },
  minutes: { tone: "info" },
  issued: { tone: "official" },
  followedUp: { tone: "good" },
  cancelled: { tone: "warn" },
};

/** The station a day is at. */
export function StageTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return <StateTag {...looks[stage]}>{t(`plan.stage.${stage}`)}</StateTag>;
}
