import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { dutyFactOf } from "~/problem/duty/dutyFactOf.server";
import { dutyProposals } from "~/problem/duty/dutyProposals.server";
import { dutiesWorkbook } from "~/problem/dutyFile/dutiesWorkbook";
import { dropDutyUpload, uploadDuties } from "~/problem/dutyFile/dutyUpload.server";
import { importDuties, showDutyImport } from "~/problem/dutyFile/importDuties.server";
import { registerFileReader } from "~/problem/import/fileReader.server";
import { addProblem } from "~/problem/list/addProblem.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { showList } from "~/problem/list/showList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { takeDuty } from "~/problem/page/takeDuty.server";
import { endDuty, saveDuty } from "~/unit/duty/saveDuty.server";
import { showDuties, showDuty } from "~/unit/duty/showDuties.server";
import { keepNameKeys } from "~/unit/keepNameKeys.server";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";
import { read } from "~db/read";
import { person, problem, unit } from "~db/schema";
import { transact } from "~db/transact";
import { fileReader } from "~server/workers/fileReader";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { completeProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import { xlsxOf } from "../../builders/spreadsheet";

withDatabase();
let district: SmallDistrict;
let works: string;
const now = "2026-11-10T02:00:00.000Z";
const month = "2026-12";
const by = (account: string) => district.actors[account]!;

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
  const [row] = await read((db) => db.select().from(unit).where(eq(unit.id, district.units.works!)));
  works = row!.nameZh;
});

const head = [
  "清单",
  "序号",
  "事项",
  "类别",
  "责任单位",
  "法律依据",
  "覆盖的场所和设施",
  "部门职责",
  "街镇职责",
];
const heads = [
  "list",
  "number",
  "matter",
  "problemClass",
  "unitId",
  "basis",
  "places",
  "departmentDoes",
  "streetDoes",
];
const bring = async (rows: (string | number | null)[][], account = "office") =>
  uploadDuties(by(account), { name: "清单.xlsx", bytes: await xlsxOf(rows) }, now);

describe("a file with duty lists", () => {
  it("is imported row by row, refused rows with their reasons", async () => {
    mustSucceed(
      await bring([
        ["街镇履行职责事项清单"],
        head,
        ["基本履职", 1, "劝导居民分类投放生活垃圾", "环境卫生", "各街镇", "", "投放点", "", "安排志愿者值守"],
        [
          "上级收回",
          1,
          "城市公园的设施维护",
          "园林绿化",
          works,
          "《城市公园管理办法》第十二条",
          "公园、绿道",
          "落实养护",
          "",
        ],
        ["上级收回", 2, "桥梁检测", "公共设施", "从未听说的局", "", "桥梁", "", ""],
        ["配合履职", "三", "", "公共设施", "", "", "", "", ""],
        ["上级收回", 1, "又一次", "园林绿化", works, "", "", "", ""],
        ["合计", 5],
      ]),
    );
    const page = mustSucceed(await showDutyImport(by("office")));
    expect(page.waiting?.counts).toEqual({ add: 2, change: 0, same: 0, refused: 3 });
    const faults = page.waiting!.rows.filter(({ does }) => does === "refused");
    expect(faults.map(({ row, faults }) => [row, faults.map(({ code }) => code)])).toEqual([
      [5, ["unitUnknown"]],
      [6, ["number", "matter", "unitId"]],
      [7, ["twice"]],
    ]);
    mustSucceed(await importDuties(by("office"), now));
    const { duties, counts } = await showDuties(by("street-east"), { words: "公园 养护" });
    expect(duties).toMatchObject([
      { ref: "takenBack-1", unit: { id: district.units.works }, problemClass: "greenery" },
    ]);
    expect(counts).toEqual({ district: 1, basic: 1, cooperating: 0, takenBack: 1 });
    expect((await showDuty(by("dept-water"), "basic-1"))?.duty).toMatchObject({
      unit: null,
      streetDoes: "安排志愿者值守",
    });
    expect(mustSucceed(await showDutyImport(by("office"))).waiting).toBeNull();
  });

  it("changes nothing where it is what was exported", async () => {
    const { duties } = await showDuties(by("office"), {});
    const sheets = dutiesWorkbook(duties, {
      list: (list) =>
        ({ district: "区职责清单", basic: "基本履职", cooperating: "配合履职", takenBack: "上级收回" })[list],
      head: (column) =>
        column === "assistingUnitIds" ? "协同单位" : (head[heads.indexOf(column)] ?? column),
      problemClass: (one) => one,
      unit: ({ name }) => name.zh,
      eachStreet: "各街镇",
      and: "、",
    });
    const bytes = mustSucceed(await writeWorkbook(sheets));
    mustSucceed(await uploadDuties(by("office"), { name: "again.xlsx", bytes }, now));
    expect(mustSucceed(await showDutyImport(by("office"))).waiting?.counts).toEqual({
      ...{ add: 0, change: 0, refused: 0 },
      same: duties.length,
    });
    mustSucceed(await dropDutyUpload(by("office"), now));
  });

  it("is imported once by two who press at the same moment, and not in place of one that was brought meanwhile", async () => {
    const items = async () => (await showDuties(by("office"), { words: "" })).duties.length;
    const before = await items();
    const more = (number: number) => [
      head,
      ["收回", number, "广告牌安全", "绿化环境", works, "", "", "", ""],
    ];
    const importWhile = async (meanwhile: () => Promise<unknown>) => {
      registerFileReader({
        async read(...asked) {
          registerFileReader(fileReader);
          await meanwhile();
          await fileReader.read(...asked);
        },
      });
      return importDuties(by("office"), now);
    };
    mustSucceed(await bring(more(41)));
    const again = await importWhile(async () => mustSucceed(await importDuties(by("office"), now)));
    expect(again).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await items()).toBe(before + 1);

    mustSucceed(await bring(more(42)));
    const late = await importWhile(async () => mustSucceed(await bring(more(43))));
    expect(late).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(mustSucceed(await importDuties(by("office"), now)).add).toBe(1);
    expect((await showDuty(by("office"), "takenBack-43"))?.duty.number).toBe(43);
    expect(await showDuty(by("office"), "takenBack-42")).toBeNull();
  });

  it("is the office's to bring, and has to be one", async () => {
    for (const account of ["admin", "leader", "street-east", "dept-works"]) {
      expect(await bring([head], account)).toMatchObject({ refusal: { code: "notAllowed" } });
      expect(await importDuties(by(account), now)).toMatchObject({ refusal: { code: "notAllowed" } });
    }
    expect(await importDuties(by("office"), now)).toMatchObject({ refusal: { code: "noFileWaiting" } });
    mustSucceed(
      await bring([
        ["姓名", "电话"],
        ["甲", "乙"],
      ]),
    );
    expect(mustSucceed(await showDutyImport(by("office"))).waiting?.refusal?.code).toBe("noDutyColumns");
    expect(await importDuties(by("office"), now)).toMatchObject({ refusal: { code: "noDutyColumns" } });
    mustSucceed(await dropDutyUpload(by("office"), now));
  });
});

describe("a problem", () => {
  it("is told what was taken back, takes it in one press and keeps it", async () => {
    const [found] = await dutyProposals({ title: "北门公园夜间无照明", words: "黑漆漆的", place: "" });
    expect(found).toMatchObject({ ref: "takenBack-1", words: ["公园"], unit: { id: district.units.works } });
    const { number } = mustSucceed(
      await addProblem(
        by("street-east"),
        {
          month,
          ...completeProblem(district, {
            title: "北门公园夜间无照明",
            originalWording: "黑漆漆的，不敢去。",
          }),
        },
        now,
      ),
    );
    const before = (await showProblem(by("street-east"), number))!;
    expect(before.proposals[0]?.id).toBe(found!.id);
    const taken = { number, dutyItemId: found!.id };
    expect(await takeDuty(by("street-west"), taken, now)).toMatchObject({ refusal: { code: "notFound" } });
    mustSucceed(await takeDuty(by("street-east"), taken, now));
    expect(await takeDuty(by("street-east"), taken, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    const after = (await showProblem(by("street-east"), number))!;
    expect(after.problem).toMatchObject({
      powerUnitId: district.units.works,
      legalBasis: "《城市公园管理办法》第十二条",
    });
    expect(after.duty).toMatchObject({ list: "takenBack", number: 1 });
    expect(after.proposals).toEqual([]);
    expect(await read((db) => dutyFactOf(db, after.problem))).toMatchObject({
      list: "takenBack",
      item: { ref: "takenBack-1" },
    });
    const list = await showList(by("street-east"), { month, street: "east" });
    expect(list?.duties[found!.id]?.matter).toBe("城市公园的设施维护");

    mustSucceed(await endDuty(by("office"), "takenBack-1", now));
    expect((await showProblem(by("street-east"), number))?.duty?.ref).toBe("takenBack-1");
    expect(await dutyProposals({ title: "北门公园夜间无照明", words: "", place: "" })).toEqual([]);
    mustSucceed(await editProblem(by("street-east"), { number, dutyItemId: "" }, now));
    const [row] = await read((db) => db.select().from(problem).where(eq(problem.number, number)));
    expect(row!.dutyItemId).toBeNull();
  });

  it("falls under no duty that there is not", async () => {
    const input = { month, ...completeProblem(district, { dutyItemId: "none" }) };
    expect(await addProblem(by("street-east"), input, now)).toMatchObject({
      refusal: { code: "invalid", field: "dutyItemId" },
    });
  });
});

describe("an item", () => {
  const values = {
    ...{ list: "cooperating" as const, number: 7, matter: "河岸整治", problemClass: "environment" as const },
    ...{ assistingUnitIds: [], basis: "", places: "河岸", departmentDoes: "", streetDoes: "" },
  };

  it("is entered and changed by the office, once for each number, by whoever saw it last", async () => {
    const input = { ...values, unitId: district.units.water! };
    expect(await saveDuty(by("street-east"), input, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await saveDuty(by("office"), { ...input, unitId: "" }, now)).toMatchObject({
      refusal: { code: "invalid", field: "unitId" },
    });
    expect(
      await saveDuty(by("office"), { ...input, unitId: district.units["east-lane"] }, now),
    ).toMatchObject({
      refusal: { code: "invalid", field: "unitId" },
    });
    const { ref } = mustSucceed(await saveDuty(by("office"), input, now));
    expect(await saveDuty(by("office"), input, now)).toMatchObject({ refusal: { code: "dutyNumberTaken" } });
    const assisting = { ...input, assistingUnitIds: [district.units.works!], version: 1 };
    mustSucceed(await saveDuty(by("office"), assisting, now, ref));
    expect((await showDuties(by("leader"), { unit: "works", list: "cooperating" })).duties).toMatchObject([
      { ref, version: 2 },
    ]);
    expect(await saveDuty(by("office"), assisting, now, ref)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
  });
});

it("gives names that an earlier version wrote their keys at the next start", async () => {
  await transact(async (tx) => {
    await tx
      .update(unit)
      .set({ nameZh: "长白新村街道", sortKey: "", initials: "" })
      .where(eq(unit.id, district.units.east!));
    await tx
      .update(person)
      .set({ name: "单宁", sortKey: "", initials: "" })
      .where(eq(person.id, by("office").personId));
  });
  await keepNameKeys(now);
  const [street] = await read((db) => db.select().from(unit).where(eq(unit.id, district.units.east!)));
  expect(street).toMatchObject({ initials: "cbxcjd", sortKey: expect.stringMatching(/^chang2 bai2 /) });
  const [holder] = await read((db) =>
    db
      .select()
      .from(person)
      .where(eq(person.id, by("office").personId)),
  );
  expect(holder).toMatchObject({ initials: "sn", sortKey: expect.stringMatching(/^shan4 ning2/) });
});
