import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import type { ShapeName } from "~/ui/Shape";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { Channel } from "./channel";
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

/** What a problem's channel is called by: the month of a list is written as a month. */
export function useChannelNumber(): (number: string) => string {
  const { i18n } = useTranslation();
  return (number) => (/^\d{4}-\d{2}$/.test(number) ? writtenMonth(number, i18n.language, true) : number);
}

/** The channel in which a problem is dealt with, and what it is in there. */
export function ChannelTag({ channel, number }: { channel: Channel; number: string }) {
  const { t } = useTranslation();
  const called = useChannelNumber();
  const name = t(`lists.channel.name.${channel}`);
  return (
    <StateTag tone={channel === "settled" ? "good" : "neutral"} shape="disc">
      {t("lists.channel.now", { channel: name, number: called(number) })}
    </StateTag>
  );
}

/** The state of a problem's place on a list: what was decided about it, or that its list was returned. */
export function ListingTag({ state }: { state: PlaceState }) {
  const { t } = useTranslation();
  return <StateTag {...placeLooks[state]}>{t(`problem.state.${state}`)}</StateTag>;
}
