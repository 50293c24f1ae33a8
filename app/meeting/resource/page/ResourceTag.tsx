import { useTranslation } from "~/i18n/useTranslation";
import type { NeedStanding } from "~/meeting/resource/need";
import type { OfferStanding } from "~/meeting/resource/offer";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";

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
