import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { Outcome } from "./topic";

const looks: Record<Outcome, { tone: Tone; shape?: ShapeName }> = {
  passed: { tone: "good" },
  passedInPrinciple: { tone: "good", shape: "half" },
  notPassed: { tone: "bad" },
  other: { tone: "neutral", shape: "dash" },
  deferred: { tone: "warn", shape: "pause" },
};

/** What was decided on a topic. */
export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  return <StateTag {...looks[outcome]}>{t(`session.outcome.${outcome}`)}</StateTag>;
}
