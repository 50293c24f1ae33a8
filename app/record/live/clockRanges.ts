/** A run of items of one Yjs client, from `from` up to but not including `to`. */
export interface ClockRange {
  client: number;
  from: number;
  to: number;
}

/** A set of Yjs items, kept as sorted runs that do not touch. */
export class ClockRanges {
  #runs = new Map<number, [number, number][]>();

  get isEmpty(): boolean {
    return this.#runs.size === 0;
  }

  add({ client, from, to }: ClockRange): void {
    if (from >= to) return;
    const before = (this.#runs.get(client) ?? []).filter(([, end]) => end < from);
    const after = (this.#runs.get(client) ?? []).filter(([start]) => start > to);
    const touched = (this.#runs.get(client) ?? []).filter(([start, end]) => end >= from && start <= to);
    const start = Math.min(from, ...touched.map((run) => run[0]));
    const end = Math.max(to, ...touched.map((run) => run[1]));
    this.#runs.set(client, [...before, [start, end], ...after]);
  }

  remove({ client, from, to }: ClockRange): void {
    const runs = this.#runs.get(client);
    if (!runs || from >= to) return;
    const left = runs.flatMap(([start, end]): [number, number][] => {
      if (end <= from || start >= to) return [[start, end]];
      const parts: [number, number][] = [
        [start, from],
        [to, end],
      ];
      return parts.filter(([a, b]) => a < b);
    });
    if (left.length > 0) this.#runs.set(client, left);
    else this.#runs.delete(client);
  }

  /** Every run, clients in no particular order. */
  list(): ClockRange[] {
    return [...this.#runs].flatMap(([client, runs]) => runs.map(([from, to]) => ({ client, from, to })));
  }
}
