import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { actInPost } from "~/access/actInPost.server";
import { cookieName } from "~/access/cookie.server";
import { signedIn } from "~/access/session.server";
import { signIn } from "~/access/signIn.server";
import { signOut } from "~/access/signOut.server";
import { hashToken } from "~/access/token.server";
import { read } from "~db/read";
import { holding, ledgerEntry, person, signIn as signInTable } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { actorOf, type SmallDistrict, smallDistrict } from "../../builders/district";

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
