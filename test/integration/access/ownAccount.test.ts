import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { onAccessChange } from "~/access/accessChange.server";
import { acceptInvitation } from "~/access/account/acceptInvitation.server";
import { changePassword } from "~/access/account/changePassword.server";
import { endOtherSignIns, endOwnSignIn } from "~/access/account/endOwnSignIn.server";
import { findInvitation } from "~/access/account/invitation.server";
import { isGuessable } from "~/access/account/passwordStrength.server";
import { showOwnAccount } from "~/access/account/showOwnAccount.server";
import { cookieName } from "~/access/cookie.server";
import { signedIn } from "~/access/session.server";
import { signIn } from "~/access/signIn/signIn.server";
import { invitePerson } from "~/unit/invitePerson.server";
import { showAccount, showAccounts } from "~/unit/showAccounts.server";
import { withdrawPassword } from "~/unit/withdrawPassword.server";
import { read } from "~db/read";
import { invitation, knownDevice, ledgerEntry, person, signInPace, signIn as signInTable } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
const now = "2026-11-10T02:00:00.000Z";
const password = "correct horse battery";
const better = "seven lamps in the lane";
const caller = { address: "203.0.113.1", browser: "Firefox, Linux" };
const by = (account: string) => district.actors[account]!;

beforeEach(async () => {
  district ??= await smallDistrict();
  const passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1 });
  await transact(async (tx) => {
    await tx.update(person).set({ passwordHash });
    for (const table of [signInTable, signInPace, knownDevice, invitation]) await tx.delete(table);
  });
});

const enter = (account: string, given = password) => signIn({ account, password: given }, caller, now);
const whoIs = (token: string, at = now) => signedIn(`${cookieName}=${token}`, at);

/** Somebody signed in, as a request of theirs would have it. */
async function signedInAs(account: string) {
  const session = mustSucceed(await enter(account));
  return { session, actor: (await whoIs(session.token))!.actor };
}

describe("a password of one's own", () => {
  it("is changed by who knows the present one; every sign-in ends, and this browser goes on under a new one", async () => {
    const other = await signedInAs("office");
    const { actor, session } = await signedInAs("office");
    const told: (string | undefined)[] = [];
    const stop = onAccessChange(async (personId) => void told.push(personId));
    const went = mustSucceed(
      await changePassword(
        actor,
        { current: password, password: better },
        { ...caller, session: session.token },
        now,
      ),
    );
    stop();
    expect(told).toEqual([actor.personId]);
    expect(await whoIs(other.session.token)).toBeNull();
    expect(await whoIs(session.token)).toBeNull();
    expect(await whoIs(went.token)).not.toBeNull();
    expect((await enter("office")).ok).toBe(false);
    expect((await enter("office", better)).ok).toBe(true);
  });

  it("forgets the devices it was known on", async () => {
    const other = await signedInAs("office");
    const { actor } = await signedInAs("office");
    mustSucceed(await changePassword(actor, { current: password, password: better }, caller, now));
    const known = await read((db) =>
      db.select().from(knownDevice).where(eq(knownDevice.personId, actor.personId)),
    );
    expect(known).toHaveLength(1);
    expect(JSON.stringify(known)).not.toContain(other.session.device);
  });

  it("cannot be guessed from a page that was left open", async () => {
    const { actor } = await signedInAs("office");
    const guess = () => changePassword(actor, { current: "wrong", password: better }, caller, now);
    for (let count = 0; count < 5; count++)
      expect(await guess()).toMatchObject({ refusal: { code: "wrongOwnPassword", field: "current" } });
    expect(await guess()).toMatchObject({ refusal: { code: "tooManyAttempts" } });
  });

  it("is refused when it is guessed soon, and never stands in the ledger", async () => {
    const { actor } = await signedInAs("office");
    const weak = await changePassword(actor, { current: password, password: "aaaaaaaaaa" }, caller, now);
    expect(weak).toMatchObject({ refusal: { code: "passwordWeak", field: "password" } });
    expect(await whoIs((await signedInAs("office")).session.token)).not.toBeNull();
    mustSucceed(await changePassword(actor, { current: password, password: better }, caller, now));
    const entries = JSON.stringify(await read((db) => db.select().from(ledgerEntry)));
    expect(entries).not.toContain(better);
    expect(entries).not.toContain("argon2");
  });

  it.each([
    ["one character", "aaaaaaaaaa", true],
    ["a row of them", "abcdefghij", true],
    ["a row of keys", "qwertyuiop", true],
    ["a common one", "password123", true],
    ["numbers in a row", "1234567890", true],
    ["a day", "20261130aa", true],
    ["one's own account", "street-wjc1", true],
    ["one's own name, again and again", "王建国王建国王建国", true],
    ["the product's name and a year", "huishang2026", true],
    ["what half the country takes", "woaini1314520", true],
    ["some words", "seven lamps in the lane", false],
    ["a sentence", "巷口的七盏路灯昨晚亮了", false],
    ["what a machine made", "lj7#kd02Qp", false],
  ])("may not be %s: %s", async (_, given, guessable) => {
    expect(await isGuessable(given, ["street-wjc", "王建国"])).toBe(guessable);
  });
});

describe("one's own sign-ins", () => {
  it("are listed with where they are, without those that have ended", async () => {
    await signedInAs("leader");
    const { actor } = await signedInAs("office");
    mustSucceed(
      await signIn(
        { account: "office", password },
        { address: "198.51.100.7", browser: "Edge, Windows" },
        now,
      ),
    );
    const { signIns } = await showOwnAccount(actor, now);
    expect(signIns.map(({ address, browser, here }) => [address, browser, here])).toEqual([
      ["198.51.100.7", "Edge, Windows", false],
      ["203.0.113.1", "Firefox, Linux", true],
    ]);
    mustSucceed(await endOwnSignIn(actor, { id: signIns[0]!.id }, now));
    expect((await showOwnAccount(actor, now)).signIns).toHaveLength(1);
  });

  it("are ended by their owner alone, one or all others", async () => {
    const [one, two, stranger] = [
      await signedInAs("office"),
      await signedInAs("office"),
      await signedInAs("leader"),
    ];
    expect(await endOwnSignIn(stranger.actor, { id: one.actor.signInId }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    mustSucceed(await endOtherSignIns(two.actor, now));
    expect(await whoIs(one.session.token)).toBeNull();
    expect(await whoIs(two.session.token)).not.toBeNull();
    expect(await whoIs(stranger.session.token)).not.toBeNull();
  });
});

describe("an invitation", () => {
  const invite = async (account: string) =>
    mustSucceed(await invitePerson(by("admin"), { personId: by(account).personId }, now)).code;
  const accept = (code: string, given = better, at = now) =>
    acceptInvitation({ code, password: given }, caller, at);
  const later = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();

  it("lets somebody choose a password and signs them in, once", async () => {
    const code = await invite("dept-works");
    expect(await findInvitation(code, now)).toMatchObject({ account: "dept-works" });
    const session = mustSucceed(await accept(code))!;
    expect((await whoIs(session.token))!.actor.account).toBe("dept-works");
    expect((await enter("dept-works", better)).ok).toBe(true);
    expect((await enter("dept-works")).ok).toBe(false);
    expect(await accept(code, "another one of mine")).toMatchObject({ refusal: { code: "invitationOver" } });
  });

  it("is used once also by two at the same moment", async () => {
    const code = await invite("dept-works");
    const results = await Promise.all([accept(code), accept(code, "another one of mine")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is good for seven days, and ends with the next one", async () => {
    const code = await invite("dept-works");
    expect(await findInvitation(code, later(6.9))).not.toBeNull();
    expect(await accept(code, better, later(7))).toMatchObject({ refusal: { code: "invitationOver" } });
    const next = await invite("dept-works");
    expect(await findInvitation(code, now)).toBeNull();
    expect(await findInvitation(next, now)).not.toBeNull();
  });

  it("is stored as a hash only, and stays good when the password is refused", async () => {
    const code = await invite("dept-works");
    const stored = await read(async (db) => [
      await db.select().from(invitation),
      await db.select().from(ledgerEntry),
    ]);
    expect(JSON.stringify(stored)).not.toContain(code);
    expect(await accept(code, "1234567890")).toMatchObject({ refusal: { code: "passwordWeak" } });
    mustSucceed(await accept(code));
  });

  it("is made by administrators alone, and leaves the present password as it is", async () => {
    for (const account of ["office", "leader", "dept-works"])
      expect(await invitePerson(by(account), { personId: by("leader").personId }, now)).toMatchObject({
        refusal: { code: "notAllowed" },
      });
    await invite("dept-works");
    expect((await enter("dept-works")).ok).toBe(true);
  });
});

describe("an account that somebody else may be using", () => {
  it("is closed at once, and opened by a new invitation", async () => {
    const { session } = await signedInAs("dept-works");
    const { personId } = by("dept-works");
    expect(await withdrawPassword(by("office"), { personId }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await withdrawPassword(by("admin"), { personId }, now));
    expect(await whoIs(session.token)).toBeNull();
    expect(await enter("dept-works")).toMatchObject({ refusal: { code: "wrongPassword" } });
    expect(await enter("dept-works", "")).toMatchObject({ refusal: { code: "wrongPassword" } });
    const page = mustSucceed(await showAccount(by("admin"), personId, now));
    expect(page).toMatchObject({ hasPassword: false, invitedUntil: null, openSignIns: 0 });
    const { code } = mustSucceed(await invitePerson(by("admin"), { personId }, now));
    mustSucceed(await acceptInvitation({ code, password: better }, caller, now));
  });

  it("is not the administrator's own", async () => {
    const { personId } = by("admin");
    expect(await withdrawPassword(by("admin"), { personId }, now)).toMatchObject({
      refusal: { code: "ownAccount" },
    });
  });
});

describe("the list of accounts", () => {
  it("is the administrator's, and says who holds what", async () => {
    expect(await showAccounts(by("office"), {}, now)).toMatchObject({ refusal: { code: "notFound" } });
    const { accounts, previous, next } = mustSucceed(await showAccounts(by("admin"), {}, now));
    expect([previous, next]).toEqual([null, null]);
    expect(accounts.map(({ account }) => account)).toEqual(Object.keys(district.actors).sort());
    expect(accounts[0]).toMatchObject({
      hasPassword: true,
      posts: [{ title: { en: "Officer" }, over: false }],
    });
    expect(JSON.stringify(accounts)).not.toContain("argon2");
  });

  it("is paged in both directions", async () => {
    await transact(async (tx) => {
      for (let at = 0; at < 100; at++)
        await tx.insert(person).values({
          id: `many-${at}`,
          account: `many-${String(at).padStart(3, "0")}`,
          name: "多",
          passwordHash: "",
        });
    });
    const page = async (edge: { from?: string; until?: string }) =>
      mustSucceed(await showAccounts(by("admin"), edge, now));
    const first = await page({});
    const second = await page({ from: first.next! });
    const last = await page({ from: second.next! });
    expect([first, second, last].map(({ accounts }) => accounts.length)).toEqual([50, 50, 9]);
    expect([first.previous, last.next]).toEqual([null, null]);
    expect((await page({ until: last.previous! })).accounts).toEqual(second.accounts);
    expect((await page({ until: second.previous! })).previous).toBeNull();
  });
});
