import { createServer } from "node:http";
import { afterAll, beforeAll } from "vitest";
import * as Y from "yjs";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { editRecord, liveRooms } from "~/record/live/liveRooms.server";
import { type Live, startLive } from "~server/live/start";
import { mustSucceed } from "./result";

/** The live engine for use cases, without anybody connected. */
export interface LiveForTests {
  /** Stops it as a killed process would, and starts another one on the same database. */
  restart(): void;
}

/** Gives the calling test file a running live engine; use it after `withDatabase`. */
export function withLive(): LiveForTests {
  let live: Live;
  const start = () => {
    const silent = () => undefined;
    live = startLive({
      httpServer: createServer(),
      admission: {
        admit: async () => ({ ok: false, code: 4401 }),
        recheck: async () => "none",
      },
      now: () => new Date(),
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
  };
  beforeAll(start);
  afterAll(() => live.abandon());
  return {
    restart() {
      live.abandon();
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
