import type { ContestantName } from "../contestant";
import { everybodyTypes } from "./beat";
import { enterPrepared } from "./enterPrepared";
import { broughtBy } from "./frameLog";
import { until } from "./person";
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
  const wire = wires[contestant];
  let arrived = 0;
  const count = (frame: Buffer) => {
    const received = wire.read(frame);
    if (received.kind !== "update") return false;
    for (const { first, last } of broughtBy(received.bytes)) arrived += last - first + 1;
    return true;
  };
  const place = { contestant, port, room: "day-2026-10", people };
  // To count, one reader is enough; to read is work for the generator.
  const typists = await enterPrepared(place, (person) =>
    person === 0 ? count : (frame) => wire.read(frame).kind === "update",
  );
  const prepared = preparedRoom(people);
  const next = typists.map((_, person) => editsOf(prepared, person, edits / people).values());
  const pace = { people, editsPerSecond: editsPerSecond / people, seconds: edits / editsPerSecond };
  await everybodyTypes(pace, (person) => typists[person]?.write(next[person]?.next().value as Uint8Array));
  if (!(await until(() => arrived >= edits, patience))) throw new Error("the warm-up did not arrive");
  for (const typist of typists) typist.leave();
}
