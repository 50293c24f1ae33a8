import { afterAll, beforeAll } from "vitest";
import * as Y from "yjs";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { editRecord, liveRooms } from "~/record/live/liveRooms.server";
import type { Jobs } from "~server/jobs/jobs";
import type { Live } from "~server/live/entrance/start";
import { type Engine, startEngine } from "./engine";
import { mustSucceed } from "./result";

/** The live rooms and the jobs for use cases, without anybody connected. */
export interface LiveForTests {
  readonly jobs: Jobs;
  readonly live: Live;
  /** What the clock of rooms and jobs shows; left out, the machine's time. */
  setClock(instant: string | undefined): void;
  /** Stops it as a killed process would, and starts another one on the same database. */
  restart(): void;
}

/** Gives the calling test file running live rooms and jobs; use it after `withDatabase`. */
export function withLive(): LiveForTests {
  let engine: Engine;
  let clock: string | undefined;
  const start = () => {
    engine = startEngine(() => (clock ? new Date(clock) : new Date()));
  };
  beforeAll(start);
  afterAll(() => engine.abandon());
  return {
    get jobs() {
      return engine.jobs;
    },
    get live() {
      return engine.live;
    },
    setClock(instant) {
      clock = instant;
    },
    restart() {
      engine.abandon();
      start();
    },
  };
}

/** A day's record as it stands, for reading. */
export async function recordOfDay(month: string): Promise<Y.Doc> {
  const { state } = await liveRooms().snapshot(liveRoomName(month));
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  return document;
}

/** Edits a day's record as a person in the room would. */
export async function writeInRoom(
  author: { personId: string; postId: string },
  month: string,
  edit: (document: Y.Doc) => void,
): Promise<void> {
  mustSucceed(await editRecord(liveRoomName(month), author, edit));
}

/** What somebody writes without the record getting it: the edits as one update. */
export async function unsentEdits(month: string, edit: (document: Y.Doc) => void): Promise<Uint8Array> {
  const document = await recordOfDay(month);
  const before = Y.encodeStateVector(document);
  edit(document);
  return Y.encodeStateAsUpdate(document, before);
}
