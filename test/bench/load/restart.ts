import type { ContestantName } from "../contestant";
import { enterAll, Person, pause } from "./person";
import { wires } from "./wire";
import { editsOf, preparedRoom } from "./writing";

export interface RestartOrder {
  contestant: ContestantName;
  port: number;
  rooms: number;
  peopleOfRoom: number;
}

const editsOfPerson = 5;
let inside: Person[] = [];

const placesOf = ({ rooms, peopleOfRoom }: RestartOrder) =>
  Array.from({ length: rooms * peopleOfRoom }, (_, at) => ({
    room: `day-${Math.floor(at / peopleOfRoom)}`,
    inRoom: at % peopleOfRoom,
    who: `person-${at}`,
  }));

/** People in many rooms, each having written a little. */
export async function fillRooms(order: RestartOrder): Promise<void> {
  const { contestant, port, peopleOfRoom } = order;
  const prepared = preparedRoom(peopleOfRoom);
  const writing = Array.from({ length: peopleOfRoom }, (_, at) => editsOf(prepared, at, editsOfPerson));
  const places = placesOf(order);
  inside = await enterAll(places.map(({ room, who }) => ({ wire: wires[contestant], port, room, who })));
  for (const [at, person] of inside.entries()) if (places[at]?.inRoom === 0) person.write(prepared);
  await pause(500);
  for (let edit = 0; edit < editsOfPerson; edit++) {
    for (const [at, person] of inside.entries()) {
      person.write(writing[places[at]?.inRoom as number]?.[edit] as Uint8Array);
    }
    await pause(200);
  }
}

/**
 * Everybody tries to come back, again and again; resolves to the instant when the last one has their room.
 * An empty document does not count, though some servers call that being in sync until they have loaded.
 */
export async function comeBack(order: RestartOrder): Promise<{ last: number; bytes: number }> {
  const whole = preparedRoom(order.peopleOfRoom).length;
  for (const person of inside) person.leave();
  inside = [];
  const end = Date.now() + 60_000;
  const answers = await Promise.all(
    placesOf(order).map(async ({ room, who }) => {
      while (Date.now() < end) {
        const bytes = await enterAgain(order, room, who, whole);
        if (bytes !== null) return bytes;
        await pause(50 + Math.random() * 100);
      }
      throw new Error("somebody did not come back");
    }),
  );
  return { last: Date.now(), bytes: Math.min(...answers) };
}

/** The bytes of the room as received; null when the connection failed. */
function enterAgain(
  { contestant, port }: RestartOrder,
  room: string,
  who: string,
  whole: number,
): Promise<number | null> {
  return new Promise((resolve) => {
    const person = new Person({
      ...{ wire: wires[contestant], port, room, who },
      onReceived: ({ kind, bytes }) => {
        if (kind !== "update" && kind !== "answer") return;
        if (bytes.length < whole) return;
        inside.push(person);
        resolve(bytes.length);
      },
    });
    void person.synced.then((answer) => {
      if (answer === null) resolve(null);
    });
  });
}
