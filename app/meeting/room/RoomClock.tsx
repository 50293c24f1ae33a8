import { useEffect, useState } from "react";
import { clockTime } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { pauseTimer, readSession, startTimer, topicById, topicSeconds } from "~/record/document/record";
import { useLive, useRecord } from "~/record/live/LiveRecord";
import { Button } from "~/ui/Button";
import { useFacts } from "./RoomFacts";
import { useMayWrite } from "./useMayWrite";

/** The moment, anew every second. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Minutes and seconds: "8:05", "75:00". */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The time of day in the district. */
export function TimeOfDay() {
  const now = useNow();
  return <time className="room-time num">{clockTime(now.toISOString())}</time>;
}

/** How long the topic the room is on has taken of its time, over all its turns. */
export function useTimer() {
  const now = useNow();
  const { document } = useLive();
  const { timer, currentTopicId } = useRecord("session", readSession);
  const allotted = useRecord(
    "topics",
    (document) => (currentTopicId ? (topicById(document, currentTopicId)?.minutesAllotted ?? null) : null),
    currentTopicId ?? "",
  );
  const seconds = currentTopicId ? topicSeconds(document, currentTopicId, now) : 0;
  const over = allotted !== null && seconds > allotted * 60;
  const runs = timer.startedAt !== null && timer.topicId === currentTopicId;
  return { currentTopicId, seconds, allotted, over, runs };
}

/** How long each of these topics has taken, anew every second while the clock runs. */
export function useTopicSeconds(): (topicId: string) => number {
  const { document } = useLive();
  const { timer } = useRecord("session", readSession);
  const now = useNow();
  return (topicId) => topicSeconds(document, topicId, timer.startedAt ? now : new Date(0));
}

/** Starts and stops the clock of the current topic; null for who may not. */
export function useToggleClock(): (() => void) | null {
  const { document } = useLive();
  const { stage } = useFacts();
  const sets = useMayWrite()({ kind: "session" });
  if (!sets || stage !== "inSession") return null;
  return () => {
    const { timer, currentTopicId } = readSession(document);
    const runs = timer.startedAt !== null && timer.topicId === currentTopicId;
    if (runs) pauseTimer(document, new Date());
    else if (currentTopicId) startTimer(document, currentTopicId, new Date());
  };
}

/** The clock of the current topic: red and in words when its time is over. */
export function TopicTimer() {
  const { stage } = useFacts();
  const { t } = useTranslation();
  const { currentTopicId, seconds, allotted, over, runs } = useTimer();
  const toggle = useToggleClock();
  if (stage !== "inSession" || !currentTopicId) return null;
  return (
    <span className="room-timer" data-over={over ? "" : undefined}>
      <span className="num" role="timer">
        {clockText(seconds)}
        {allotted !== null && (
          <span className="room-timer-of"> / {t("room.minutes", { minutes: allotted })}</span>
        )}
      </span>
      {over && <strong className="room-timer-over">{t("room.timer.over")}</strong>}
      {toggle && (
        <Button type="button" size="small" variant="quiet" onClick={toggle}>
          {runs ? t("room.timer.pause") : t("room.timer.start")}
        </Button>
      )}
    </span>
  );
}

/** The time that is left for the current topic, for everybody on the wall: past it, how far, in red. */
export function TimeLeft() {
  const { stage } = useFacts();
  const { t } = useTranslation();
  const { currentTopicId, seconds, allotted, over } = useTimer();
  if (stage !== "inSession" || !currentTopicId) return null;
  const left = allotted === null ? seconds : Math.abs(allotted * 60 - seconds);
  const word = allotted === null ? "spent" : over ? "past" : "left";
  return (
    <span className="room-timer" data-over={over ? "" : undefined}>
      <span className="num" role="timer">
        {t(`room.timer.${word}`, { time: clockText(left) })}
      </span>
    </span>
  );
}
