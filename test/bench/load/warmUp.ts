import type { ContestantName } from "../contestant";
import { everybodyTypes } from "./beat";
import { broughtBy } from "./frameLog";
import { enterAll, pause, until } from "./person";
import { wires } from "./wire";
import { editsOf, preparedRoom } from "./writing";

const people = 10;
// What each contestant still follows on a slow machine.
const editsPerSecond = 600;
/** Milliseconds. */
const patience = 30_000;

/**
 * Types `edits` in a room that is not measured, then empties it. Until then V8 compiles what a server runs, on the
 * core that it has; the measured room is to show a server that has been up for a while, as they are.
 */
export async function warmUp(
  { contestant, port }: { contestant: ContestantName; port: number },
  edits: number,
): Promise<void> {
  const room = "day-2026-10";
  const wire = wires[contestant];
  const prepared = preparedRoom(people);
  const [first] = await enterAll([{ wire, port, room, who: "first" }]);
  first?.write(prepared);
  await pause(300);
  let arrived = 0;
  const typists = await enterAll(
    Array.from({ length: people }, (_, person) => ({
      ...{ wire, port, room, who: `person-${person}` },
      // To count, one reader is enough; to read is work for the generator.
      onFrame: (frame: Buffer) => {
        const received = wire.read(frame);
        if (received.kind !== "update") return false;
        if (person === 0)
          for (const { first, last } of broughtBy(received.bytes)) arrived += last - first + 1;
        return true;
      },
    })),
  );
  const each = Array.from({ length: people }, (_, person) => editsOf(prepared, person, edits / people));
  const next = each.map((own) => own[Symbol.iterator]());
  const pace = { people, editsPerSecond: editsPerSecond / people, seconds: edits / editsPerSecond };
  await everybodyTypes(pace, (person) => typists[person]?.write(next[person]?.next().value as Uint8Array));
  if (!(await until(() => arrived >= edits, patience))) throw new Error("the warm-up did not arrive");
  for (const person of [first, ...typists]) person?.leave();
}
