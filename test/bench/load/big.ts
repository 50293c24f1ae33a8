import * as Y from "yjs";
import type { Lag } from "../bench";
import type { ContestantName } from "../contestant";
import { figureOf } from "../statistics";
import { watchLag } from "./lag";
import { enterAll, Person, pause, until, within } from "./person";
import { enter, type StockClient, type Visit } from "./stockClient";
import { type LongRecord, longRecord } from "./trace";
import { wires } from "./wire";

export interface BigOrder {
  contestant: ContestantName;
  port: number;
  trace: string | null;
  steps: number;
  people: number;
}

const room = "day-2026-11";
const patience = 60_000;
const warmVisits = 5;
// Unanswered frames: no server is asked to swallow the whole trace at once.
const underWay = 100;

/** Types the trace into the room and waits until the server has all of it. */
export async function feed({ contestant, port, trace, steps }: BigOrder): Promise<void> {
  const { updates } = longRecord(trace, steps);
  const document = new Y.Doc();
  const have = () => Y.getState(document.store, client);
  const client = writerIn(updates[0] as Uint8Array);
  const wire = wires[contestant];
  const [writer] = await enterAll([
    {
      ...{ wire, port, room, who: "writer" },
      onReceived: ({ bytes, kind }) => {
        if (bytes && kind !== "question") Y.applyUpdate(document, Uint8Array.from(bytes));
      },
    },
  ]);
  const source = new Y.Doc();
  for (let from = 0; from < updates.length; from += underWay) {
    for (const update of updates.slice(from, from + underWay)) {
      Y.applyUpdate(source, update);
      writer?.write(update);
    }
    const goal = Y.getState(source.store, client);
    if (!(await until(() => have() >= goal, patience))) throw new Error("the trace did not come back");
  }
  writer?.leave();
  await pause(100);
}

function writerIn(update: Uint8Array): number {
  return Y.decodeUpdate(update).structs[0]?.id.client as number;
}

/** The first visit to a long record, further ones, and a crowd. Milliseconds. */
export async function visitBig(order: BigOrder): Promise<{ figures: Record<string, number>; lag: Lag }> {
  const { contestant, port, people } = order;
  const record = longRecord(order.trace, order.steps);
  await heatUp(record, { contestant, port, room: "day-2026-12" });
  const first = await timed(order, room, record.text);
  const warm: number[] = [];
  for (let at = 0; at < warmVisits; at++) {
    const next = await timed(order, room, record.text);
    warm.push(next.milliseconds);
    next.client.leave();
    await pause(50);
  }
  const lag = watchLag();
  const start = performance.now();
  const crowd = Array.from(
    { length: people },
    (_, at) => new Person({ wire: wires[contestant], port, room, who: `crowd-${at}` }),
  );
  const answers = await within(Promise.all(crowd.map((person) => person.synced)), patience, "the crowd");
  const crowdTime = performance.now() - start;
  const late = lag();
  for (const person of crowd) person.leave();
  first.client.leave();
  const figures = {
    cold: first.milliseconds,
    warm: figureOf(warm).median,
    coldToWarm: first.milliseconds / figureOf(warm).median,
    crowd: crowdTime,
    bytes: answers[0]?.length ?? Number.NaN,
  };
  return { figures, lag: late };
}

// The client's own work must not get faster from visit to visit, and the server is one that people use.
async function heatUp(record: LongRecord, other: Visit): Promise<void> {
  const whole = new Y.Doc();
  whole.transact(() => {
    for (const update of record.updates) Y.applyUpdate(whole, update);
  });
  const state = Y.encodeStateAsUpdate(whole);
  for (let at = 0; at < 8; at++) Y.applyUpdate(new Y.Doc(), state);
  for (let at = 0; at < 3; at++) {
    const client = enter(other);
    await within(client.synced, patience, "a visitor to another room");
    client.leave();
  }
}

async function timed(
  { contestant, port }: BigOrder,
  where: string,
  text: string,
): Promise<{ client: StockClient; milliseconds: number }> {
  globalThis.gc?.();
  const start = performance.now();
  const client = enter({ contestant, port, room: where });
  const end = start + patience;
  await within(client.synced, patience, "a visitor in sync");
  let milliseconds = performance.now() - start;
  // Some servers say that an empty document is all there is and bring the rest when they have loaded it.
  while (client.text() !== text) {
    if (performance.now() > end) throw new Error("the record is not the one that was written");
    await within(client.changed(), patience, "the rest of the record");
    milliseconds = performance.now() - start;
  }
  return { client, milliseconds };
}
