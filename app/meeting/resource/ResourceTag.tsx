import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { NeedStanding } from "./need";
import type { OfferStanding } from "./offer";

const looks: Record<NeedStanding | OfferStanding, { tone: Tone; shape?: ShapeName }> = {
  open: { tone: "info" },
  promised: { tone: "good" },
  met: { tone: "good" },
  usedUp: { tone: "good" },
  over: { tone: "neutral" },
  declined: { tone: "neutral", shape: "cross" },
  withdrawn: { tone: "neutral", shape: "cross" },
};

/** How a need or an offer stands. */
export function ResourceTag({ state }: { state: NeedStanding | OfferStanding }) {
  const { t } = useTranslation();
  return <StateTag {...looks[state]}>{t(`resource.state.${state}`)}</StateTag>;
}
