import * as Y from "yjs";
import type { ContestantName } from "../contestant";
import { randomOf } from "../statistics";
import { broughtBy } from "./frameLog";
import { enterAll, Person, pause, within } from "./person";
import { type Wire, wires } from "./wire";
import { editLength, editsOf, paragraphIn, preparedRoom, textsOf, writerOf } from "./writing";

export interface CrashOrder {
  contestant: ContestantName;
  port: number;
  /** People of one round; each round has others, who write in other paragraphs of the same record. */
  people: number;
  rounds: number;
  round: number;
  editsPerSecond: number;
}

/** Edits of one person that the server acknowledged, or somebody else saw. */
interface Known {
  person: number;
  acknowledged: number;
  seen: number;
}

const room = "day-2026-11";
const edits = 400;
const loading = 1_000;
let known: Known[] = [];
const foundBefore = new Map<number, number>();
let stopTyping: () => void = () => undefined;

/** Ten people begin to type; some of them are cut off in the middle. Resolves when all have begun. */
export async function typeUntilKilled(order: CrashOrder): Promise<void> {
  const { people, rounds, round, contestant, port } = order;
  const prepared = preparedRoom(people * rounds);
  const random = randomOf(round + 1);
  known = Array.from({ length: people }, (_, at) => ({
    person: round * people + at,
    acknowledged: 0,
    seen: 0,
  }));
  const wire = wires[contestant];
  const inside = await enterAll(
    known.map((own) => ({
      ...{ wire, port, room, who: `person-${own.person}` },
      onReceived: ({ kind, bytes }) => {
        // Its first word of this kind is about the prepared room.
        if (kind === "saved") own.acknowledged += 1;
        if (kind === "update" && bytes) note(own, bytes);
      },
    })),
  );
  inside[0]?.write(prepared);
  await pause(300);
  for (const own of known) own.acknowledged = 0;
  let typing = true;
  stopTyping = () => {
    typing = false;
    for (const person of inside) person.leave();
  };
  const beat = 1_000 / order.editsPerSecond;
  for (const [at, own] of known.entries()) {
    const writing = editsOf(prepared, own.person, edits);
    const cutOff = random() < 0.4 ? 200 + random() * 1_000 : Number.POSITIVE_INFINITY;
    void (async () => {
      const start = performance.now();
      for (const update of writing) {
        await pause(beat * (0.5 + random()));
        if (!typing) return;
        if (performance.now() - start > cutOff) return inside[at]?.leave();
        inside[at]?.write(update);
      }
    })();
  }
}

function note(reader: Known, update: Uint8Array): void {
  for (const { person, last } of broughtBy(Uint8Array.from(update))) {
    const writer = known.find((one) => one.person === person);
    if (!writer) continue;
    if (writer === reader) writer.acknowledged = Math.max(writer.acknowledged, last + 1);
    else writer.seen = Math.max(writer.seen, last + 1);
  }
}

/** The server is dead, and so are all clients: nobody can bring back what it lost. */
export function killed(): void {
  stopTyping();
}

/** Counts what is missing after the restart of what was acknowledged or seen. */
export async function verify({ contestant, port, people, rounds }: CrashOrder): Promise<{
  acknowledged: number;
  seen: number;
  missing: number;
  garbled: number;
}> {
  const document = await readAfterCrash(wires[contestant], port);
  let missing = 0;
  for (const own of known) {
    const found = foundOf(document, own.person);
    missing += Math.max(0, Math.max(own.acknowledged, own.seen) - found);
    foundBefore.set(own.person, found);
  }
  // What was there after an earlier crash must still be there.
  for (const [earlier, found] of foundBefore) missing += Math.max(0, found - foundOf(document, earlier));
  const garbled = known.filter((own) =>
    isGarbled(document, preparedRoom(people * rounds), own.person),
  ).length;
  const sum = (of: (own: Known) => number) => known.reduce((total, own) => total + of(own), 0);
  return {
    acknowledged: sum((own) => own.acknowledged),
    seen: sum((own) => Math.max(own.acknowledged, own.seen)),
    missing,
    garbled,
  };
}

// Some servers say that an empty document is all there is and bring the rest when they have loaded it.
async function readAfterCrash(wire: Wire, port: number): Promise<Y.Doc> {
  const document = new Y.Doc();
  const person = new Person({
    ...{ wire, port, room, who: "reader" },
    onReceived: ({ kind, bytes }) => {
      if (kind === "update" || kind === "answer") Y.applyUpdate(document, Uint8Array.from(bytes));
    },
  });
  await within(person.synced, 60_000, "the room after the crash");
  await pause(loading);
  person.leave();
  return document;
}

function foundOf(document: Y.Doc, person: number): number {
  return Math.floor(Y.getState(document.store, writerOf(person)) / editLength);
}

// A paragraph must say what its writer had written at some moment.
function isGarbled(document: Y.Doc, prepared: Uint8Array, person: number): boolean {
  const text = paragraphIn(document, person);
  return text !== null && text !== textsOf(prepared, person, edits)[foundOf(document, person)];
}
