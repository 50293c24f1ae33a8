import type { ActionFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { endSignIns } from "~/access/account/endSignIns.server";
import { read } from "~db/read";
import { holding, ledgerEntry, visitEntry } from "~db/schema";
import { transact } from "~db/transact";
import { worldOfFile } from "../../builders/servedWorld";
import { answerTo, askedAt, routes } from "./outcomeOf";
import { routeTable } from "./routeTable";

const world = await worldOfFile();

const note = "desk.days.$meeting.research.$visit_.add";
const handIn = "desk.days.$meeting.corrections_.hand-in";
const instant = () => new Date().toISOString();
const { personId } = world.district.actors.office!;

const signInEnds = () => transact(async (tx) => void (await endSignIns(tx, personId, instant())));
const postEnds = () =>
  transact(async (tx) => {
    await tx.update(holding).set({ leftAt: instant() }).where(eq(holding.personId, personId));
  });

/** Sends a form of which the rest only comes after something has happened. */
async function sendSlowly(file: string, fields: Record<string, string>, meanwhile: () => Promise<void>) {
  const [first, rest] = Buffer.from(new URLSearchParams(fields).toString())
    .toString()
    .split(/(?<=^.{5})/s);
  let begun = false;
  const body = new ReadableStream({
    async pull(controller) {
      if (begun) await meanwhile();
      controller.enqueue(Buffer.from(begun ? rest! : first!));
      if (begun) controller.close();
      begun = true;
    },
  });
  const headers = { Cookie: world.cookies.office, "Content-Type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", headers, body, duplex: "half" };
  const entry = routeTable[file]!;
  const request = new Request(askedAt(world, entry), init as RequestInit);
  const params = entry.params?.(world) ?? {};
  const action = routes[file]!.action as (args: ActionFunctionArgs) => Promise<unknown>;
  return (await answerTo(() => action({ request, params, context: {} as never }))) as Response;
}

const stored = () => read(async (db) => [await db.$count(visitEntry), await db.$count(ledgerEntry)]);

it.each([
  ["a note", "their sign-in", note, { text: "灯杆倾斜" }, signInEnds],
  ["a note", "their post", note, { text: "灯杆倾斜" }, postEnds],
  ["what is handed in", "their sign-in", handIn, { epoch: "1", edits: "AAA=" }, signInEnds],
])("takes %s from nobody who has lost %s before all of it had come", (_what, _lost, file, fields, ends) =>
  world.fresh(async () => {
    const before = await stored();
    expect((await sendSlowly(file, fields, ends)).status).toBe(401);
    expect(await stored()).toEqual(before);
  }),
);

it("takes a note that comes slowly", () =>
  world.fresh(async () => {
    const [before] = await stored();
    const { status } = await sendSlowly(note, { stay: "", text: "灯杆倾斜" }, async () => {});
    expect(status).toBe(200);
    expect((await stored())[0]).toBe(before! + 1);
  }));
