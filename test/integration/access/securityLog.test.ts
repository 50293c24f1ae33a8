import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { tellSecurity } from "~/access/securityEvent";
import { signIn } from "~/access/signIn/signIn.server";
import { appointNewcomer } from "~/unit/appointNewcomer.server";
import { leavePost } from "~/work/handover/leavePost.server";
import { read } from "~db/read";
import { holding, person } from "~db/schema";
import { transact } from "~db/transact";
import { keepSecurityLog } from "~server/security/securityLog";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { freshFolder, removeFolders } from "../../builders/folder";
import { mustSucceed } from "../../builders/result";

withDatabase();
const now = "2026-11-10T02:00:00.000Z";
const password = "correct horse battery";
const caller = { address: "203.0.113.1", browser: "Firefox, Linux" };
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
  const passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1 });
  await transact(async (tx) => {
    await tx.update(person).set({ passwordHash });
  });
});

let folder: string;
let stop: () => void;
const faults: unknown[] = [];
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => {
  stop?.();
  removeFolders();
  expect(faults.splice(0)).toEqual([]);
});
const keep = (syslog?: { host: string; port: number }) => {
  stop = keepSecurityLog({ dataFolder: folder, securityLogDays: 184, syslog }, (fault) => faults.push(fault));
};
const pathOf = (day: string) => join(folder, "security", `security-${day}.jsonl`);
const textOf = (day: string) => readFileSync(pathOf(day), "utf8");
const linesOf = (day: string) =>
  textOf(day)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it("keeps who signed in and who was refused, by account and address and nothing else", async () => {
  keep();
  mustSucceed(await signIn({ account: "office", password }, caller, now));
  await signIn({ account: "office", password: "my other password" }, caller, now);
  await signIn({ account: "typed into the wrong field", password }, caller, now);
  const facts = { at: now, address: "203.0.113.1" };
  expect(linesOf("2026-11-10")).toEqual([
    { ...facts, event: "signIn", account: "office" },
    { ...facts, event: "signInRefused", account: "office", reason: "wrongPassword" },
    { ...facts, event: "signInRefused", reason: "wrongPassword" },
  ]);
  for (const typed of [password, "my other password", "typed into", "office员"])
    expect(textOf("2026-11-10")).not.toContain(typed);
  expect(statSync(pathOf("2026-11-10")).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "security")).mode & 0o777).toBe(0o700);
});

it("keeps who gave and took which rights", async () => {
  keep();
  const [held] = (await read((db) => db.select().from(holding))).filter(
    ({ personId }) => personId === district.actors["street-east"]!.personId,
  );
  const leave = { holdingId: held!.id, toDay: "2026-11-10", handover: "已与综合科交接" };
  mustSucceed(await leavePost(district.actors.admin!, leave, now));
  const come = { postId: held!.postId, account: "liu.fang", name: "刘芳", fromDay: "2026-11-10" };
  const { code } = mustSucceed(await appointNewcomer(district.actors.admin!, come, now));
  const facts = { at: now, by: "admin" };
  expect(linesOf("2026-11-10")).toEqual([
    { ...facts, event: "postLeft", account: "street-east", about: held!.postId },
    { ...facts, event: "postGiven", account: "liu.fang", about: held!.postId },
    { ...facts, event: "invitationMade", account: "liu.fang" },
  ]);
  for (const secret of [code, "刘芳", "交接"]) expect(textOf("2026-11-10")).not.toContain(secret);
});

it("begins a file each day of the district's zone, and removes what is older than the period", () => {
  mkdirSync(join(folder, "security"));
  for (const day of ["2026-05-09", "2026-05-10", "2026-11-09"]) writeFileSync(pathOf(day), "{}\n");
  writeFileSync(join(folder, "security", "notes.txt"), "mine");
  keep();
  tellSecurity({ event: "signOut", at: "2026-11-09T15:59:59.000Z", account: "office" });
  tellSecurity({ event: "signOut", at: "2026-11-09T16:00:00.000Z", account: "office" });
  expect(readdirSync(join(folder, "security")).sort()).toEqual([
    "notes.txt",
    "security-2026-05-10.jsonl",
    "security-2026-11-09.jsonl",
    "security-2026-11-10.jsonl",
  ]);
  expect(linesOf("2026-11-09")).toHaveLength(2);
});

it("does not let whoever hammers at the door fill the disk", () => {
  keep();
  const refuse = (at: string) => tellSecurity({ event: "signInRefused", at, reason: "wrongPassword" });
  for (let count = 0; count < 700; count++) refuse(now);
  tellSecurity({ event: "signIn", at: now, account: "office" });
  refuse("2026-11-10T02:01:00.000Z");
  const lines = linesOf("2026-11-10");
  expect(lines).toHaveLength(602);
  expect(lines.at(-2)).toMatchObject({ event: "signIn" });
  expect(lines.at(-1)).toMatchObject({ event: "signInRefused", leftOut: 100 });
});

it("tells a syslog server, as RFC 5424 asks for it", async () => {
  const server = createSocket("udp4").bind(0, "127.0.0.1");
  await once(server, "listening");
  keep({ host: "127.0.0.1", port: (server.address() as AddressInfo).port });
  const heard = once(server, "message");
  tellSecurity({
    event: "signInRefused",
    at: now,
    account: "office",
    address: "203.0.113.1",
    reason: "noPost",
  });
  const [message] = (await heard) as [Buffer];
  server.close();
  expect(String(message)).toMatch(/^<85>1 2026-11-10T02:00:00\.000Z \S+ huishang \d+ signInRefused - \{/);
  expect(JSON.parse(String(message).replace(/^.*? - /, ""))).toEqual({
    ...{ account: "office", address: "203.0.113.1", reason: "noPost" },
  });
});

it("stops nobody where it cannot be written", async () => {
  keep();
  // A folder where the file would be.
  mkdirSync(pathOf("2026-11-11"), { recursive: true });
  mustSucceed(await signIn({ account: "leader", password }, caller, "2026-11-11T02:00:00.000Z"));
  expect(faults.splice(0)).toHaveLength(1);
});
