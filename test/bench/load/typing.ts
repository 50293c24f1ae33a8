import type { Lag } from "../bench";
import type { ContestantName, ServerFigures } from "../contestant";
import { quantile } from "../statistics";
import { everybodyTypes } from "./beat";
import { enterPrepared } from "./enterPrepared";
import { type Brought, FrameLog } from "./frameLog";
import { watchLag } from "./lag";
import { type Person, until } from "./person";
import { warmUp } from "./warmUp";
import { wires } from "./wire";
import { editsOf, preparedRoom } from "./writing";

export interface TypingOrder {
  contestant: ContestantName;
  port: number;
  people: number;
  editsPerSecond: number;
  /** Edits in another room that warm the server up. */
  warmUp: number;
  /** Seconds of typing before it is measured. */
  settling: number;
  /** Seconds that are measured. */
  measured: number;
  /** Milliseconds that late deliveries are waited for. */
  patience: number;
}

export interface TypingReport {
  figures: Record<string, number>;
  lag: Lag;
}

/** N people type in one room: how long until each edit is with each other person. */
export async function typing(
  order: TypingOrder,
  serverFigures: () => Promise<ServerFigures>,
): Promise<TypingReport> {
  await warmUp(order, order.warmUp);
  const run = new Typing(order);
  await run.enter();
  await run.type(order.settling);
  const before = await serverFigures();
  const lag = watchLag();
  run.startMeasuring();
  await run.type(order.measured);
  await run.arrived(order.patience);
  const late = lag();
  const after = await serverFigures();
  const report = run.report(after.cpu - before.cpu);
  run.leave();
  return { figures: report, lag: late };
}

class Typing {
  #people: Person[] = [];
  #edits: Uint8Array[][];
  #next: number[];
  /** When each edit was sent, by person. */
  #sentAt: Float64Array[];
  #log: FrameLog;
  /** From which edit on each person is measured. */
  #from: number[] = [];
  #others: number[] = [];
  #own: number[] = [];
  #frames = 0;

  constructor(readonly order: TypingOrder) {
    const { people, editsPerSecond, settling, measured, contestant } = order;
    const count = Math.ceil((settling + measured) * editsPerSecond) + 2;
    const prepared = preparedRoom(people);
    this.#edits = Array.from({ length: people }, (_, person) => editsOf(prepared, person, count));
    this.#next = this.#edits.map(() => 0);
    this.#sentAt = this.#edits.map(() => new Float64Array(count));
    this.#log = new FrameLog(wires[contestant]);
  }

  async enter(): Promise<void> {
    const { people, port, contestant } = this.order;
    const place = { contestant, port, room: "day-2026-11", people };
    this.#people = await enterPrepared(place, (person) => this.#reader(person));
  }

  #reader(person: number): (frame: Buffer) => boolean {
    let expected = 0;
    return (frame) => {
      const read = this.#log.read(frame, expected);
      if (!read) return false;
      expected = read.next;
      this.#take(person, read.brought);
      return true;
    };
  }

  #take(reader: number, brought: Brought[]): void {
    if (this.#from.length === 0) return;
    const now = performance.now();
    this.#frames += 1;
    for (const { person, first, last } of brought) {
      const sentAt = this.#sentAt[person] as Float64Array;
      for (let edit = Math.max(first, this.#from[person] as number); edit <= last; edit++) {
        (person === reader ? this.#own : this.#others).push(now - (sentAt[edit] as number));
      }
    }
  }

  startMeasuring(): void {
    this.#from = [...this.#next];
  }

  async type(seconds: number): Promise<void> {
    const { people, editsPerSecond } = this.order;
    await everybodyTypes({ people, editsPerSecond, seconds }, (person) => this.#write(person));
  }

  #write(person: number): void {
    const edit = this.#next[person] as number;
    this.#next[person] = edit + 1;
    (this.#sentAt[person] as Float64Array)[edit] = performance.now();
    this.#people[person]?.write(this.#edits[person]?.[edit] as Uint8Array);
  }

  get #expected(): number {
    const edits = this.#next.reduce((sum, next, person) => sum + next - (this.#from[person] as number), 0);
    return edits * (this.order.people - 1);
  }

  async arrived(patience: number): Promise<void> {
    await until(() => this.#others.length >= this.#expected, patience);
  }

  report(cpu: number): Record<string, number> {
    const others = Float64Array.from(this.#others).sort();
    const own = Float64Array.from(this.#own).sort();
    return {
      p50: quantile(others, 0.5),
      p99: quantile(others, 0.99),
      max: others.at(-1) ?? Number.NaN,
      ownP50: quantile(own, 0.5),
      ownP99: quantile(own, 0.99),
      deliveries: others.length,
      missing: this.#expected - others.length,
      cpuPerDelivery: (cpu * 1_000) / others.length,
      serverCpu: cpu,
      framesReceived: this.#frames,
      closed: this.#people.filter((person) => person.closed).length,
    };
  }

  leave(): void {
    for (const person of this.#people) person.leave();
  }
}
