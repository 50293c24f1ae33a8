import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { fileKinds } from "~/attachment/kinds.server";
import { eraseWords } from "~/erasure/eraseWords.server";
import { addFiles } from "~/file/addFiles.server";
import { verifyChain } from "~/ledger/verifyChain.server";
import { listMeetings } from "~/meeting/call/listMeetings.server";
import { showEarlierMeeting } from "~/meeting/call/showEarlierMeeting.server";
import { showMeeting } from "~/meeting/call/showMeeting.server";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { rightByPost } from "~/meeting/conduct/roomRight.server";
import { showLookBack } from "~/meeting/lookback/showLookBack.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { minutesFile } from "~/meeting/minutes/minutesFile.server";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { issuedDays } from "~/outcome/issuedDays.server";
import { publicationPage } from "~/outcome/publishing/publicationPage.server";
import { choicesForm } from "~/plan/takeover/choices";
import { showTakeover } from "~/plan/takeover/showTakeover.server";
import { takeOver } from "~/plan/takeover/takeOver.server";
import { chooseForLedger, uploadLedger } from "~/plan/takeover/takeoverUpload.server";
import { undoTakeover } from "~/plan/takeover/undoTakeover.server";
import { reportProgress } from "~/task/acts/reportProgress.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { allTasks } from "~/task/list/allTasks.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { showTask } from "~/task/page/showTask.server";
import { searchTasks } from "~/task/searchTasks.server";
import { myWork } from "~/work/myWork.server";
import { currentDatabase } from "~db/current";
import { read } from "~db/read";
import { listing, meeting, minutes, problem, resolution, task, topic, unit } from "~db/schema";
import { transact } from "~db/transact";
import { rowsOf, runStatement, withDatabase } from "../../../builders/database";
import { someInstant as now, type SmallDistrict, smallDistrict } from "../../../builders/district";
import { photo } from "../../../builders/files";
import { chineseWords } from "../../../builders/paper";
import { listedProblem } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";
import { dayAt } from "../../../builders/task";
import { workbookOf } from "../../../builders/workbook";

withDatabase();
let district: SmallDistrict;
const who = (account: string) => district.actors[account]!;
const office = () => who("office");

const executive = "区政府第五次常务会议";
const rows = [
  ["督办事项台账（截至十月底）"],
  ["填表单位：办公室"],
  [
    "序号",
    "事项",
    "任务",
    "责任单位",
    "责任单位",
    "时限要求",
    "进展情况",
    "状态",
    "来源会议",
    "会议日期",
    "文号",
    "责任街镇",
  ],
  [null, "名称", "议定事项", "牵头单位", "配合单位", "完成时限", "目前进展", null, null, null, null, null],
  [
    "1",
    "菜场排水",
    "疏通菜场后巷排水管",
    "works单位",
    "water（赵工）",
    "2026年9月30日",
    "已疏通一半",
    "推进中",
    executive,
    "2026年6月18日",
    "会字5号",
    "east",
  ],
  [
    "2",
    null,
    "更换菜场井盖",
    "路政所、water",
    "",
    "12月底前",
    "井盖已订购",
    "已办结",
    executive,
    null,
    null,
    "east",
  ],
  [
    "3",
    "停车难",
    "划定夜间停车位",
    "water单位",
    "",
    "2026-08-01",
    "",
    "挂账",
    "专题会",
    "2026.7.2",
    "",
    "西街",
  ],
  ["4", "旧案", "拆除旧围墙", "works", "", "2026/7/1", "已拆", "已销号", "专题会", "2026.7.2", "", "west"],
  ["5", "长期工作", "保持路面整洁", "works", "", "长期坚持", "", "", "专题会", "2026.7.2", "", "east"],
  ["6", "无来源", "清理河道垃圾", "water", "", "2026年11月中旬", "", "", "", "", "", ""],
  ["6", "无来源", "清理河道垃圾", "water", "", "2026年11月中旬", "", "", "", "", "", ""],
  ["合计", "7"],
] as (string | null)[][];
const file = () => ({
  name: "台账.xlsx",
  bytes: workbookOf([
    { name: "说明", rows: [["本表每月更新"]] },
    { name: "督办", rows, merges: ["D3:E3", "B5:B6", "J5:J6", "K5:K6"] },
  ]),
});

const bring = async () => mustSucceed(await uploadLedger(office(), file(), now));
const waiting = async () => mustSucceed(await showTakeover(office(), now)).waiting!;
const choose = async () => {
  const { east, west, works } = district.units;
  const units = [
    { name: "路政所", unitId: works },
    { name: "西街", unitId: west },
  ];
  const open = { units, sourceName: "以往会议", sourceDate: "2026-05-06", streetId: east };
  mustSucceed(await chooseForLedger(office(), choicesForm.parse(open), now));
};
const ledger = (account: string) =>
  allTasks(who(account), readTaskFilter(new URLSearchParams("state=all")), now);
const numberOf = async (text: string) => (await ledger("office")).find((one) => one.text === text)!.number;

beforeAll(async () => {
  district = await smallDistrict();
  await dayAt(district, "2026-12", "inSession");
});

describe("an earlier ledger", () => {
  it("is offered where the first look-back is empty, to the office alone", async () => {
    const empty = await showLookBack(office(), { slug: "2026-12" }, now);
    expect(empty).toMatchObject({ tasks: [], can: { takeOver: true } });
    expect(await showLookBack(who("leader"), { slug: "2026-12" }, now)).toMatchObject({
      can: { takeOver: false },
    });
    for (const account of ["admin", "leader", "street-east", "dept-works"]) {
      expect(await showTakeover(who(account), now)).toMatchObject({ refusal: { code: "notAllowed" } });
      expect(await uploadLedger(who(account), file(), now)).toMatchObject({
        refusal: { code: "notAllowed" },
      });
      expect(await takeOver(who(account), now)).toMatchObject({ refusal: { code: "notAllowed" } });
    }
  });

  it("is shown row by row, with what is wrong and what has to be chosen", async () => {
    expect(await takeOver(office(), now)).toMatchObject({ refusal: { code: "noLedgerWaiting" } });
    await bring();
    const shown = await waiting();
    const faults = shown.rows.map(({ row, does, faults }) => [row, does, faults.map(({ code }) => code)]);
    expect(faults).toEqual([
      [5, "add", []],
      [6, "refused", ["unitUnknown"]],
      [7, "refused", ["unitUnknown", "street"]],
      [8, "add", []],
      [9, "refused", ["due"]],
      [10, "refused", ["source", "heldOnMissing", "street"]],
      [11, "refused", ["twice"]],
    ]);
    expect(shown.unknown).toEqual([
      { name: "路政所", rows: 1 },
      { name: "西街", rows: 1 },
    ]);
    await choose();
    expect((await waiting()).counts).toEqual({ add: 5, known: 0, refused: 2, meetings: 3 });
  });

  it("gives rows whose limit is no day the one that is chosen for all of them", async () => {
    const dueDate = "2026-12-25";
    mustSucceed(await chooseForLedger(office(), choicesForm.parse({ dueDate }), now));
    const { rows: shown } = await waiting();
    expect(shown.find(({ row }) => row === 9)).toMatchObject({ does: "add", faults: [], task: { dueDate } });
    expect(shown.find(({ row }) => row === 5)!.task!.dueDate).not.toBe(dueDate);
    await choose();
  });

  it("lets a column be another one than its header says", async () => {
    const columns = { text: "名称", lead: "牵头单位" };
    mustSucceed(await chooseForLedger(office(), choicesForm.parse({ columns }), now));
    const changed = await waiting();
    expect(changed.columns).toEqual({ text: 1, lead: 3 });
    expect(changed.rows[0]!.title).toBe("菜场排水");
    await choose();
  });

  it("lies in a street's territory, or is the office's to verify, and nobody else's", async () => {
    const { units } = district;
    const streetOf = async (streetId: string | undefined) => {
      const open = { sourceName: "以往会议", sourceDate: "2026-05-06", streetId };
      mustSucceed(await chooseForLedger(office(), choicesForm.parse(open), now));
      const { rows } = await waiting();
      return rows.find(({ row }) => row === 10)!.task?.street.slug;
    };
    expect(await streetOf(units.west)).toBe("west");
    expect(await streetOf(units.office)).toBe("office");
    for (const other of [undefined, "none", units.works, units["east-lane"], units.district])
      expect(await streetOf(other)).toBeUndefined();
    await choose();
  });

  it("is taken over in one act, each meeting it names a meeting, each row its task", async () => {
    expect(mustSucceed(await takeOver(office(), now))).toMatchObject({ tasks: 5, meetings: 3 });
    expect(await takeOver(office(), now)).toMatchObject({ refusal: { code: "noLedgerWaiting" } });
    const tasks = await ledger("office");
    expect(
      tasks.map(({ number, title, text, lead, street, state, originalDueDate, overdue }) =>
        [number, title, text, lead.slug, street.slug, state, originalDueDate, overdue].join(" "),
      ),
    ).toEqual([
      "RW-2026-0004 旧案 拆除旧围墙 works west struckOff 2026-07-01 false",
      "RW-2026-0003 停车难 划定夜间停车位 water west suspended 2026-08-01 false",
      "RW-2026-0001 菜场排水 疏通菜场后巷排水管 works east inProgress 2026-09-30 true",
      "RW-2026-0005 无来源 清理河道垃圾 water east inProgress 2026-11-20 false",
      "RW-2026-0002 菜场排水 更换菜场井盖 works east handled 2026-12-31 false",
    ]);
    const held = await read((db) => db.select().from(meeting).where(eq(meeting.kind, "takenOver")));
    expect(held.map(({ title, date }) => [title, date]).toSorted()).toEqual([
      ["专题会", "2026-07-02"],
      ["以往会议", "2026-05-06"],
      [executive, "2026-06-18"],
    ]);
    // Two rows of one matter are two tasks of one topic.
    const topics = await read((db) => db.select({ title: topic.title }).from(topic));
    expect(topics.filter(({ title }) => title === "菜场排水")).toHaveLength(1);
  });

  it("says at each task where it came from, as it was read, and asks nobody to acknowledge it", async () => {
    const number = await numberOf("疏通菜场后巷排水管");
    const shown = (await showTask(who("dept-works"), number, now, meetingScope))!;
    expect(shown.trace.takenOver).toMatchObject({
      sheet: "督办",
      row: 5,
      fileName: "台账.xlsx",
      documentNumber: "会字5号",
    });
    expect(shown.trace.takenOver!.cells).toContainEqual({ header: "配合单位", text: "water（赵工）" });
    expect(shown.trace.meeting).toMatchObject({ title: executive, kind: "takenOver", opens: true });
    expect(shown.assisting.map(({ slug }) => slug)).toEqual(["water"]);
    expect(shown.history).toMatchObject([{ event: "takeOver", text: "已疏通一半" }]);
    expect(shown.acts).not.toContain("acknowledge");
    expect(shown.acts).toContain("progress");
    expect(await showTask(who("street-west"), number, now, meetingScope)).toBeNull();
    const asked = JSON.stringify(await myWork(who("dept-works"), now));
    expect(asked).toContain(number);
    expect(asked).not.toContain("acknowledge");
    expect(JSON.stringify(await myWork(who("street-east"), now))).toContain(await numberOf("更换菜场井盖"));
    expect(await read((db) => searchTasks(db, who("office"), "菜场排水管", 10))).toMatchObject([{ number }]);
  });

  it("doubles nothing when it is brought again", async () => {
    await bring();
    await choose();
    expect((await waiting()).counts).toEqual({ add: 0, known: 6, refused: 1, meetings: 0 });
    expect(await takeOver(office(), now)).toMatchObject({ refusal: { code: "nothingToTakeOver" } });
    expect(await ledger("office")).toHaveLength(5);
  });

  it("makes no meeting that was held here: nothing to open, to download, to write in, to publish", async () => {
    const [held] = await read((db) => db.select().from(meeting).where(eq(meeting.title, executive)));
    const { slug } = held!;
    expect(await showEarlierMeeting(who("dept-works"), slug, now)).toMatchObject({
      documentNumber: "会字5号",
      tasks: [{ text: "疏通菜场后巷排水管" }, { text: "更换菜场井盖" }],
    });
    expect(await showMeeting(office(), slug, now)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await showMinutes(office(), slug, null, now)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await minutesFile(office(), slug, null, chineseWords)).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await showLookBack(office(), { slug }, now)).toBeNull();
    expect(await read((db) => rightByPost(db, office(), slug))).toBeNull();
    const [one] = await read((db) => db.select().from(topic).where(eq(topic.meetingId, held!.id)));
    const files = [{ name: "现场.png", bytes: new Uint8Array(await photo()) }];
    for (const on of [
      { kind: "topic", subjectId: one!.id },
      { kind: "minutes", subjectId: held!.id },
    ])
      expect(await addFiles(fileKinds, office(), { ...on, files }, now)).toMatchObject({
        refusal: { code: "notFound" },
      });
    const number = await numberOf("疏通菜场后巷排水管");
    expect(await publicationPage(office(), number, now)).toMatchObject({ refusal: { code: "notFound" } });
    expect((await showTask(office(), number, now, meetingScope))!.can.publish).toBe(false);
    expect(await read((db) => issuedDays(db))).toEqual([]);
    expect(await read((db) => db.$count(minutes))).toBe(0);
  });

  it("keeps what the database itself holds apart", async () => {
    const database = currentDatabase();
    const [day] = rowsOf(database, "select id from meeting where kind = 'consultationDay'");
    const of = "topic_id, text, resident_text, lead_unit_id, due_date, milestones, measure, evidence";
    const kept = `${of}, resource_kind, resource_text`;
    const insert = `insert into resolution (id, minutes_id, meeting_id, ordinal, ${kept})
      select 'x', minutes_id, '${day!.id}', 9, ${kept} from resolution limit 1`;
    await expect(runStatement(database, insert)).rejects.toThrow("a resolution names its minutes");
    await expect(runStatement(database, "update resolution set due_date = '2030-01-01'")).rejects.toThrow(
      "frozen",
    );
    await expect(runStatement(database, "update task set original_due_date = '2030-01-01'")).rejects.toThrow(
      "frozen",
    );
  });

  it("has its meetings in the list of meetings of every official, marked, and without minutes", async () => {
    for (const account of ["office", "dept-works", "street-west"]) {
      const { meetings } = mustSucceed(await listMeetings(who(account), {}));
      expect(meetings).toHaveLength(3);
      expect(meetings).toContainEqual(
        expect.objectContaining({ kind: "takenOver", title: executive, minutes: null }),
      );
    }
    expect(await listMeetings(who("admin"), {})).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("is undone while nothing has happened to its tasks, and can be brought once more", async () => {
    const { past } = mustSucceed(await showTakeover(office(), now));
    expect(past).toMatchObject([{ tasks: 5, touched: 0, undoneAt: null }]);
    const undo = () => undoTakeover(office(), { takeoverId: past[0]!.id }, now);
    expect(await undoTakeover(who("leader"), { takeoverId: past[0]!.id }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await undo());
    expect(await undo()).toMatchObject({ refusal: { code: "takeoverUndone" } });
    for (const table of [task, resolution, topic]) expect(await read((db) => db.$count(table))).toBe(0);
    expect(mustSucceed(await showTakeover(office(), now)).meetings).toEqual([]);
    expect(mustSucceed(await listMeetings(office(), {})).meetings).toEqual([]);
    expect(await read((db) => searchTasks(db, who("office"), "菜场排水管", 10))).toEqual([]);
    expect((await waiting()).counts).toMatchObject({ add: 5, known: 0 });
    mustSucceed(await takeOver(office(), now));
    // The meetings are the same again; a number that a task had is not given to another one.
    expect(await read((db) => db.$count(meeting, eq(meeting.kind, "takenOver")))).toBe(3);
    expect((await ledger("office")).map(({ number }) => number).toSorted()).toEqual(
      [6, 7, 8, 9, 10].map((count) => `RW-2026-${String(count).padStart(4, "0")}`),
    );
    expect(rowsOf(currentDatabase(), "pragma foreign_key_check")).toEqual([]);
  });

  it("is called at the first look-back, and goes on as any other task", async () => {
    const open = ["划定夜间停车位", "疏通菜场后巷排水管", "更换菜场井盖", "清理河道垃圾"];
    const called = (await showLookBack(office(), { slug: "2026-12" }, now))!;
    expect(called.tasks.map(({ text }) => text)).toEqual(open);
    expect(called.tasks[1]!.resolvedAt).toMatchObject({ title: executive, kind: "takenOver" });
    expect(called.can.takeOver).toBe(false);
    const number = await numberOf("疏通菜场后巷排水管");
    mustSucceed(await reportProgress(who("dept-works"), { number, text: "只剩检查井", evidence: "" }, now));
    const stated = { slug: "2026-12", number, statement: "delayed" as const, text: "月底完成" };
    mustSucceed(await stateAtLookBack(office(), stated, now));
    const claimed = await numberOf("更换菜场井盖");
    expect(await verifySolved(who("dept-works"), { number: claimed, text: "已换新" }, now)).toMatchObject({
      ok: false,
    });
    mustSucceed(
      await verifySolved(who("street-east"), { number: claimed, text: "已换新", evidence: "现场照片" }, now),
    );
    mustSucceed(await strikeOff(office(), { number: claimed, text: "销号" }, now));
    expect((await verifyChain()).faults).toEqual([]);
  });

  it("gives up words that a resident asks to be erased, wherever the ledger has them", async () => {
    const words = "菜场后巷";
    await dayAt(district, "2027-01", "collecting");
    const wishes = { originalWording: `${words}积水三天。` };
    const { number } = await listedProblem(district, "street-east", "2027-01", wishes);
    await transact((tx) => tx.update(problem).set({ submittedAt: now }).where(eq(problem.number, number)));
    await transact((tx) => tx.update(listing).set({ state: "submitted", submittedAt: now }));
    const [row] = await read((db) => db.select().from(problem).where(eq(problem.number, number)));
    const erasing = {
      number,
      fields: [],
      cells: [],
      passages: [words],
      reason: "",
      askedBy: "resident" as const,
    };
    const law = { legalBasis: "个人信息保护法第四十七条", version: row!.version };
    const before = await numberOf("疏通菜场后巷排水管");
    mustSucceed(await eraseWords(office(), { ...erasing, ...law }, now));
    const shown = await showTask(office(), before, now, meetingScope);
    expect(JSON.stringify(shown)).not.toContain(words);
    expect(shown!.resolution.text).toMatch(/^疏通.+排水管$/);
    expect((await verifyChain()).faults).toEqual([]);
  });

  it("is not given back any more then", async () => {
    const { past } = mustSucceed(await showTakeover(office(), now));
    expect(past[0]).toMatchObject({ tasks: 5, touched: 2 });
    expect(await undoTakeover(office(), { takeoverId: past[0]!.id }, now)).toMatchObject({
      refusal: { code: "takeoverInUse", values: { count: 2 } },
    });
    expect(await read((db) => db.select({ n: sql<number>`count(*)` }).from(task))).toEqual([{ n: 5 }]);
  });
});

describe("a ledger inside the district", () => {
  const rename = (slug: string, nameZh: string, shortZh: string) =>
    transact((tx) => tx.update(unit).set({ nameZh, shortZh }).where(eq(unit.slug, slug)));

  it("names units without the district, and none by what several are called", async () => {
    await rename("works", "云川区建设和管理委员会", "区建管委");
    await rename("water", "云川区水务局", "区水务局");
    const written = ["水务局", "区水务局", "建管委", "局"].map((lead, at) => [
      ...[`事项${at}`, lead, "2026年底", "区长办公会", "2026-09-01"],
    ]);
    const head = ["议定事项", "牵头单位", "完成时限", "来源会议", "会议日期"];
    const bytes = new Uint8Array(workbookOf([{ name: "台账", rows: [head, ...written] }]));
    mustSucceed(await uploadLedger(office(), { name: "台账.xlsx", bytes }, now));
    mustSucceed(await chooseForLedger(office(), choicesForm.parse({ streetId: district.units.west }), now));
    const shown = await waiting();
    expect(shown.rows.map(({ task: one }) => one?.lead.slug)).toEqual([
      ...["water", "water", "works", undefined],
    ]);
    expect(shown.unknown).toEqual([{ name: "局", rows: 1 }]);
  });
});
