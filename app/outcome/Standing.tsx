import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { PlainState } from "./plainState";

const looks: Record<PlainState, { tone: Tone; shape?: ShapeName }> = {
  toBegin: { tone: "neutral" },
  underWay: { tone: "info" },
  heldUp: { tone: "warn" },
  checking: { tone: "info", shape: "disc" },
  again: { tone: "warn", shape: "square" },
  paused: { tone: "neutral", shape: "pause" },
  done: { tone: "good" },
};

/** How a promise stands, in plain words; lateness beside it, since both can hold. */
export function Standing({ state, late }: { state: PlainState; late: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <StateTag {...looks[state]}>{t(`outcome.state.${state}`)}</StateTag>
      {late && (
        <>
          {" "}
          <StateTag tone="bad">{t("outcome.late")}</StateTag>
        </>
      )}
    </>
  );
}
