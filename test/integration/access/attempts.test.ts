import { hash } from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signIn } from "~/access/signIn/signIn.server";
import { read } from "~db/read";
import { person, signInPace } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();
const now = "2026-11-10T02:00:00.000Z";
const password = "correct horse battery";

beforeAll(async () => {
  await smallDistrict();
  const passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1 });
  await transact(async (tx) => {
    await tx.update(person).set({ passwordHash });
  });
});
beforeEach(async () => {
  await transact(async (tx) => {
    await tx.delete(signInPace);
  });
});

interface From {
  address?: string;
  device?: string;
  after?: number;
}

function attempt(account: string, given: string, { address = "203.0.113.1", device, after = 0 }: From = {}) {
  const at = new Date(Date.parse(now) + after * 1000).toISOString();
  return signIn({ account, password: given }, { address, browser: "", device }, at);
}

/** Tries wrong passwords one after the other, however long one has to wait; answers the seconds that took. */
async function guess(account: string, count: number, from: From = {}): Promise<number> {
  let after = from.after ?? 0;
  for (let left = count; left > 0; ) {
    const result = await attempt(account, "wrong", { ...from, after });
    if (result.ok) throw new Error("the wrong password was right");
    if (result.refusal.code === "wrongPassword") left -= 1;
    else after += Number(result.refusal.values!.seconds);
  }
  return after;
}

const refused = (seconds: number) => ({ refusal: { code: "tooManyAttempts", values: { seconds } } });

describe("wrong passwords at once", () => {
  it("are counted before they are verified: no more get through than one after the other", async () => {
    const results = await Promise.all(
      Array.from({ length: 300 }, (_, at) => attempt("office", `wrong ${at}`)),
    );
    const verified = results.filter((one) => !one.ok && one.refusal.code === "wrongPassword");
    expect(verified).toHaveLength(5);
    expect(results.filter((one) => !one.ok && one.refusal.code === "tooManyAttempts")).toHaveLength(295);
  });

  it("about many accounts from many addresses wait in a queue of bounded length", async () => {
    const results = await Promise.all(
      Array.from({ length: 300 }, (_, at) => attempt(`nobody-${at}`, "wrong", { address: `192.0.2.${at}` })),
    );
    const codes = results.map((one) => (one.ok ? "in" : one.refusal.code));
    const busy = codes.filter((code) => code === "signInBusy").length;
    expect(busy).toBeGreaterThan(150);
    expect(codes.filter((code) => code === "wrongPassword")).toHaveLength(300 - busy);
    expect((await attempt("office", password)).ok).toBe(true);
  });

  it("hold nobody up who is known on their device, who goes before them", async () => {
    const { device } = mustSucceed(await attempt("office", password));
    let verified = 0;
    const guesses = Array.from({ length: 200 }, async (_, at) => {
      const result = await attempt(`nobody-${at}`, "wrong", { address: `192.0.2.${at}` });
      if (!result.ok && result.refusal.code === "wrongPassword") verified += 1;
    });
    expect((await attempt("office", password, { device })).ok).toBe(true);
    expect(verified).toBeLessThan(30);
    await Promise.all(guesses);
  });
});

describe("the wait", () => {
  it("grows with every failure about an account, from wherever they come", async () => {
    for (let at = 0; at < 5; at++) await attempt("office", "wrong", { address: `192.0.2.${at}` });
    expect(await attempt("office", password)).toMatchObject(refused(1));
    expect(await attempt("office", "wrong", { after: 1 })).toMatchObject({
      refusal: { code: "wrongPassword" },
    });
    expect(await attempt("office", password, { after: 1 })).toMatchObject(refused(2));
    expect((await attempt("office", password, { after: 3 })).ok).toBe(true);
  });

  it("is the same about an account that there is not, however it is written", async () => {
    await guess("nobody", 5);
    expect(await attempt("Nobody", "wrong")).toMatchObject(refused(1));
  });

  it("grows for an address, whatever accounts it tries, and is short enough to be waited for", async () => {
    for (let at = 0; at < 50; at++) await attempt(`nobody-${at}`, "wrong");
    expect(await attempt("office", password)).toMatchObject(refused(1));
    expect((await attempt("office", password, { address: "192.0.2.1" })).ok).toBe(true);
    const after = await guess("nobody", 10);
    const result = await attempt("office", password, { after });
    expect(result).toMatchObject({ refusal: { code: "tooManyAttempts" } });
    expect(!result.ok && Number(result.refusal.values!.seconds)).toBeLessThanOrEqual(60);
  });

  it("never keeps out who knows the password on a device they have signed in on", async () => {
    const { device } = mustSucceed(await attempt("office", password, { address: "198.51.100.1" }));
    const after = await guess("office", 30);
    expect(await attempt("office", password, { after })).toMatchObject({
      refusal: { code: "tooManyAttempts" },
    });
    expect((await attempt("office", password, { device, after })).ok).toBe(true);
  });

  it("counts guesses on a known device too, for that device alone", async () => {
    const { device } = mustSucceed(await attempt("office", password));
    await guess("office", 5, { device });
    expect(await attempt("office", password, { device })).toMatchObject(refused(1));
    expect((await attempt("office", password)).ok).toBe(true);
    // Known to one person, it is anybody's to another.
    await guess("leader", 5, { device });
    expect(await attempt("leader", password)).toMatchObject(refused(1));
  });

  it("ends with the right password, and is not lengthened by those who are let in", async () => {
    for (let at = 0; at < 4; at++) await attempt("office", "wrong");
    for (let at = 0; at < 60; at++) mustSucceed(await attempt("leader", password));
    expect((await attempt("office", password)).ok).toBe(true);
    await guess("office", 4);
    expect((await attempt("office", password)).ok).toBe(true);
  });
});

it("keeps nothing of what was typed as an account", async () => {
  await attempt("my secret password", "wrong");
  const rows = await read((db) => db.select().from(signInPace));
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain("secret");
});
