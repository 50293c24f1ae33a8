import { beforeAll, expect, it } from "vitest";
import { onAccessChange } from "~/access/accessChange.server";
import { onSecurityEvent } from "~/access/securityEvent";
import { importRegister } from "~/register/importRegister.server";
import { type RegisterRow, registerColumns } from "~/register/registerColumns";
import { appointHolder } from "~/unit/appointHolder.server";
import { appointNewcomer } from "~/unit/appointNewcomer.server";
import { addPost } from "~/unit/post/addPost.server";
import { changePost } from "~/unit/post/changePost.server";
import { leavePost } from "~/work/handover/leavePost.server";
import { read } from "~db/read";
import { holding } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();

const now = "2026-11-10T02:00:00.000Z";
const today = "2026-11-10";
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
beforeAll(async () => {
  district = await smallDistrict();
});

/** What the security log and the open connections hear while something is done. */
async function heardOf(work: () => Promise<unknown>) {
  const events: string[] = [];
  const people: (string | undefined)[] = [];
  const ends = [
    onSecurityEvent(({ event, account, by: who }) => void events.push(`${event} ${account} by ${who}`)),
    onAccessChange(async (personId) => void people.push(personId)),
  ];
  await work();
  for (const end of ends) end();
  return { events, people };
}

const holdingOf = async (account: string) =>
  (await read((db) => db.select().from(holding))).find(({ personId }) => personId === by(account).personId)!
    .id;

it("tells who is given a post with a file, like who is given one by hand", async () => {
  const row = Object.fromEntries(registerColumns.map((column) => [column, ""])) as RegisterRow;
  const river = { kind: "部门", slug: "river", nameZh: "河道所", nameEn: "River Office", shortZh: "河道" };
  const clerk = { titleZh: "经办人", titleEn: "Officer", role: "部门", name: "陈小满", account: "river.one" };
  const { events, people } = await heardOf(async () =>
    mustSucceed(await importRegister(by("admin"), [{ ...row, ...river, ...clerk, fromDay: today }], now)),
  );
  expect(events).toEqual(["postGiven river.one by admin"]);
  expect(people).toHaveLength(1);
});

it("tells of deputies when they begin, and when somebody is appointed, also to their open connections", async () => {
  const added = { unit: "works", role: "department", titleZh: "经办人", titleEn: "Officer" } as const;
  const clerk = mustSucceed(await addPost(by("admin"), added, now)).postId;
  mustSucceed(
    await appointHolder(by("admin"), { postId: clerk, account: "dept-water", fromDay: today }, now),
  );
  const { postId, personId } = by("dept-works");
  const titles = { titleZh: "联络员", titleEn: "Liaison", version: 1 };
  mustSucceed(await changePost(by("admin"), { postId, ...titles, deputyPostId: clerk }, now));
  const holdingId = await holdingOf("dept-works");
  const left = await heardOf(async () =>
    mustSucceed(await leavePost(by("admin"), { holdingId, toDay: today, handover: "已与综合科交接" }, now)),
  );
  expect(left.events).toEqual(["postLeft dept-works by admin", "postGiven dept-water by admin"]);
  expect(left.people).toEqual([personId, by("dept-water").personId]);
  const newcomer = { postId, account: "liu.fang", name: "刘芳", fromDay: today };
  const come = await heardOf(async () => mustSucceed(await appointNewcomer(by("admin"), newcomer, now)));
  expect(come.events).toEqual([
    "postLeft dept-water by admin",
    "postGiven liu.fang by admin",
    "invitationMade liu.fang by admin",
  ]);
  expect(come.people).toContain(by("dept-water").personId);
});
