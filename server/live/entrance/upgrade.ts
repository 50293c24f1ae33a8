import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { editorSchemaVersion } from "~/record/document/editorVersion";
import type { AdmissionAnswer } from "../admission";
import { type CloseReason, closeCodes } from "../connection/closeCodes";
import { Connection } from "../connection/connection";
import type { Room } from "../room/room";
import type { Registry } from "./registry";

const prefix = "/live/";
// Without a word about its epoch, a client is taken to hold what was there before any amendment.
const firstEpoch = 1;
const roomName = /^[a-z0-9][a-z0-9-]{0,63}$/i;

const attempts = 5;

const reasonOf: Record<4401 | 4403 | 4404, CloseReason> = {
  4401: "signedOut",
  4403: "forbidden",
  4404: "missing",
};

/** What a client asks for in the address. */
interface Asked {
  room: string | null;
  /** Version of its editor's schema; null when it did not say. */
  schema: number | null;
  /** Epoch of the document it holds; null when it did not say. */
  epoch: number | null;
}

function readAddress(url: string | undefined): Asked | null {
  // An address with a host of its own is meant for a proxy, and this is none.
  const address = url?.startsWith("/") ? URL.parse(url, "ws://host") : null;
  if (!address?.pathname.startsWith(prefix)) return null;
  const name = address.pathname.slice(prefix.length);
  const whole = (key: string) => {
    const value = address.searchParams.get(key);
    return value === null ? null : /^\d{1,9}$/.test(value) ? Number(value) : -1;
  };
  return { room: roomName.test(name) ? name : null, schema: whole("schema"), epoch: whole("epoch") };
}

/**
 * Accepts live connections at `/live/ROOM`. Whoever is refused is accepted first and then closed with a
 * code: to the stock client an HTTP error means "try again for ever".
 */
export class UpgradeHandler {
  #sockets: WebSocketServer;
  #deciding = 0;
  #closed = false;

  constructor(
    readonly http: Server,
    readonly registry: Registry,
  ) {
    const maxPayload = registry.engine.limits.frameBytes;
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload,
      perMessageDeflate: false,
    });
    http.on("upgrade", this.#onUpgrade);
  }

  /** Lets nobody in any more. */
  close(): void {
    this.#closed = true;
  }

  /** Stops listening altogether. */
  detach(): void {
    this.http.off("upgrade", this.#onUpgrade);
  }

  #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const asked = readAddress(request.url);
    if (!asked) {
      // Somebody else's address; when nobody else listens, nobody would ever answer.
      if (this.http.listenerCount("upgrade") === 1) refuse(socket, "404 Not Found");
      return;
    }
    if (this.#closed || this.#deciding >= this.registry.engine.limits.admissions) {
      refuse(socket, "503 Service Unavailable");
      return;
    }
    this.#deciding += 1;
    // Until it is a WebSocket, an error on the socket would end the process.
    const onError = () => socket.destroy();
    socket.on("error", onError);
    void this.#decide(request, asked).then((decision) => {
      this.#deciding -= 1;
      if (socket.destroyed) return;
      socket.off("error", onError);
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) =>
        this.#open(webSocket, socket, decision),
      );
    });
  };

  async #decide(request: IncomingMessage, asked: Asked): Promise<Decision> {
    const { engine } = this.registry;
    if (!asked.room) return "missing";
    try {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const { count } = this.registry.accessReview;
        const decision = await this.#decideOnce(request, asked, asked.room);
        // Rights that changed while this was being decided were reviewed without this connection.
        if (count === this.registry.accessReview.count) return decision;
      }
      return "overloaded";
    } catch (error) {
      engine.log.error({ err: error, room: asked.room }, "live admission failed");
      return "overloaded";
    }
  }

  async #decideOnce(request: IncomingMessage, asked: Asked, room: string): Promise<Decision> {
    const answer = await this.registry.admission.admit(request, room, asked.epoch ?? firstEpoch);
    if (!answer.ok) return reasonOf[answer.code];
    if (asked.schema !== null && asked.schema !== editorSchemaVersion) return "oldSchema";
    return { answer, room, epoch: await this.#epochFor(room, asked.epoch) };
  }

  /** Answers the epoch to serve; a negative one is refused. A client of an older epoch may hand over late edits. */
  async #epochFor(room: string, asked: number | null): Promise<number> {
    const current = await this.registry.pool.epochOf(room);
    const epoch = asked ?? firstEpoch;
    return epoch >= 1 && epoch <= current ? epoch : -1;
  }

  #open(webSocket: WebSocket, stream: Duplex, decision: Decision): void {
    const { counters } = this.registry.engine;
    counters.accepted += 1;
    const room = typeof decision === "string" ? decision : this.#roomFor(decision);
    if (typeof room === "string" || typeof decision === "string") {
      const reason = typeof room === "string" ? room : "overloaded";
      const code = closeCodes[reason];
      counters.closed[code] = (counters.closed[code] ?? 0) + 1;
      webSocket.on("error", () => undefined);
      webSocket.close(code, reason);
      setTimeout(() => webSocket.terminate(), 3_000).unref();
      return;
    }
    room.enter(new Connection(webSocket, stream, decision.answer, room, this.registry.engine));
  }

  #roomFor(decision: Exclude<Decision, string>): Room | CloseReason {
    const { limits } = this.registry.engine;
    if (this.#closed) return "restarting";
    if (decision.epoch < 0) return "oldEpoch";
    const room = this.registry.pool.find(decision.room, decision.epoch);
    if (!room || room.connections.size >= limits.connectionsPerRoom) return "overloaded";
    let own = 0;
    for (const { person } of room.connections)
      if (person.personId === decision.answer.person.personId) own += 1;
    return own >= limits.connectionsPerPerson ? "overloaded" : room;
  }
}

type Decision = CloseReason | { answer: Extract<AdmissionAnswer, { ok: true }>; room: string; epoch: number };

function refuse(socket: Duplex, status: string): void {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
