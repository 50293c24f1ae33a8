import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { useChannelNumber } from "~/problem/StateTags";
import type { Tone } from "~/ui/StateTag";
import { Timeline } from "~/ui/Timeline";
import { Words } from "~/ui/Words";
import type { HistoryEntry } from "./problemHistory";

const tones: Partial<Record<HistoryEntry["kind"], Tone>> = {
  resolved: "official",
  published: "good",
  withdrawn: "bad",
};

/** What happened, in a sentence. */
function useSentence() {
  const { t, i18n } = useTranslation();
  const called = useChannelNumber();
  return (entry: HistoryEntry): string => {
    const { month, number } = entry;
    const values = { month: month ? writtenMonth(month, i18n.language, true) : "", number };
    if (entry.kind === "task") return t(`problem.history.event.${entry.code}`, values);
    if (entry.kind === "decided")
      return t("problem.history.decided", { state: t(`problem.state.${entry.code}`) });
    if (entry.kind === "proposal") return t(`collect.history.${entry.code}`, values);
    if (entry.kind === "channel") {
      const number = called(entry.number ?? "");
      const channel = t(`lists.channel.name.${entry.code}`);
      if (!entry.from) return t("lists.channel.entered", { channel, number });
      return t("lists.channel.changed", { channel, number, from: t(`lists.channel.name.${entry.from}`) });
    }
    if (entry.kind === "outcome")
      return t("problem.history.outcome", { ...values, outcome: t(`problem.outcome.${entry.code}`) });
    if (entry.kind === "lookBack")
      return t("problem.history.lookBack", { ...values, statement: t(`problem.statement.${entry.code}`) });
    return t(`problem.history.${entry.kind}`, values);
  };
}

/** Everything that happened to a problem, in order of time. */
export function ProblemTimeline({ entries, now }: { entries: readonly HistoryEntry[]; now: string }) {
  const sentence = useSentence();
  return (
    <Timeline
      now={now}
      entries={entries.map((entry) => ({
        key: entry.key,
        at: entry.at,
        what: sentence(entry),
        body: entry.text ? (
          <p className="as-written">
            <Words text={entry.text} />
          </p>
        ) : undefined,
        tone: tones[entry.kind],
      }))}
    />
  );
}
