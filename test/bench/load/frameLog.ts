import * as Y from "yjs";
import type { Wire } from "./wire";
import { editLength, personOf } from "./writing";

/** The first and the last edit (counted from 0) of one person that a frame brings. */
export interface Brought {
  person: number;
  first: number;
  last: number;
}

interface Entry {
  bytes: Buffer;
  brought: Brought[];
}

// How far apart two people's frames may come in another order.
const window = 16;

/**
 * What frames with edits bring. A server sends the same bytes to everybody in the same order, so each frame
 * is read once and from then on only compared.
 */
export class FrameLog {
  #entries: Entry[] = [];

  constructor(readonly wire: Wire) {}

  /** What the frame brings and where the reader's next one is expected; null for a frame without edits. */
  read(frame: Buffer, expected: number): { brought: Brought[]; next: number } | null {
    for (let at = expected; at < Math.min(expected + window, this.#entries.length); at++) {
      const entry = this.#entries[at] as Entry;
      if (entry.bytes.equals(frame)) return { brought: entry.brought, next: at + 1 };
    }
    const received = this.wire.read(frame);
    if (received.kind !== "update") return null;
    const brought = broughtBy(received.bytes);
    this.#entries.push({ bytes: Buffer.from(frame), brought });
    return { brought, next: this.#entries.length };
  }
}

/** The edits in an update. */
export function broughtBy(update: Uint8Array): Brought[] {
  const brought: Brought[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    const person = personOf(struct.id.client);
    if (person < 0 || struct instanceof Y.Skip) continue;
    // An edit counts as there with its last character.
    const first = Math.floor(struct.id.clock / editLength);
    const last = Math.floor((struct.id.clock + struct.length) / editLength) - 1;
    if (last >= first) brought.push({ person, first, last });
  }
  return brought;
}
