import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { onAccessChange } from "~/access/accessChange.server";
import { actInPost } from "~/access/actInPost.server";
import { bindCookiesToHttps, cookieName, sessionToken, signedInHeaders } from "~/access/cookie.server";
import { signedIn } from "~/access/session.server";
import { signIn } from "~/access/signIn/signIn.server";
import { signOut } from "~/access/signIn/signOut.server";
import { hashToken } from "~/access/token.server";
import { read } from "~db/read";
import { holding, ledgerEntry, person, signIn as signInTable } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { actorOf, type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
const now = "2026-11-10T02:00:00.000Z";
const password = "correct horse battery";

beforeAll(async () => {
  district = await smallDistrict();
  const passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1 });
  await transact(async (tx) => {
    await tx.update(person).set({ passwordHash });
  });
});

const attempt = (account: string, given: string, at = now, address = "203.0.113.1", device?: string) =>
  signIn({ account, password: given }, { address, browser: "Firefox, Linux", device }, at);

async function tokenOf(account: string, at = now): Promise<string> {
  const result = await attempt(account, password, at, `198.51.100.${account.length}`);
  if (!result.ok) throw new Error(result.refusal.code);
  return `${cookieName}=${result.value.token}`;
}

describe("signing in", () => {
  it("gives a token that is stored only as a hash", async () => {
    const cookie = await tokenOf("office");
    const token = cookie.split("=")[1]!;
    const rows = await read((db) =>
      db
        .select()
        .from(signInTable)
        .where(eq(signInTable.tokenHash, hashToken(token))),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await signedIn(cookie, now))?.actor).toMatchObject({ role: "office", name: "office员" });
  });

  it("says the same for a wrong password and an unknown account", async () => {
    expect(await attempt("office", "wrong")).toEqual(await attempt("nobody", "wrong"));
  });

  it("ends by itself, and at once on signing out", async () => {
    const cookie = await tokenOf("street-east");
    expect(await signedIn(cookie, "2026-11-11T02:00:00.000Z")).toBeNull();
    const found = await signedIn(cookie, now);
    await signOut(found!.actor, now);
    expect(await signedIn(cookie, now)).toBeNull();
  });

  it("leaves an event in the ledger, without the password or the token", async () => {
    const rows = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, "access.signIn")),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(password);
  });
});

describe("a sign-in", () => {
  const hoursLater = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

  it("ends when it was not used for two hours, and not while it is used", async () => {
    const [used, unused] = [await tokenOf("office"), await tokenOf("leader")];
    expect(await signedIn(used, hoursLater(1.9))).not.toBeNull();
    expect(await signedIn(used, hoursLater(3.8))).not.toBeNull();
    expect(await signedIn(unused, hoursLater(2.1))).toBeNull();
  });

  it("comes under a new token each time, and ends the one that the browser had", async () => {
    const first = mustSucceed(await attempt("office", password));
    const caller = { address: "203.0.113.1", browser: "", session: first.token, device: first.device };
    const told: (string | undefined)[] = [];
    const stop = onAccessChange(async (personId) => void told.push(personId));
    const second = mustSucceed(await signIn({ account: "office", password }, caller, now));
    stop();
    expect(told).toEqual([district.actors.office!.personId]);
    expect(second.token).not.toBe(first.token);
    expect(second.device).toBe(first.device);
    expect(await signedIn(`${cookieName}=${first.token}`, now)).toBeNull();
    expect(await signedIn(`${cookieName}=${second.token}`, now)).not.toBeNull();
  });

  it("makes a device known by a token of its own, never by one that was brought along", async () => {
    const planted = mustSucceed(await attempt("office", password, now, "203.0.113.1", "planted"));
    expect(planted.device).not.toBe("planted");
  });
});

describe("cookies", () => {
  afterEach(() => bindCookiesToHttps(false));
  const session = { token: "t", device: "d", seconds: 60, replaced: null };

  it("are bound to HTTPS and this host where pages come over HTTPS", () => {
    bindCookiesToHttps(true);
    const [own, device] = signedInHeaders(session).getSetCookie();
    for (const header of [own!, device!]) {
      expect(header).toMatch(/^__Host-huishang_/);
      for (const part of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(header).toContain(part);
      expect(header).not.toContain("Domain");
    }
    expect(sessionToken("huishang_session=planted")).toBeUndefined();
    expect(sessionToken("__Host-huishang_session=own")).toBe("own");
  });

  it("work over plain HTTP where nothing else is there", () => {
    const [own] = signedInHeaders(session).getSetCookie();
    expect(own).toBe("huishang_session=t; Max-Age=60; Path=/; HttpOnly; SameSite=Lax");
  });
});

describe("posts", () => {
  it("give no right once they are left", async () => {
    const cookie = await tokenOf("community-west");
    const actor = await actorOf("community-west");
    await transact(async (tx) => {
      await tx.update(holding).set({ toDay: "2026-11-09" }).where(eq(holding.personId, actor.personId));
    });
    expect(await signedIn(cookie, now)).toBeNull();
    expect(await attempt("community-west", password, now, "203.0.113.9")).toMatchObject({
      refusal: { code: "noPost" },
    });
  });

  it("can be acted in only by who holds them", async () => {
    const cookie = await tokenOf("street-west");
    const { actor } = (await signedIn(cookie, now))!;
    const foreign = district.actors.office!.postId;
    expect(await actInPost(actor, foreign, now)).toMatchObject({ refusal: { code: "notFound" } });
  });
});
