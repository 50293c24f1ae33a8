import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { notesOf } from "~/record/document/record";
import { writeLine } from "../../builders/notes";
import { enterRoom, type SignedInClient } from "../../builders/signedInClient";

/** What a typist writes: never the same twice. */
export const typedMarks = /ty\d+n\d+x/g;

interface Waiting {
  mark: string;
  /** Of the typist's document, once the mark is in it. */
  clock: number;
}

/** Somebody in a live room whose every word is known, and whether the server has acknowledged it. */
export class Typist {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  #client: SignedInClient | undefined;
  #waiting: Waiting[] = [];
  #count = 0;

  constructor(
    readonly room: { origin: string; month: string; topicId: string },
    /** Of their sign-in. */
    readonly token: string,
    readonly number: number,
  ) {
    this.#enter();
  }

  /** Writes a line, also while the server is away; nothing before the record was there. */
  type(): void {
    const { document, provider } = this.#client!;
    if (!this.#count && !provider.synced) return;
    const mark = `ty${this.number}n${this.#count++}x`;
    this.sent.add(mark);
    this.#waiting.push({ mark, clock: Number.POSITIVE_INFINITY });
    const waiting = this.#waiting.at(-1)!;
    writeLine(document, this.room.topicId, mark);
    waiting.clock = Y.getState(document.store, document.clientID);
  }

  /** How many words wait to be acknowledged. */
  get unacknowledged(): number {
    return this.#waiting.length;
  }

  /** Switches the machine off: what was not acknowledged is nobody's any more. Another one is switched on. */
  switchOff(): void {
    this.leave();
    this.#waiting = [];
    this.#enter();
  }

  leave(): void {
    this.#client?.leave();
    this.#client = undefined;
  }

  #enter(): void {
    const { origin, month } = this.room;
    const client = enterRoom(origin, month, this.token);
    this.#client = client;
    client.provider.on("status", ({ status }: { status: string }) => {
      if (status !== "connected") return;
      const socket = client.provider.ws as unknown as { addEventListener(type: string, on: unknown): void };
      socket.addEventListener("message", ({ data }: { data: ArrayBuffer }) =>
        this.#heard(new Uint8Array(data), client.document.clientID),
      );
    });
  }

  /** An echo comes once an edit is stored, and so does the server's word on what it has. */
  #heard(frame: Uint8Array, clientID: number): void {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== 0) return;
    const isQuestion = decoding.readVarUint(decoder) === 0;
    const bytes = decoding.readVarUint8Array(decoder);
    const stored = isQuestion ? Y.decodeStateVector(bytes) : Y.parseUpdateMeta(bytes).to;
    const clock = stored.get(clientID) ?? 0;
    for (const { mark } of this.#waiting.filter((one) => one.clock <= clock)) this.acknowledged.add(mark);
    this.#waiting = this.#waiting.filter((one) => one.clock > clock);
  }
}

/** Reads the words of a topic as somebody sees them who comes in now. */
export async function readTopic(room: Typist["room"], token: string): Promise<string> {
  const client = enterRoom(room.origin, room.month, token);
  try {
    await client.synced;
    return notesOf(client.document, room.topicId).toString();
  } finally {
    client.leave();
  }
}
