import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { taskAddress } from "~/address/tasks";
import { appointHolder } from "~/unit/appointHolder.server";
import { addPost } from "~/unit/post/addPost.server";
import { confirmHandover } from "~/work/handover/confirmHandover.server";
import { leavePost } from "~/work/handover/leavePost.server";
import { letRestStay, sayHandover } from "~/work/handover/sayHandover.server";
import { showHandover } from "~/work/handover/showHandover.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { holding } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { actorOf, type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { mustSucceed } from "../../builders/result";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
withLive();

const now = "2026-11-10T02:00:00.000Z";
const later = "2026-11-11T02:00:00.000Z";
const words = "已当面交接，材料在二楼档案柜。";
let district: SmallDistrict;
let tasks: string[];
let holdingId: string;
let desk: string;
const by = (account: string) => district.actors[account]!;

beforeAll(async () => {
  district = await smallDistrict();
  const day = await dayAt(district, "2026-10", "issued");
  const due = { street: "east", lead: "works", due: "2026-11-30" } as const;
  tasks = await dispatchedTasks(district, day, [due, due, due], now);
  const [held] = await read((db) =>
    db
      .select()
      .from(holding)
      .where(eq(holding.postId, by("dept-works").postId)),
  );
  holdingId = held!.id;
  const added = { unit: "works", role: "department", titleZh: "经办人", titleEn: "Clerk" } as const;
  desk = mustSucceed(await addPost(by("admin"), added, now)).postId;
  const seat = { postId: desk, account: "dept-water", fromDay: "2026-11-01" };
  mustSucceed(await appointHolder(by("admin"), seat, now));
});

const page = async (who = by("dept-works"), at = now) => mustSucceed(await showHandover(who, holdingId, at));
const say = (key: string, to: string, note = "") =>
  sayHandover(by("dept-works"), { holdingId, items: [{ key, to, note }] }, now);
const leave = (at = now) => leavePost(by("admin"), { holdingId, toDay: "2026-11-10", handover: words }, at);

it("shows its holder everything open, and the administrator no more than what it is called", async () => {
  const own = await page();
  expect(own.lines.map(({ name }) => name)).toEqual(expect.arrayContaining(tasks));
  expect(own.lines.every(({ title, meeting }) => title !== "" || meeting)).toBe(true);
  expect(own.lines.every(({ to }) => to !== null)).toBe(true);
  const administrator = await page(by("admin"));
  expect(administrator.lines.map(({ name }) => name)).toEqual(own.lines.map(({ name }) => name));
  expect(administrator.lines.map(({ title }) => title).join("")).toBe("");
  // The tasks do not open for who sees no contents: no link leads there.
  expect(administrator.lines.every(({ to }) => to === null)).toBe(true);
  for (const account of ["dept-water", "street-east", "community-east"])
    expect(await showHandover(by(account), holdingId, now)).toMatchObject({ refusal: { code: "notFound" } });
});

it("lets nobody leave before each open thing has somewhere to go", async () => {
  expect(await leave()).toMatchObject({ refusal: { code: "handoverIncomplete" } });
  expect(await say(`task-${tasks[0]}`, "successor")).toMatchObject({
    refusal: { code: "handoverWordMissing", field: "items[0].note" },
  });
  expect(await say(`task-${tasks[0]}`, by("office").postId, "给会商办")).toMatchObject({
    refusal: { code: "invalid" },
  });
  expect(await say("task-none", "stays")).toMatchObject({ refusal: { code: "invalid" } });
  mustSucceed(await say(`task-${tasks[0]}`, "successor", "下周三前去现场"));
  mustSucceed(await say(`task-${tasks[1]}`, desk, "施工单位由经办人联系"));
  expect(await leave()).toMatchObject({ refusal: { code: "handoverIncomplete" } });
  expect(await letRestStay(by("office"), { holdingId }, now)).toMatchObject({
    refusal: { code: "notAllowed" },
  });
  mustSucceed(await letRestStay(by("dept-works"), { holdingId }, now));
  mustSucceed(await leave());
});

it("waits in My work of each post it went to until its holder has taken note", async () => {
  const clerk = await actorOf("dept-water", now);
  const inDesk = { ...clerk, postId: desk, unitId: district.units.works! };
  const lineOf = async (who: typeof clerk, at: string) =>
    (await myWork(who, at)).flatMap(({ items }) => items).find(({ key }) => key === `handover-${holdingId}`);
  expect(await lineOf(inDesk, later)).toMatchObject({ count: 1, what: { kind: "confirmHandover" } });
  const read = await page(inDesk, later);
  expect(read.lines.find(({ name }) => name === tasks[1])!.said).toMatchObject({
    note: "施工单位由经办人联系",
  });
  // Whoever takes over reads what it is about, as on the task's own page.
  for (const line of read.lines.filter(({ kind }) => kind === "task"))
    expect(line).toMatchObject({ title: expect.stringMatching(/./), to: taskAddress(line.name) });
  expect((await page(by("admin"), later)).lines.every(({ title, to }) => title === "" && to === null)).toBe(
    true,
  );
  mustSucceed(await confirmHandover(inDesk, { holdingId }, later));
  expect(await lineOf(inDesk, later)).toBeUndefined();

  const seat = { postId: by("dept-works").postId, account: "street-west", fromDay: "2026-11-11" };
  mustSucceed(await appointHolder(by("admin"), seat, later));
  const next = { ...by("dept-works"), personId: by("street-west").personId };
  const others = (await page(next, later)).lines.length - 1;
  expect(await lineOf(next, later)).toMatchObject({ count: others });
  expect(await confirmHandover({ ...next, standsIn: true }, { holdingId }, later)).toMatchObject({
    refusal: { code: "notAllowed" },
  });
  mustSucceed(await confirmHandover(next, { holdingId }, later));
  expect((await page(next, later)).lines.every(({ said }) => said!.confirmed)).toBe(true);
});
