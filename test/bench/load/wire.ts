import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { ContestantName } from "../contestant";

/** A message of a server, as far as the load generator cares. */
export type Received =
  | { kind: "question" | "answer" | "update"; bytes: Uint8Array }
  | { kind: "saved" | "other"; bytes: null };

/** How a contestant's client speaks. */
export interface Wire {
  /** Address of the room. */
  path(room: string, who: string): string;
  /** What a client with an empty document says first. */
  hello(room: string): Uint8Array[];
  update(room: string, bytes: Uint8Array): Uint8Array;
  /** The answer to the server's question of a client that has nothing. */
  nothing(room: string): Uint8Array;
  read(frame: Uint8Array): Received;
}

const other: Received = { kind: "other", bytes: null };
const saved: Received = { kind: "saved", bytes: null };
const emptyVector = Uint8Array.of(0);
const emptyUpdate = Uint8Array.of(0, 0);
const step = { question: 0, answer: 1, update: 2 };

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function syncFrame(room: string | null, kind: number, bytes: Uint8Array): Uint8Array {
  return frame((encoder) => {
    if (room !== null) encoding.writeVarString(encoder, room);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

function readSync(decoder: decoding.Decoder): Received {
  const kind = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (kind === step.question) return { kind: "question", bytes };
  return { kind: kind === step.answer ? "answer" : "update", bytes };
}

/** The protocol of the y-websocket client; ours and that of `@y/websocket-server`. */
function yWebsocket(prefix: string): Wire {
  return {
    path: (room, who) => `${prefix}${room}?who=${who}`,
    hello: () => [syncFrame(null, step.question, emptyVector)],
    update: (_room, bytes) => syncFrame(null, step.update, bytes),
    nothing: () => syncFrame(null, step.answer, emptyUpdate),
    read(bytes) {
      const decoder = decoding.createDecoder(bytes);
      return decoding.readVarUint(decoder) === 0 ? readSync(decoder) : other;
    },
  };
}

const hocuspocusType = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 };

const hocuspocus: Wire = {
  path: () => "/",
  hello: (room) => [
    frame((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, hocuspocusType.auth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "token");
    }),
    syncFrame(room, step.question, emptyVector),
  ],
  update: (room, bytes) => syncFrame(room, step.update, bytes),
  nothing: (room) => syncFrame(room, step.answer, emptyUpdate),
  read(bytes) {
    const decoder = decoding.createDecoder(bytes);
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === hocuspocusType.sync || type === hocuspocusType.syncReply) return readSync(decoder);
    return type === hocuspocusType.syncStatus ? saved : other;
  },
};

export const wires: Record<ContestantName, Wire> = {
  huishang: yWebsocket("/live/"),
  "y-websocket": yWebsocket("/"),
  hocuspocus,
  floor: yWebsocket("/"),
};
