import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import type { Writer } from "~/meeting/conduct/permission";
import type { Admitted, LivePerson, LiveRight } from "../admission";
import { asBytes } from "../bytes";
import type { Engine } from "../engine";
import type { Malformation } from "../malformation";
import { TokenBucket } from "../tokenBucket";
import { type CloseReason, closeCodes } from "./closeCodes";
import type { LoadingConnection } from "./earlyAnswer";
import type { Present } from "./presence";
import { asksForAll, type ClientMessage, readFrame } from "./protocol";

/** Takes a connection's messages: the room it has entered. */
export interface ConnectionOwner {
  receive(connection: Connection, message: ClientMessage): void;
  leave(connection: Connection): void;
}

// A peer that does not answer our close frame is cut off.
const closingTime = 3_000;

/**
 * One admitted socket. Frames wait in a bounded queue while the connection is held: while its room loads
 * and while its right is being asked for again.
 */
export class Connection implements Present, LoadingConnection {
  readonly person: LivePerson;
  readonly session: string;
  right: LiveRight;
  /** As what they write; null for readers. */
  writer: Writer | null;
  /** True once the client has been answered, so that updates make sense to it. */
  answered = false;
  /** True once the client has answered what the server lacks. */
  hasAnswered = false;
  #holds = 1;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #draining = false;
  #closing = false;
  #frames: TokenBucket;
  #bytes: TokenBucket;
  #questions: TokenBucket;
  /** Unsent bytes that are the answer to its own question, not slowness. */
  #allowance = 0;
  #alive = true;

  constructor(
    readonly socket: WebSocket,
    /** What `socket` writes to; without compression each of its frames is written in one go. */
    readonly stream: Duplex,
    readonly admitted: Admitted,
    readonly owner: ConnectionOwner,
    readonly engine: Engine,
  ) {
    this.person = admitted.person;
    this.session = admitted.session;
    this.right = admitted.right;
    this.writer = admitted.writer;
    const { limits } = engine;
    const at = performance.now();
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.frameBurst, at);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, at);
    this.#questions = new TokenBucket(limits.questionsPerSecond, limits.questionBurst, at);
    socket.on("message", (data, isBinary) => this.#onFrame(data, isBinary));
    socket.on("pong", () => {
      this.#alive = true;
    });
    socket.on("error", (error) =>
      engine.log.debug({ err: error, person: this.person.personId }, "live socket error"),
    );
    socket.on("close", (code) => this.#onClosed(code));
  }

  get closing(): boolean {
    return this.#closing;
  }

  /** True while the client has said nothing that waits for an answer. */
  get silent(): boolean {
    return !this.answered && this.#waiting.length === 0;
  }

  get bufferedBytes(): number {
    return this.socket.bufferedAmount;
  }

  #onFrame(data: RawData, isBinary: boolean): void {
    if (this.#closing) return;
    const frame = asBytes(data as Buffer);
    const { counters } = this.engine;
    counters.framesIn += 1;
    counters.bytesIn += frame.length;
    const at = performance.now();
    const within = this.#frames.take(1, at) && this.#bytes.take(frame.length, at);
    if (!isBinary) this.refuseMalformed("textFrame");
    else if (!within) this.close("tooFast");
    else if (this.#holds > 0 || this.#draining) this.#wait(frame);
    else this.#handle(frame);
  }

  #wait(frame: Uint8Array): void {
    const { waitingFrames, waitingBytes } = this.engine.limits;
    this.#waiting.push(frame);
    this.#waitingBytes += frame.length;
    if (this.#waiting.length > waitingFrames || this.#waitingBytes > waitingBytes) this.close("overloaded");
  }

  #handle(frame: Uint8Array): void {
    const read = readFrame(frame, this.engine.limits.frameMessages);
    if (!read.ok) {
      this.refuseMalformed(read.fault);
      return;
    }
    try {
      for (const message of read.value) {
        if (this.#closing) return;
        if (this.#mayAsk(message)) this.owner.receive(this, message);
        else this.close("tooFast");
      }
    } catch (error) {
      // A defect of ours: it must not end the process, and the client brings its edits again.
      this.engine.log.error({ err: error, person: this.person.personId }, "live message failed");
      this.close("overloaded");
    }
  }

  // A few bytes of question cost the server the whole document, or everybody's presence.
  #mayAsk(message: ClientMessage): boolean {
    const asks = message.kind === "stateVector" || message.kind === "presenceQuery";
    return !asks || this.#questions.take(1, performance.now());
  }

  /** Closes for bytes that no client of ours sends. */
  refuseMalformed(reason: Malformation): void {
    this.engine.counters.malformed[reason] += 1;
    this.engine.log.warn({ person: this.person.personId, reason }, "malformed live message");
    this.close("malformed");
  }

  /** Lets frames wait until `release`; may be nested. A new connection is held once. */
  hold(): void {
    this.#holds += 1;
  }

  /** Ends one hold; after the last one, what waits is handled in order. */
  release(): void {
    this.#holds -= 1;
    this.#draining = true;
    while (this.#holds === 0 && this.#waiting.length > 0 && !this.#closing) {
      const frame = this.#waiting.shift() as Uint8Array;
      this.#waitingBytes -= frame.length;
      this.#handle(frame);
    }
    this.#draining = false;
  }

  /** While its room is loading: answers the question that a client with an empty document has waiting. */
  answerEarly(answer: Uint8Array): void {
    const [first] = this.#waiting;
    if (this.#holds > 1 || this.#closing || this.answered || !first || !asksForAll(first)) return;
    this.#waiting.shift();
    this.#waitingBytes -= first.length;
    this.sendAnswer(answer);
  }

  /** Sends unless the connection is closing; closes a reader that is too slow. */
  send(message: Uint8Array): void {
    if (this.#takes(message.length)) this.socket.send(message);
  }

  /** Does the same for one of many to whom the message goes: `ws` would frame it for each and write it in two. */
  sendFramed(frame: Buffer): void {
    if (this.#takes(frame.length)) this.stream.write(frame);
  }

  #takes(bytes: number): boolean {
    if (this.#closing || this.socket.readyState !== this.socket.OPEN) return false;
    if (this.socket.bufferedAmount > this.engine.limits.bufferedBytes + this.#allowance) {
      this.close("slowReader");
      return false;
    }
    const { counters } = this.engine;
    counters.framesOut += 1;
    counters.bytesOut += bytes;
    return true;
  }

  /** Sends the answer to the client's own question, however long it is. */
  sendAnswer(frame: Uint8Array): void {
    this.#allowance = frame.length;
    this.send(frame);
    this.answered = true;
  }

  /** Asks for a sign of life; cuts off a peer that did not answer the last time. */
  heartbeat(): void {
    if (!this.#alive) this.socket.terminate();
    else {
      this.#alive = false;
      this.socket.ping();
    }
  }

  /** Closes with the code of the reason; what comes in afterwards is not heard. */
  close(reason: CloseReason): void {
    if (this.#closing) return;
    this.#closing = true;
    const code = closeCodes[reason];
    const { closed } = this.engine.counters;
    closed[code] = (closed[code] ?? 0) + 1;
    this.socket.close(code, reason);
    this.#cutOffLater();
    this.#gone();
  }

  #cutOffLater(): void {
    const timer = setTimeout(() => this.socket.terminate(), closingTime);
    timer.unref();
    this.socket.once("close", () => clearTimeout(timer));
  }

  #onClosed(code: number): void {
    if (this.#closing) return;
    this.#closing = true;
    this.engine.log.debug({ person: this.person.personId, code }, "live connection closed");
    this.#gone();
  }

  #gone(): void {
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.owner.leave(this);
  }
}
