// A person who comes back finds the number they had, unless somebody took it meanwhile.
const remembered = 500;

/**
 * Gives everybody present in a room a number of their own, the lowest that is free: by it the pages choose a colour and
 * a line, so that no two people who are there at once look alike.
 */
export class Seats {
  /** By person; how many of their windows are open. */
  #taken = new Map<string, { seat: number; windows: number }>();
  #last = new Map<string, number>();

  /** The number of somebody present; 0 for who is not. */
  of(personId: string): number {
    return this.#taken.get(personId)?.seat ?? 0;
  }

  /** Somebody opens a window. */
  enter(personId: string): void {
    const known = this.#taken.get(personId);
    if (known) {
      known.windows += 1;
      return;
    }
    this.#taken.set(personId, { seat: this.#freeSeat(personId), windows: 1 });
  }

  /** Somebody closes a window; with the last one their number is free. */
  leave(personId: string): void {
    const known = this.#taken.get(personId);
    if (!known) return;
    known.windows -= 1;
    if (known.windows > 0) return;
    this.#taken.delete(personId);
    this.#last.delete(personId);
    this.#last.set(personId, known.seat);
    if (this.#last.size > remembered) this.#last.delete(this.#last.keys().next().value as string);
  }

  #freeSeat(personId: string): number {
    const seats = new Set([...this.#taken.values()].map(({ seat }) => seat));
    const last = this.#last.get(personId);
    if (last !== undefined && !seats.has(last)) return last;
    let free = 0;
    while (seats.has(free)) free += 1;
    return free;
  }
}
