import type { Presence } from "../connection/presence";
import type { RoomState } from "./roomState";

/** What the server has to say about a room to every page: whether it takes edits, and that facts have changed. */
export class RoomNotice {
  #facts = 0;

  constructor(
    readonly presence: Presence,
    readonly state: RoomState,
  ) {}

  /** Says it, again where it was said before. */
  declare(): void {
    const { epoch, frozen } = this.state;
    this.presence.declare({ state: frozen ? "frozen" : "open", epoch, facts: this.#facts });
  }

  /** Tells every page that facts kept in the database have changed and are worth fetching again. */
  announce(): void {
    this.#facts += 1;
    this.declare();
  }
}
