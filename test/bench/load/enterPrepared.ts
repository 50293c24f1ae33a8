import type { ContestantName } from "../contestant";
import { enterAll, type Person, pause } from "./person";
import { wires } from "./wire";
import { preparedRoom } from "./writing";

/** Milliseconds for a server to store and pass on. */
const moment = 300;

/**
 * Prepares a room with a paragraph for each person and lets them in.
 * @param readerOf what a person does with each frame; true when there is nothing more to do about it
 */
export async function enterPrepared(
  {
    contestant,
    port,
    room,
    people,
  }: { contestant: ContestantName; port: number; room: string; people: number },
  readerOf: (person: number) => (frame: Buffer) => boolean,
): Promise<Person[]> {
  const place = { wire: wires[contestant], port, room };
  const [first] = await enterAll([{ ...place, who: "first" }]);
  first?.write(preparedRoom(people));
  await pause(moment);
  const options = Array.from({ length: people }, (_, person) => ({
    ...place,
    who: `person-${person}`,
    onFrame: readerOf(person),
  }));
  const entered = await enterAll(options);
  first?.leave();
  await pause(moment);
  return entered;
}
