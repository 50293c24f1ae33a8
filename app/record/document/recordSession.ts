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

// Each topic has a key of its own, so that what one of them took is never lost by a change of another.
const spentOn = (topicId: string) => `spent/${topicId}`;

function readSpent(document: Y.Doc, topicId: string): number {
  const spent = sessionOf(document).get(spentOn(topicId));
  return typeof spent === "number" && spent >= 0 && spent < 864_000 ? Math.floor(spent) : 0;
}

/** Counts the seconds that a topic has been on by `now`, over all its turns. */
export function topicSeconds(document: Y.Doc, topicId: string, now: Date): number {
  const { timer } = readSession(document);
  return timer.topicId === topicId ? timerSeconds(timer, now) : readSpent(document, topicId);
}

/** Starts the clock for a topic; goes on from where it stood for it. What the topic before took is kept. */
export function startTimer(document: Y.Doc, topicId: string, now: Date): void {
  const { timer } = readSession(document);
  if (timer.topicId === topicId && timer.startedAt) return;
  const elapsedSeconds = topicSeconds(document, topicId, now);
  changeRecord(document, () => {
    if (timer.topicId && timer.topicId !== topicId)
      sessionOf(document).set(spentOn(timer.topicId), timerSeconds(timer, now));
    setTimer(document, { topicId, startedAt: now.toISOString(), elapsedSeconds });
  });
}

/** Stops the clock and keeps what it shows. */
export function pauseTimer(document: Y.Doc, now: Date): void {
  const { timer } = readSession(document);
  if (!timer.startedAt) return;
  setTimer(document, { ...timer, startedAt: null, elapsedSeconds: timerSeconds(timer, now) });
}

/** A turn of the whole room, with all that is needed to take it back. */
export interface Turn {
  from: string | null;
  to: string;
  /** When it was made: UTC instant. */
  at: string;
  /** The clock as it was before, and what the topic turned to had taken by then. */
  timer: Timer;
  spent: number;
}

/** Turns the whole room to a topic and starts its clock. */
export function turnTo(document: Y.Doc, topicId: string, now: Date): void {
  const { currentTopicId, timer } = readSession(document);
  if (currentTopicId === topicId) {
    startTimer(document, topicId, now);
    return;
  }
  const spent = topicSeconds(document, topicId, now);
  const turn: Turn = { from: currentTopicId, to: topicId, at: now.toISOString(), timer, spent };
  changeRecord(document, () => {
    sessionOf(document).set("turn", { ...turn, timer: { ...timer } });
    setCurrentTopic(document, topicId);
    startTimer(document, topicId, now);
  });
}

/** Reads the last turn, where the room is still where it led; null where there is none to take back. */
export function readTurn(document: Y.Doc): Turn | null {
  const value = sessionOf(document).get("turn");
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { from, to, at, timer, spent } = value as Record<string, unknown>;
  const [toId, when] = [readId(to), readInstant(at)];
  if (!toId || !when || toId !== readSession(document).currentTopicId) return null;
  const before = typeof spent === "number" && spent >= 0 ? Math.floor(spent) : 0;
  return { from: readId(from), to: toId, at: when, timer: readTimer(timer), spent: before };
}

/**
 * Takes the last turn back: the room is where it was before, and the time since counts for that topic, as if nobody had
 * turned.
 */
export function undoTurn(document: Y.Doc): void {
  const turn = readTurn(document);
  if (!turn) return;
  changeRecord(document, () => {
    sessionOf(document).set(spentOn(turn.to), turn.spent);
    setTimer(document, turn.timer);
    setCurrentTopic(document, turn.from);
    sessionOf(document).set("turn", null);
  });
}

/** Calls everybody to the topic the room is on. */
export function callEverybody(document: Y.Doc, now: Date): void {
  changeRecord(document, () => sessionOf(document).set("calledAt", now.toISOString()));
}

/** When everybody was called last; null where nobody was. */
export function readCall(document: Y.Doc): string | null {
  return readInstant(sessionOf(document).get("calledAt"));
}
