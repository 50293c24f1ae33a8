import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { Voice } from "./opinion";

const looks: Record<Voice, { tone: Tone; shape?: ShapeName }> = {
  agree: { tone: "good" },
  agreeIf: { tone: "warn", shape: "half" },
  disagree: { tone: "bad" },
  silent: { tone: "neutral", shape: "circle" },
};

/** What a unit says of a topic: that it agrees, on conditions, or not; or that it has said nothing. */
export function VoiceTag({ voice }: { voice: Voice }) {
  const { t } = useTranslation();
  return <StateTag {...looks[voice]}>{t(`opinion.voice.${voice}`)}</StateTag>;
}
