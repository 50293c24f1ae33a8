import { useTranslation } from "~/i18n/useTranslation";
import { isDecided } from "~/meeting/conduct/topic";
import { RoomOutcomeForm } from "~/meeting/room/outcome/RoomOutcomeForm";
import { RoomReservations } from "~/meeting/room/outcome/RoomReservations";
import { ResolutionFacts } from "~/meeting/room/slip/ResolutionFacts";
import { ResolutionLines } from "~/meeting/room/slip/ResolutionLines";
import type { CanonicalRecord, Resolution } from "~/record/document/record";
import { isEmptyNote, ReadOnlyNotes } from "~/record/editor/ReadOnlyNotes";
import { TimeBar, useFacts } from "./RoomFacts";
import { RoomFrame } from "./RoomFrame";
import { RoomHead } from "./RoomHead";
import { TopicHeading } from "./TopicHeading";

const nothing: Pick<CanonicalRecord, "topics" | "resolutions"> = { topics: [], resolutions: [] };

function StillAgenda({ topics, current }: { topics: CanonicalRecord["topics"]; current: string | null }) {
  const { t } = useTranslation();
  const longest = Math.max(1, ...topics.map((topic) => topic.minutesAllotted ?? 0));
  const total = topics.reduce((sum, topic) => sum + (topic.minutesAllotted ?? 0), 0);
  return (
    <>
      <h2 className="pane-head">
        {t("room.pane.agenda")}
        <span className="pane-note num">
          {t("room.agenda.total", { count: topics.length, minutes: total })}
        </span>
      </h2>
      <ol className="agenda-items">
        {topics.map((topic, at) => (
          <li key={topic.id} className="agenda-item" data-current={topic.id === current ? "" : undefined}>
            <a className="agenda-open" href={`#topic-${topic.id}`}>
              <span className="agenda-ordinal num">{at + 1}</span>
              <span className="agenda-title">{topic.title || t("room.untitled")}</span>
            </a>
            {topic.minutesAllotted !== null && (
              <div className="agenda-meta">
                <TimeBar share={topic.minutesAllotted / longest} />
                <span className="agenda-minutes num">
                  {t("room.minutes", { minutes: topic.minutesAllotted })}
                </span>
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface SlipsProps {
  topic: CanonicalRecord["topics"][number];
  resolutions: readonly Resolution[];
  /** The page stays like this, so that what was decided is entered here. */
  stays: boolean;
}

function StillSlips({ topic, resolutions, stays }: SlipsProps) {
  const { conducts, reserving, reservations } = useFacts();
  const decides = stays && conducts && isDecided(topic.kind);
  const reserves = stays && isDecided(topic.kind) && reserving.length + reservations.length > 0;
  if (resolutions.length === 0 && !decides && !reserves) return null;
  return (
    <section className="slips-of">
      <p className="pane-note">{topic.title}</p>
      {decides && <RoomOutcomeForm topicId={topic.id} />}
      <div className="slips">
        {resolutions.map((resolution, at) => (
          <ResolutionFacts key={resolution.id} resolution={resolution} ordinal={at + 1} />
        ))}
      </div>
      {reserves && <RoomReservations topicId={topic.id} />}
    </section>
  );
}

/** The record as it was last written down: complete without script, and while the live one is on its way. */
export function RoomStill({ connecting }: { connecting?: boolean }) {
  const { record, outcomes } = useFacts();
  const { t } = useTranslation();
  const topics = (record ?? nothing).topics.filter((topic) => !topic.withdrawn);
  const resolutions = (record ?? nothing).resolutions.filter((one) => !one.withdrawn);
  const undecided = topics.filter(
    (topic) => isDecided(topic.kind) && !outcomes.some((one) => one.topicId === topic.id),
  ).length;
  const current = record?.session.currentTopicId ?? null;
  const shown = current ?? topics[0]?.id;
  return (
    <RoomFrame
      pane={connecting ? "record" : undefined}
      onPane={connecting ? () => undefined : undefined}
      head={
        <RoomHead undecided={undecided}>
          <p className="room-saved tag tone-neutral">
            {connecting ? t("room.saved.connecting") : t("room.still")}
          </p>
        </RoomHead>
      }
      agenda={<StillAgenda topics={topics} current={current} />}
      record={
        <div className="sheet">
          {topics.length === 0 && <p className="muted">{t("room.noTopics")}</p>}
          {topics.map((topic, at) => (
            <article
              key={topic.id}
              className="topic"
              id={`topic-${topic.id}`}
              data-open={connecting && topic.id === shown ? "" : undefined}
            >
              <header className="topic-head">
                <TopicHeading topic={topic} ordinal={at + 1} />
              </header>
              {isEmptyNote(topic.notes) ? (
                <p className="notes notes-empty">{t("room.notes.none")}</p>
              ) : (
                <ReadOnlyNotes note={topic.notes} />
              )}
              <ResolutionLines resolutions={resolutions.filter((one) => one.topicId === topic.id)} />
            </article>
          ))}
        </div>
      }
      resolutions={
        <>
          <h2 className="pane-head">{t("room.pane.resolutions")}</h2>
          {topics
            .filter((topic) => !connecting || topic.id === shown)
            .map((topic) => (
              <StillSlips
                key={topic.id}
                topic={topic}
                stays={!connecting}
                resolutions={resolutions.filter((one) => one.topicId === topic.id)}
              />
            ))}
        </>
      }
    />
  );
}
