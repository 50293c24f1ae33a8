/** Who did something, in which post, at what instant. */
export interface Writer {
  personId: string | null;
  postId: string | null;
  at: string;
}

/** A run of items of one Yjs client, as the engine books who wrote or deleted it. */
export interface ItemRange {
  client: number;
  clock: number;
  length: number;
}

interface Entry extends Writer {
  clock: number;
  end: number;
}

/** A part of a range that was asked for; `writer` null where nothing is known. */
export interface FoundRange {
  clock: number;
  length: number;
  writer: Writer | null;
}

/**
 * Who wrote (or deleted) which items. What is known of an item is kept: a client that comes back sends again
 * what was stored long ago, and that makes nobody its author. Add in the order of the log.
 */
export class AuthorIndex {
  readonly #clients = new Map<number, Entry[]>();

  /** Books a range; only those of its items that nobody has yet. */
  add(range: ItemRange, writer: Writer): void {
    const entries = this.#clients.get(range.client) ?? [];
    this.#clients.set(range.client, entries);
    const end = range.clock + range.length;
    let from = range.clock;
    let at = firstEndingAfter(entries, from);
    while (from < end) {
      const next = entries[at];
      const until = Math.min(end, next?.clock ?? end);
      if (until > from && insert(entries, at, { clock: from, end: until, ...writer })) at += 1;
      from = next ? Math.max(from, next.end) : end;
      at += 1;
    }
  }

  /** What is known of a range, part by part. */
  find({ client, clock, length }: ItemRange): FoundRange[] {
    const entries = this.#clients.get(client) ?? [];
    const end = clock + length;
    const found: FoundRange[] = [];
    const push = (until: number, writer: Writer | null) => {
      if (until > clock) found.push({ clock, length: until - clock, writer });
      clock = Math.max(clock, until);
    };
    for (let at = firstEndingAfter(entries, clock); clock < end; at++) {
      const next = entries[at];
      push(Math.min(end, next?.clock ?? end), null);
      if (next && clock < end) push(Math.min(end, next.end), next);
    }
    return found;
  }
}

function firstEndingAfter(entries: readonly Entry[], clock: number): number {
  // Almost always what is added continues what was added last.
  if ((entries.at(-1)?.end ?? 0) <= clock) return entries.length;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.end ?? 0) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Puts an entry in its place; false when it could be joined to the one before. */
function insert(entries: Entry[], at: number, entry: Entry): boolean {
  const before = entries[at - 1];
  if (before && before.end === entry.clock && isSameHand(before, entry)) {
    before.end = entry.end;
    return false;
  }
  entries.splice(at, 0, entry);
  return true;
}

/** The same person in the same post within the same minute. */
export function isSameHand(a: Writer, b: Writer): boolean {
  return a.personId === b.personId && a.postId === b.postId && a.at.slice(0, 16) === b.at.slice(0, 16);
}
