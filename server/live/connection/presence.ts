import type { LivePerson } from "../admission";
import type { Engine } from "../engine";
import { framed, type PresenceEntry, type PresenceFault, presenceFrame, readPresence } from "./protocol";
import { Seats } from "./seats";

/** A connection as presence sees it. */
export interface Present {
  person: LivePerson;
  send(message: Uint8Array): void;
  /** Sends one of `framed`. */
  sendFramed(frame: Buffer): void;
}

interface Owned {
  owner: Present;
  clock: number;
  state: string;
}

/** Under this id the server itself is present in every room. */
export const serverClient = 0;

const left = "null";
// After leaving, an id may be taken up again by its own person only, or it would come back under the
// name of somebody whose client still repeats its state: the stock client repeats everything it hears.
const remembered = 500;

/**
 * Knows who is in a room and where: the awareness of y-protocols, with each Yjs client id bound to the
 * connection that brought it, and `user` written by the server. States are relayed, never interpreted.
 */
export class Presence {
  #owned = new Map<number, Owned>();
  #of = new Map<Present, number>();
  #seats = new Seats();
  /** Null until somebody has left. */
  #gone: Map<number, { clock: number; personId: string }> | null = null;
  /** What has yet to be sent; null when that is nothing. */
  #changed: Map<number, PresenceEntry> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #server: PresenceEntry | null = null;

  constructor(
    readonly engine: Engine,
    readonly audience: ReadonlySet<Present>,
  ) {}

  /** Takes in a presence message; answers what is wrong with it, null where nothing is. */
  receive(from: Present, entries: Uint8Array): PresenceFault | null {
    const read = readPresence(entries, this.engine.limits.presenceEntries);
    if (!read.ok) return read.fault;
    // A connection speaks for one client, a stock client once in a message.
    const own = read.value.find((entry) => this.#isOwn(from, entry));
    if (own) this.#take(from, own);
    return null;
  }

  #isOwn(from: Present, entry: PresenceEntry): boolean {
    const owned = this.#owned.get(entry.client);
    if (owned) return owned.owner === from;
    if (entry.client === serverClient || this.#of.has(from) || entry.state === left) return false;
    const gone = this.#gone?.get(entry.client);
    if (gone && gone.personId !== from.person.personId && entry.clock <= gone.clock) return false;
    return true;
  }

  #take(from: Present, entry: PresenceEntry): void {
    const owned = this.#owned.get(entry.client);
    if (owned && entry.clock <= owned.clock && entry.state !== left) return;
    if (!owned) this.#seats.enter(from.person.personId);
    const state = entry.state === left ? left : this.#signed(from.person, entry.state);
    if (state === null) {
      if (!owned) this.#seats.leave(from.person.personId);
      this.engine.counters.presenceIgnored += 1;
      return;
    }
    this.#owned.set(entry.client, { owner: from, clock: entry.clock, state });
    if (!owned) {
      this.#of.set(from, entry.client);
      // Others may remember this clock from before the connection was lost and would ignore it. Told
      // that it is gone, the stock client insists on being here under the next clock.
      from.send(presenceFrame([{ client: entry.client, clock: entry.clock, state: left }]));
    }
    this.#announce({ client: entry.client, clock: entry.clock, state });
  }

  /** Adds to the state the server's word on who this is; null when it is too large or no object. */
  #signed(person: LivePerson, state: string): string | null {
    if (state.length > this.engine.limits.presenceBytes) return null;
    try {
      const parsed: unknown = JSON.parse(state);
      if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
      const { personId, name, sortKey, unit } = person;
      const seat = this.#seats.of(personId);
      return JSON.stringify({ ...parsed, user: { personId, name, sortKey, unit, seat } });
    } catch {
      return null;
    }
  }

  /** Tells somebody who comes in or asks of everybody present. */
  greet(to: Present): void {
    const entries = [...this.#owned].map(([client, { clock, state }]) => ({ client, clock, state }));
    if (this.#server) entries.push(this.#server);
    if (entries.length > 0) to.send(presenceFrame(entries.filter((entry) => entry.state !== left)));
  }

  /** Tells the others that somebody's connection is gone. */
  leave(who: Present): void {
    const client = this.#of.get(who);
    if (client === undefined) return;
    const owned = this.#owned.get(client);
    this.#of.delete(who);
    this.#owned.delete(client);
    this.#seats.leave(who.person.personId);
    const clock = owned?.clock ?? 0;
    this.#gone ??= new Map();
    this.#gone.delete(client);
    this.#gone.set(client, { clock, personId: who.person.personId });
    if (this.#gone.size > remembered) this.#gone.delete(this.#gone.keys().next().value as number);
    this.#announce({ client, clock, state: left });
  }

  /**
   * Says what the server has to say about the room, under its own client id; nobody else can say it. Said
   * again at every heartbeat: the stock client drops states, and silent servers, after 30 s.
   */
  declare(state: Record<string, unknown>): void {
    // Clocks must rise across restarts of the server, so they follow the time.
    const clock = Math.max(this.engine.now().getTime(), (this.#server?.clock ?? 0) + 1);
    this.#server = { client: serverClient, clock, state: JSON.stringify({ server: state }) };
    this.#announce(this.#server);
  }

  #announce(entry: PresenceEntry): void {
    this.#changed ??= new Map();
    this.#changed.set(entry.client, entry);
    // Each frame makes every stock client repeat it to us: in a large room they are fewer and larger.
    this.#timer ??= setTimeout(() => this.#flush(), this.engine.limits.presencePause + this.audience.size);
  }

  #flush(): void {
    this.#timer = null;
    if (!this.#changed) return;
    const frame = framed(presenceFrame([...this.#changed.values()]));
    this.#changed = null;
    for (const present of this.audience) present.sendFramed(frame);
  }

  /** Stops the timer; the room is going away. */
  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changed = null;
  }
}
