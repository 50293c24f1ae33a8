import { describe, expect, it } from "vitest";
import { onceField } from "~/ledger/onceField";
import { currentDatabase } from "~db/current";
import { rowsOf } from "../../builders/database";
import { servedWorld } from "../../builders/servedWorld";
import type { Knocker } from "../../builders/world";
import { addressOf } from "./addressOf";
import { routeTable } from "./routeTable";
import { whoMay } from "./whoMay";

const { world, server } = await servedWorld();

// Signing in and out makes nothing twice; what is handed in is known by its own bytes.
const others = ["sign-in", "sign-out", "desk.days.$meeting.corrections_.hand-in"];
// Whoever ends the sign-in they act with is out at once; a link that is asked for again ends the one before.
const repeated = ["desk.account endSignIn", "desk.account makeFeed", "desk.accounts.$person invite"];
const routes = Object.entries(routeTable).filter(
  ([file, { acts, module = file }]) => acts && !others.includes(module),
);

type Fields = Record<string, string>;

async function post(who: Knocker, path: string, fields: Fields) {
  const headers = { Cookie: world.cookies[who], "Content-Type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(fields).toString();
  const { status, headers: answered } = await server.send({ method: "POST", path, headers, body });
  return { status, location: answered.location };
}

const unnamed = ({ status, location }: { status: number; location: unknown }) => ({
  status,
  location: String(location).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID"),
});

/** What is booked in the ledger: everything that is done stands there. */
const booked = () => Number(rowsOf(currentDatabase(), "select count(*) as n from ledger_entry")[0]!.n);

async function bookedBy<T>(work: () => Promise<T>): Promise<{ rows: number; answer: T }> {
  return world.fresh(async () => {
    const start = booked();
    const answer = await work();
    return { rows: booked() - start, answer };
  });
}

describe("a form that comes twice", () => {
  let carriedOut = 0;

  for (const [file, entry] of routes)
    for (const [intent, { form, rights }] of Object.entries(entry.acts!).filter(
      ([name]) => !repeated.includes(`${file} ${name}`),
    ))
      it(`is carried out once and answered alike: ${file} ${intent}`, async () => {
        const who = whoMay(rights) ?? "office";
        const path = addressOf(world, file, entry);
        const fields = { intent, ...form?.(world), [onceField]: "a-key.:r1:" };
        const send = () => post(who, path, fields);
        const once = await bookedBy(send);
        // Two at the same moment, as a double press sends them, and one later.
        const often = await bookedBy(async () => [...(await Promise.all([send(), send()])), await send()]);
        const [first] = often.answer;
        expect(often.answer).toEqual([first, first, first]);
        // Made a second time, it has another id.
        expect(unnamed(first!)).toEqual(unnamed(once.answer));
        expect(often.rows).toBe(once.rows);
        if (once.rows > 0) carriedOut += 1;
      });

  it("was carried out in two dozen of these, or they would prove nothing", () => {
    expect(carriedOut).toBeGreaterThan(24);
  });
});

describe("the key of a form", () => {
  const list = () => `/desk/days/${world.months.collecting}/lists/east`;
  const problem = (title: string, key: string) => ({
    ...routeTable["desk.days.$month.lists.$street._index"]!.acts!.add!.form!(world),
    ...{ intent: "add", title, [onceField]: key },
  });
  const titles = () =>
    rowsOf(currentDatabase(), "select title from problem order by title").map(({ title }) => title);

  it("makes one problem of one form, and another of other words", async () => {
    await world.fresh(async () => {
      const known = titles();
      const [first, again] = [
        await post("street-east", list(), problem("路灯不亮", "k1")),
        await post("street-east", list(), problem("路灯不亮", "k1")),
      ];
      expect(first.status).toBe(302);
      expect(again).toEqual(first);
      expect((await post("street-east", list(), problem("井盖松动", "k1"))).status).toBe(302);
      expect((await post("street-east", list(), problem("路灯不亮", "k2"))).status).toBe(302);
      const added = titles().filter((title) => !known.includes(title));
      expect(added.sort()).toEqual(["井盖松动", "路灯不亮", "路灯不亮"].sort());
    });
  });

  it("keeps nothing of a form that was refused", async () => {
    await world.fresh(async () => {
      expect((await post("street-east", list(), problem("", "k1"))).status).toBe(422);
      expect((await post("street-east", list(), problem("路灯不亮", "k1"))).status).toBe(302);
    });
  });

  it("is no way to read what somebody else was answered", async () => {
    await world.fresh(async () => {
      await post("street-east", list(), problem("路灯不亮", "k1"));
      expect((await post("street-west", list(), problem("路灯不亮", "k1"))).status).toBe(404);
    });
  });

  it.each(["", "x".repeat(101), "a b", "<script>"])("is refused when it is none of ours: %s", async (key) => {
    await world.fresh(async () => {
      expect((await post("street-east", list(), problem("路灯不亮", key))).status).toBe(400);
    });
  });
});
