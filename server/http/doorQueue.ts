/**
 * Lets a few in at a time, in the order in which they came: of a hundred that come at once each takes its turn between
 * the requests of everybody else, in place of all being worked on before any of those is.
 */
export class DoorQueue {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  /**
   * @param places how many are inside at most
   * @param longest milliseconds after which somebody's place is given on, done or not: whoever sends slowly keeps
   * nobody out
   */
  constructor(
    readonly places: number,
    readonly longest: number,
  ) {}

  /** Resolves when it is one's turn, with what gives the place back; that may be called more than once. */
  async enter(): Promise<() => void> {
    if (this.#inside >= this.places) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#inside += 1;
    let held = true;
    const leave = () => {
      if (!held) return;
      held = false;
      clearTimeout(timer);
      this.#giveOn();
    };
    const timer = setTimeout(leave, this.longest);
    return leave;
  }

  #giveOn(): void {
    const next = this.#waiting.shift();
    if (!next) this.#inside -= 1;
    // What came in between from others is answered first.
    else setImmediate(next);
  }
}
