import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { ListState, PlaceState } from "./listing";

const listLooks: Record<ListState, { tone: Tone; shape?: ShapeName }> = {
  draft: { tone: "neutral" },
  submitted: { tone: "info" },
  returned: { tone: "warn" },
  screened: { tone: "good" },
};

const placeLooks: Record<PlaceState, { tone: Tone; shape?: ShapeName }> = {
  draft: { tone: "neutral" },
  submitted: { tone: "info" },
  admitted: { tone: "good" },
  refused: { tone: "bad" },
  deferred: { tone: "warn", shape: "pause" },
  merged: { tone: "info", shape: "disc" },
  solvedBefore: { tone: "good", shape: "disc" },
  withdrawn: { tone: "neutral", shape: "dash" },
  returned: { tone: "warn" },
};

/** The state of a street's list. */
export function ListTag({ state }: { state: ListState }) {
  const { t } = useTranslation();
  return <StateTag {...listLooks[state]}>{t(`problem.listState.${state}`)}</StateTag>;
}

/** The state of a problem's place on a list: what was decided about it, or that its list was returned. */
export function ListingTag({ state }: { state: PlaceState }) {
  const { t } = useTranslation();
  return <StateTag {...placeLooks[state]}>{t(`problem.state.${state}`)}</StateTag>;
}
