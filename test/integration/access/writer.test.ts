import { expect, it } from "vitest";
import { onceField } from "~/ledger/onceField";
import { writerField } from "~/ledger/writerField";
import { read } from "~db/read";
import { visitEntry } from "~db/schema";
import { worldOfFile } from "../../builders/servedWorld";
import { outcomeOf } from "./outcomeOf";
import { routeTable } from "./routeTable";

const world = await worldOfFile();

const add = "desk.days.$meeting.research.$visit_.add";
const notes = () => read((db) => db.$count(visitEntry));

/** Sends a note that somebody wrote on a phone, as whoever is signed in there by now. */
async function send(who: "office" | "dept-works", writer: string): Promise<number> {
  const { personId } = world.district.actors[writer]!;
  const form = { [onceField]: "kept-1", [writerField]: personId, stay: "", text: "灯杆倾斜" };
  const answer = await outcomeOf(world, who, { file: add, entry: routeTable[add]!, form });
  return (answer as Response).status;
}

it("writes what waited on a phone in the name of who wrote it, and of nobody who signed in there since", () =>
  world.fresh(async () => {
    const before = await notes();
    expect(await send("dept-works", "office")).toBe(401);
    expect(await notes()).toBe(before);
    expect(await send("office", "office")).toBe(200);
    expect(await notes()).toBe(before + 1);
  }));
