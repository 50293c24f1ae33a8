import { useEffect, useState } from "react";
import { clockTime } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { pauseTimer, readSession, startTimer, timerSeconds, topicById } from "~/record/document/record";
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

/** How long the current topic has taken of its time; null when no clock was started. */
export function useTimer() {
  const now = useNow();
  const { timer, currentTopicId } = useRecord("session", readSession);
  const allotted = useRecord(
    "topics",
    (document) => (timer.topicId ? (topicById(document, timer.topicId)?.minutesAllotted ?? null) : null),
    timer.topicId ?? "",
  );
  const seconds = timerSeconds(timer, now);
  const over = allotted !== null && seconds > allotted * 60;
  return { timer, currentTopicId, seconds, allotted, over, runs: timer.startedAt !== null };
}

/** The clock of the current topic: red and in words when its time is over. */
export function TopicTimer() {
  const { document } = useLive();
  const { stage } = useFacts();
  const sets = useMayWrite()({ kind: "session" });
  const { t } = useTranslation();
  const { timer, currentTopicId, seconds, allotted, over, runs } = useTimer();
  if (stage !== "inSession" || !currentTopicId) return null;
  const shown = timer.topicId === currentTopicId ? seconds : 0;
  return (
    <span className="room-timer" data-over={over ? "" : undefined}>
      <span className="num" role="timer">
        {clockText(shown)}
        {allotted !== null && (
          <span className="room-timer-of"> / {t("room.minutes", { minutes: allotted })}</span>
        )}
      </span>
      {over && <strong className="room-timer-over">{t("room.timer.over")}</strong>}
      {sets && (
        <Button
          type="button"
          size="small"
          variant="quiet"
          onClick={() =>
            runs ? pauseTimer(document, new Date()) : startTimer(document, currentTopicId, new Date())
          }
        >
          {runs ? t("room.timer.pause") : t("room.timer.start")}
        </Button>
      )}
    </span>
  );
}
