import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import { LogFlush } from "~db/sqlite/logFlush";
import { answerFrame, framed, questionFrame, readFrame, updateFrame } from "~server/live/connection/protocol";
import { type Hosted, host, place } from "./host";

const page = 4_096;
const logBytes = 16 * 1024 * 1024;

/** A log whose blocks the disk has already, written over and over: nothing but the flush takes time. */
class BareLog {
  #file: number;
  #flush: LogFlush;
  #at = 0;

  constructor(path: string) {
    this.#file = openSync(`${path}-wal`, "w+");
    this.#flush = new LogFlush(path);
    writeSync(this.#file, Buffer.alloc(logBytes));
    fdatasyncSync(this.#file);
  }

  /** Answers, or resolves, when the disk has them; directly or from another thread, as our own log does. */
  append(updates: Uint8Array[]): void | Promise<void> {
    const bytes = Buffer.concat(updates);
    const length = Math.ceil(bytes.length / page) * page;
    if (this.#at + length > logBytes) this.#at = 0;
    writeSync(this.#file, Buffer.concat([bytes], length), 0, length, this.#at);
    this.#at += length;
    return this.#flush.flush();
  }

  close(): void {
    this.#flush.close();
    closeSync(this.#file);
  }
}

/**
 * Everybody is let in; what comes into a room together is written, flushed and passed on together, in the bytes in
 * which it came. There is no document, no right, no limit and no database.
 */
async function start(): Promise<Hosted> {
  const { folder, port } = place();
  const log = new BareLog(join(folder, "log"));
  const rooms = new Map<string, BareRoom>();
  const httpServer = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  httpServer.on("upgrade", (request, stream, head) => {
    const name = request.url?.split("?")[0] ?? "";
    const room = rooms.get(name) ?? new BareRoom(log);
    rooms.set(name, room);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on("error", () => undefined);
      socket.on("close", () => room.streams.delete(stream));
      socket.on("message", (data: Buffer) => {
        const read = readFrame(data, 1);
        for (const message of read.ok ? read.value : []) {
          if (message.kind === "update" && !message.step2) room.take(message.update);
          if (message.kind !== "stateVector") continue;
          socket.send(answerFrame(room.prepared));
          room.streams.add(stream);
        }
      });
      socket.send(questionFrame(Uint8Array.of(0)));
    });
  });
  await new Promise<void>((resolve) => httpServer.listen(port, "127.0.0.1", resolve));
  return {
    rooms: () => rooms.size,
    async stop() {
      httpServer.closeAllConnections();
      log.close();
    },
  };
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc());

class BareRoom {
  readonly streams = new Set<Duplex>();
  /** What the room is prepared with; who comes later is told no more, and needs no more. */
  prepared = nothing;
  #waiting: Uint8Array[] = [];
  #busy = false;

  constructor(readonly log: BareLog) {}

  take(update: Uint8Array): void {
    if (this.prepared === nothing) this.prepared = update;
    this.#waiting.push(update);
    if (this.#busy) return;
    this.#busy = true;
    setImmediate(() => void this.#show());
  }

  async #show(): Promise<void> {
    while (this.#waiting.length > 0) {
      const updates = this.#waiting;
      this.#waiting = [];
      const flushed = this.log.append(updates);
      if (flushed) await flushed;
      const frames = Buffer.concat(updates.map((update) => framed(updateFrame(update))));
      for (const stream of this.streams) stream.write(frames);
    }
    this.#busy = false;
  }
}

host(start());
