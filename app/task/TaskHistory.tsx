import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import type { Tone } from "~/ui/StateTag";
import { Timeline, type TimelineEntry } from "~/ui/Timeline";
import { statementTones } from "./StatementTag";
import type { HistoryEntry } from "./taskHistory.server";

const tones: Partial<Record<HistoryEntry["event"], Tone>> = {
  dispatch: "official",
  block: "bad",
  sendToRework: "bad",
  verifySolved: "good",
  strikeOff: "good",
  refuseExtension: "warn",
  denyWitness: "bad",
};

/** Props of {@link TaskHistory}. */
export interface TaskHistoryProps {
  entries: readonly HistoryEntry[];
  now: string;
}

/** Everything that happened to a task, with the words and the evidence given at the time. */
export function TaskHistory({ entries, now }: TaskHistoryProps) {
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  const present = (entry: HistoryEntry): TimelineEntry => {
    const { by, statement, meeting } = entry;
    return {
      key: entry.id,
      at: entry.at,
      tone: statement ? statementTones[statement] : tones[entry.event],
      what:
        statement && meeting
          ? t("task.event.stated", {
              meeting: meetingName(meeting),
              statement: t(`task.statement.${statement}`),
            })
          : t(`task.event.${entry.event}`),
      who: by && `${named(by.unit, i18n.language)} ${named(by.title, i18n.language)}`,
      body: (entry.text || entry.evidence || entry.witness) && (
        <>
          {entry.witness && (
            <p className="small">
              {t(`task.history.witness.${entry.witness.state}`, {
                name: entry.witness.name,
                post: `${named(entry.witness.unit, i18n.language)} ${named(entry.witness.title, i18n.language)}`,
              })}
            </p>
          )}
          {entry.text && <p className="as-written">{entry.text}</p>}
          {entry.evidence && (
            <p className="small muted">{t("task.history.evidence", { evidence: entry.evidence })}</p>
          )}
        </>
      ),
    };
  };
  return <Timeline entries={entries.map(present)} now={now} />;
}
