/** What happens at one instant; it may schedule what follows from it. */
type Act = (at: string) => Promise<void>;

/**
 * The district's life in order of time, as its people lived it: whatever lies after "now" simply has not
 * happened, and that is what leaves lists half written and tasks half done.
 */
export class Timeline {
  private acts: { at: string; turn: number; act: Act }[] = [];
  private turns = 0;

  /** @param at instant, UTC ISO; of two acts at one instant the first scheduled comes first */
  schedule(at: string, act: Act): void {
    this.acts.push({ at, turn: this.turns++, act });
  }

  /** Lets everything happen that lies at or before `now`. */
  async run(now: string, onAct: (at: string) => void): Promise<void> {
    for (;;) {
      const next = this.takeNext();
      if (!next || next.at > now) return;
      onAct(next.at);
      await next.act(next.at);
    }
  }

  private takeNext() {
    let first = 0;
    for (let index = 1; index < this.acts.length; index++) {
      const [one, other] = [this.acts[index]!, this.acts[first]!];
      if (one.at < other.at || (one.at === other.at && one.turn < other.turn)) first = index;
    }
    return this.acts.splice(first, 1)[0];
  }
}
