import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "~/access/signIn/startSession.server";
import { change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import { paceSignIns } from "~server/http/paceSignIns";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A door with a page behind it; a knock answers its status. */
async function openDoor(clock: () => number) {
  const application = express();
  application.set("trust proxy", 1);
  application.use(paceSignIns(clock));
  application.use((_request, response) => void response.send("page"));
  const server = application.listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return async ({ ip = "203.0.113.1", cookie = "", method = "POST", path = "/sign-in" } = {}) => {
    const headers = { "X-Forwarded-For": ip, Cookie: cookie };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers });
    await answer.text();
    return answer.status;
  };
}

const through = (answers: number[]) => answers.filter((one) => one === 200).length;
const times = (count: number, knock: (at: number) => Promise<number>) =>
  Promise.all(Array.from({ length: count }, (_, at) => knock(at)));

describe("forms of strangers at the door", () => {
  it("are let on to the page as fast as people type, and refused in a sentence beyond", async () => {
    let at = 0;
    const knock = await openDoor(() => at);
    const answers = await times(300, () => knock());
    expect(through(answers)).toBe(40);
    expect(new Set(answers)).toEqual(new Set([200, 503]));
    expect(through(await times(50, () => knock({ ip: "192.0.2.1" })))).toBe(40);
    at += 5_000;
    expect(through(await times(50, () => knock()))).toBe(10);
  });

  it("from many addresses are bounded together", async () => {
    const knock = await openDoor(() => 0);
    expect(through(await times(300, (at) => knock({ ip: `192.0.2.${at % 250}` })))).toBe(100);
  });

  it("leave the door open for who is known on their device, and for pages that are only read", async () => {
    const who = district.actors.office!;
    const now = "2026-11-10T02:00:00.000Z";
    const caller = { address: "203.0.113.1", browser: "" };
    const { device } = mustSucceed(
      await change(who, now, async (tx, book) =>
        done(await startSession(tx, book, { personId: who.personId, postId: who.postId }, caller, now)),
      ),
    );
    const knock = await openDoor(() => 0);
    await times(300, (at) => knock({ ip: `192.0.2.${at % 250}` }));
    expect(await knock({ cookie: "huishang_device=made-up" })).toBe(503);
    expect(await knock({ cookie: `huishang_device=${device}` })).toBe(200);
    expect(await knock({ method: "GET" })).toBe(200);
    expect(await knock({ path: "/desk/rules" })).toBe(200);
    expect(await knock({ path: "/invitation" })).toBe(503);
  });
});
