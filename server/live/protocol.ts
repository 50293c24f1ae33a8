import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Sender } from "ws";

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

/** The frame is not what a y-websocket client sends. */
export class MalformedFrame extends Error {}

/** Reads the messages of a frame. Throws MalformedFrame, also for more than `most` messages. */
export function readFrame(frame: Uint8Array, most: number): ClientMessage[] {
  try {
    const decoder = decoding.createDecoder(frame);
    const messages: ClientMessage[] = [];
    do {
      if (messages.length === most) throw new MalformedFrame(`more than ${most} messages`);
      messages.push(readMessage(decoder));
    } while (decoding.hasContent(decoder));
    return messages;
  } catch (error) {
    throw new MalformedFrame("unreadable frame", { cause: error });
  }
}

/** Recognises the question of a client whose document is empty. */
export function asksForAll(frame: Uint8Array): boolean {
  const question = questionFrame(Uint8Array.of(0));
  return frame.length === question.length && frame.every((byte, at) => byte === question[at]);
}

function readMessage(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  if (type === awareness) return { kind: "presence", entries: decoding.readVarUint8Array(decoder) };
  if (type === queryAwareness) return { kind: "presenceQuery" };
  if (type !== sync) throw new MalformedFrame(`message type ${type}`);
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  if (step === step1) return { kind: "stateVector", stateVector: body };
  if (step === step2 || step === update) return { kind: "update", update: body, step2: step === step2 };
  throw new MalformedFrame(`sync step ${step}`);
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

/** Reads the entries of a presence message. Throws MalformedFrame, also for more than `most` entries. */
export function readPresence(entries: Uint8Array, most: number): PresenceEntry[] {
  try {
    const decoder = decoding.createDecoder(entries);
    const count = decoding.readVarUint(decoder);
    if (count > most) throw new MalformedFrame(`more than ${most} entries`);
    const read: PresenceEntry[] = [];
    for (let at = 0; at < count; at++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      read.push({ client, clock, state: decoding.readVarString(decoder) });
    }
    return read;
  } catch (error) {
    throw new MalformedFrame("unreadable presence", { cause: error });
  }
}
