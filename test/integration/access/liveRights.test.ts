import type { IncomingMessage } from "node:http";
import { beforeAll, expect, it } from "vitest";
import { cookieName } from "~/access/cookie.server";
import { signedIn } from "~/access/session.server";
import { signOut } from "~/access/signIn/signOut.server";
import { startSession } from "~/access/signIn/startSession.server";
import { change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import { leavePost } from "~/work/handover/leavePost.server";
import { read } from "~db/read";
import { holding } from "~db/schema";
import type { Admitted } from "~server/live/admission";
import { createAdmission } from "~server/liveAdmission";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { startEngine } from "../../builders/engine";
import { mustSucceed } from "../../builders/result";
import { openDay } from "../../builders/session";

withDatabase();
const month = "2026-11";
const room = `day-${month}`;
const origin = "https://huishang.example";
let now = "2026-11-20T02:00:00.000Z";
const admission = createAdmission([origin], () => new Date(now));
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  const engine = startEngine();
  await openDay(district, month, [{ street: "east", title: "东街路灯不亮", power: "works" }]);
  await engine.drain();
});

/** Somebody signed in and inside the room, with the cookie they came with. */
async function enter(account: string): Promise<{ cookie: string; inside: Admitted }> {
  const who = district.actors[account]!;
  const { token } = mustSucceed(
    await change(who, now, async (tx, book) =>
      done(await startSession(tx, book, { personId: who.personId, postId: who.postId }, caller, now)),
    ),
  );
  const cookie = `${cookieName}=${token}`;
  const answer = await admission.admit({ headers: { origin, cookie } } as IncomingMessage, room, 1);
  if (!answer.ok) throw new Error(`not admitted: ${answer.code}`);
  return { cookie, inside: answer };
}
const caller = { address: "203.0.113.1", browser: "" };

it("closes a live record as not signed in, from the moment of signing out", async () => {
  const { cookie, inside } = await enter("office");
  expect(await admission.recheck(inside, room, 1)).toMatchObject({ right: "write" });
  await signOut((await signedIn(cookie, now))!.actor, now);
  expect(await admission.recheck(inside, room, 1)).toBe("signedOut");
});

it("closes it from the minute at which the post was left", async () => {
  const { inside } = await enter("dept-works");
  const { personId } = district.actors["dept-works"]!;
  const [held] = (await read((db) => db.select().from(holding))).filter((one) => one.personId === personId);
  const leave = { holdingId: held!.id, toDay: "2026-11-20", handover: "已与综合科交接" };
  expect(await admission.recheck(inside, room, 1)).toMatchObject({ right: "write" });
  mustSucceed(await leavePost(district.actors.admin!, leave, now));
  expect(await admission.recheck(inside, room, 1)).toBe("signedOut");
});

it("counts an open live record as use of the sign-in, until that has lasted long enough", async () => {
  const { inside, cookie } = await enter("leader");
  const began = Date.parse(now);
  for (let hours = 1; hours < 14; hours += 1.5) {
    now = new Date(began + hours * 3_600_000).toISOString();
    expect(await admission.recheck(inside, room, 1), `${hours} h`).toMatchObject({ right: "write" });
  }
  now = new Date(began + 14 * 3_600_000).toISOString();
  expect(await admission.recheck(inside, room, 1)).toBe("signedOut");
  expect(await signedIn(cookie, now)).toBeNull();
});
