import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Sender } from "ws";
import type { Malformation, Reading } from "../malformation";

// The y-websocket wire format: a message type, then its body. y-protocols/sync would apply what it reads
// to a document at once; here reading and applying are apart, because applying waits for the commit.
const sync = 0;
const awareness = 1;
const queryAwareness = 3;
const step1 = 0;
const step2 = 1;
const update = 2;

/** One message of a client. */
export type ClientMessage =
  | { kind: "stateVector"; stateVector: Uint8Array }
  | { kind: "update"; update: Uint8Array; step2: boolean }
  | { kind: "presence"; entries: Uint8Array }
  | { kind: "presenceQuery" };

/** What can be wrong with a frame. */
export type FrameFault = Extract<
  Malformation,
  "unreadableFrame" | "tooManyMessages" | "unknownMessage" | "unknownSyncStep"
>;

/** What can be wrong with the entries of a presence message. */
export type PresenceFault = Extract<Malformation, "unreadablePresence" | "tooManyPresent">;

/** Reads the messages of a frame: all of them, at most `most`, or what is wrong with it. */
export function readFrame(frame: Uint8Array, most: number): Reading<ClientMessage[], FrameFault> {
  return reading(frame, "unreadableFrame", (decoder) => {
    const messages: ClientMessage[] = [];
    do {
      if (messages.length === most) return wrong("tooManyMessages");
      const read = readMessage(decoder);
      if (!read.ok) return read;
      messages.push(read.value);
    } while (decoding.hasContent(decoder));
    return right(messages);
  });
}

const right = <Value>(value: Value) => ({ ok: true, value }) as const;
const wrong = <Fault extends Malformation>(fault: Fault) => ({ ok: false, fault }) as const;

/** Lets `read` decode bytes; what ends too early, or lies beyond their end, is `unreadable`. */
function reading<Value, Fault extends Malformation>(
  bytes: Uint8Array,
  unreadable: Fault,
  read: (decoder: decoding.Decoder) => Reading<Value, Fault>,
): Reading<Value, Fault> {
  const decoder = decoding.createDecoder(bytes);
  try {
    const found = read(decoder);
    // A length beyond the end is believed as far as the memory behind the bytes goes.
    return decoder.pos > bytes.length ? wrong(unreadable) : found;
  } catch {
    return wrong(unreadable);
  }
}

/** Recognises the question of a client whose document is empty. */
export function asksForAll(frame: Uint8Array): boolean {
  const question = questionFrame(Uint8Array.of(0));
  return frame.length === question.length && frame.every((byte, at) => byte === question[at]);
}

function readMessage(decoder: decoding.Decoder): Reading<ClientMessage, FrameFault> {
  const type = decoding.readVarUint(decoder);
  if (type === awareness) return right({ kind: "presence", entries: decoding.readVarUint8Array(decoder) });
  if (type === queryAwareness) return right({ kind: "presenceQuery" });
  if (type !== sync) return wrong("unknownMessage");
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  if (step === step1) return right({ kind: "stateVector", stateVector: body });
  if (step === step2 || step === update)
    return right({ kind: "update", update: body, step2: step === step2 });
  return wrong("unknownSyncStep");
}

function syncFrame(step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** Asks the client for what the server does not have. */
export function questionFrame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(step1, stateVector);
}

/** Answers a client's question; the stock client is "synced" by it. */
export function answerFrame(missing: Uint8Array): Uint8Array {
  return syncFrame(step2, missing);
}

/** Brings an update. */
export function updateFrame(bytes: Uint8Array): Uint8Array {
  return syncFrame(update, bytes);
}

const binary = 2;

/** Makes a message a whole WebSocket frame, to be written as it is to many sockets. */
export function framed(message: Uint8Array): Buffer {
  const options = { fin: true, opcode: binary, mask: false, readOnly: true, rsv1: false };
  return Buffer.concat(Sender.frame(message, options));
}

/** Presence of one Yjs client; `state` is JSON, `null` when it left. */
export interface PresenceEntry {
  client: number;
  clock: number;
  state: string;
}

/** Tells of the presence of some clients. */
export function presenceFrame(entries: PresenceEntry[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** Reads the entries of a presence message: all of them, at most `most`, or what is wrong with them. */
export function readPresence(entries: Uint8Array, most: number): Reading<PresenceEntry[], PresenceFault> {
  return reading(entries, "unreadablePresence", (decoder) => {
    const count = decoding.readVarUint(decoder);
    if (count > most) return wrong("tooManyPresent");
    const read: PresenceEntry[] = [];
    for (let at = 0; at < count; at++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      read.push({ client, clock, state: decoding.readVarString(decoder) });
    }
    return right(read);
  });
}
