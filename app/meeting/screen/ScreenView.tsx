import type { ReactNode, RefObject } from "react";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { useFacts, useUnitName } from "~/meeting/room/RoomFacts";
import { outcomeTone } from "~/meeting/room/TopicHeading";
import type { NoteNode } from "~/record/document/noteSchema";
import type { Resolution, Topic } from "~/record/document/record";
import { isEmptyNote, ReadOnlyNotes } from "~/record/editor/ReadOnlyNotes";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import { useHydrated } from "~/ui/useHydrated";
import { CalledOnScreen, useCalled } from "./CalledOnScreen";
import "./screen.css";

function FullScreen() {
  const { t } = useTranslation();
  if (!useHydrated()) return null;
  return (
    <Button
      type="button"
      variant="quiet"
      size="small"
      className="screen-full"
      onClick={() =>
        document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
      }
    >
      {t("room.screen.full")}
    </Button>
  );
}

function Slip({ resolution, ordinal }: { resolution: Resolution; ordinal: number }) {
  const { t } = useTranslation();
  const { date } = useFacts();
  const unitName = useUnitName();
  const { text, leadUnitId, assistingUnitIds, dueDate } = resolution;
  const assisting = assistingUnitIds.map(unitName).filter(Boolean).join(t("room.comma"));
  return (
    <li className="screen-slip">
      <p className="screen-text">
        <span className="num">{ordinal}</span>
        {text || <span className="muted">{t("room.screen.writing")}</span>}
      </p>
      <p className="screen-who">
        {leadUnitId && <strong>{unitName(leadUnitId)}</strong>}
        {assisting && <span>{t("room.screen.assisting", { names: assisting })}</span>}
        {dueDate && <DateText value={dueDate} now={`${date}T04:00:00Z`} />}
      </p>
    </li>
  );
}

/** Props of {@link ScreenView}. */
export interface ScreenViewProps {
  topics: readonly Topic[];
  /** Which of them the room is on. */
  at: number;
  note: NoteNode | null;
  resolutions: readonly Resolution[];
  clock?: ReactNode;
  /** What to say when the connection is gone. */
  lost?: string | null;
  /** The box in which the words move up as more are written. */
  words?: RefObject<HTMLDivElement>;
}

/** What the hall sees: the current topic, its words in large type, its resolutions. */
export function ScreenView({ topics, at, note, resolutions, clock, lost, words }: ScreenViewProps) {
  const facts = useFacts();
  const { host, outcomes } = facts;
  const meetingName = useMeetingName();
  const { t, i18n } = useTranslation();
  const topic = topics[at];
  const next = topics[at + 1];
  const called = useCalled();
  const outcome = outcomes.find((one) => one.topicId === topic?.id)?.outcome;
  return (
    <main className="screen">
      <header className="screen-head">
        <p>
          {meetingName(facts)} <span className="muted">{named(host, i18n.language)}</span>
        </p>
        {lost && <StateTag tone="warn">{lost}</StateTag>}
        <div className="screen-clock">{clock}</div>
        <FullScreen />
      </header>
      {topic?.kind === "lookBack" && called.task ? (
        <CalledOnScreen task={called.task} now={called.now} />
      ) : topic ? (
        <>
          <div className="screen-topic">
            <p className="screen-count num">{t("room.screen.count", { at: at + 1, count: topics.length })}</p>
            <h1>{topic.title}</h1>
            {outcome && <StateTag tone={outcomeTone[outcome]}>{t(`room.outcome.${outcome}`)}</StateTag>}
          </div>
          <div className="screen-body" data-resolved={resolutions.length > 0 ? "" : undefined}>
            <div className="screen-words" ref={words}>
              {note && !isEmptyNote(note) && <ReadOnlyNotes note={note} />}
            </div>
            {resolutions.length > 0 && (
              <section className="screen-resolutions" aria-label={t("room.pane.resolutions")}>
                <h2>{t("room.pane.resolutions")}</h2>
                <ol>
                  {resolutions.map((resolution, place) => (
                    <Slip key={resolution.id} resolution={resolution} ordinal={place + 1} />
                  ))}
                </ol>
              </section>
            )}
          </div>
        </>
      ) : (
        <p className="screen-topic">{t("room.noTopics")}</p>
      )}
      <footer className="screen-foot">
        {next && t("room.screen.next", { number: at + 2, title: next.title })}
      </footer>
    </main>
  );
}
