import type { ContestantName } from "../contestant";
import { enterAll, type Person, pause, until } from "./person";
import { wires } from "./wire";
import { editsOf, preparedRoom } from "./writing";

export interface RoomsOrder {
  contestant: ContestantName;
  port: number;
  rooms: number;
  /** Names of rooms differ from round to round: what is kept by name shows too. */
  round: number;
}

const edits = 5;
let inside: Person[] = [];

/** One person enters each of many rooms and writes a little; resolves when all of it has come back. */
export async function enterRooms({ contestant, port, rooms, round }: RoomsOrder): Promise<void> {
  const wire = wires[contestant];
  const prepared = preparedRoom(1);
  const writing = [prepared, ...editsOf(prepared, 0, edits)];
  let echoes = 0;
  const options = Array.from({ length: rooms }, (_, at) => ({
    ...{ wire, port, room: `room-${round}-${at}`, who: `person-${at}` },
    onReceived: ({ kind }: { kind: string }) => {
      if (kind === "update") echoes += 1;
    },
  }));
  inside = await enterAll(options);
  for (const update of writing) {
    const before = echoes;
    for (const person of inside) person.write(update);
    if (!(await until(() => echoes >= before + rooms, 60_000))) throw new Error("edits did not come back");
  }
}

export async function leaveRooms(): Promise<void> {
  for (const person of inside) person.leave();
  inside = [];
  await pause(100);
}
