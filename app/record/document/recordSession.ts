import type * as Y from "yjs";
import { readId, readInstant } from "./readValues";
import { changeRecord, sessionOf } from "./shape";

/** The clock of the current topic. */
export interface Timer {
  topicId: string | null;
  /** Instant since which it runs, null while it stands still. */
  startedAt: string | null;
  /** Seconds gathered before `startedAt`. */
  elapsedSeconds: number;
}

/** What everybody in the room is looking at. */
export interface RecordSession {
  currentTopicId: string | null;
  timer: Timer;
}

const stopped: Timer = { topicId: null, startedAt: null, elapsedSeconds: 0 };

function readTimer(value: unknown): Timer {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return stopped;
  const { topicId, startedAt, elapsedSeconds } = value as Record<string, unknown>;
  const elapsed = typeof elapsedSeconds === "number" && elapsedSeconds >= 0 && elapsedSeconds < 864_000;
  return {
    topicId: readId(topicId),
    startedAt: readInstant(startedAt),
    elapsedSeconds: elapsed ? Math.floor(elapsedSeconds) : 0,
  };
}

/** Reads which topic the room is at, and the clock; whatever is in the document, it gives values that hold. */
export function readSession(document: Y.Doc): RecordSession {
  const session = sessionOf(document);
  return { currentTopicId: readId(session.get("currentTopicId")), timer: readTimer(session.get("timer")) };
}

/** Counts the seconds on the clock at `now`. */
export function timerSeconds(timer: Timer, now: Date): number {
  if (!timer.startedAt) return timer.elapsedSeconds;
  const running = Math.floor((now.getTime() - Date.parse(timer.startedAt)) / 1000);
  return timer.elapsedSeconds + Math.max(0, running);
}

/** Turns to a topic, or to none. The clock is left as it is. */
export function setCurrentTopic(document: Y.Doc, topicId: string | null): void {
  changeRecord(document, () => sessionOf(document).set("currentTopicId", topicId));
}

// One plain value: of two people pressing at once the later press counts, never half of each.
function setTimer(document: Y.Doc, timer: Timer): void {
  changeRecord(document, () => sessionOf(document).set("timer", { ...timer }));
}

/** Starts the clock for a topic; goes on from where it stood when it is the same one. */
export function startTimer(document: Y.Doc, topicId: string, now: Date): void {
  const { timer } = readSession(document);
  if (timer.topicId === topicId && timer.startedAt) return;
  const elapsedSeconds = timer.topicId === topicId ? timer.elapsedSeconds : 0;
  setTimer(document, { topicId, startedAt: now.toISOString(), elapsedSeconds });
}

/** Stops the clock and keeps what it shows. */
export function pauseTimer(document: Y.Doc, now: Date): void {
  const { timer } = readSession(document);
  if (!timer.startedAt) return;
  setTimer(document, { ...timer, startedAt: null, elapsedSeconds: timerSeconds(timer, now) });
}
