import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { uploadDuties } from "~/problem/dutyFile/dutyUpload.server";
import { importDuties, showDutyImport } from "~/problem/dutyFile/importDuties.server";
import { addProblem } from "~/problem/list/addProblem.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { propose } from "~/problem/proposal/propose.server";
import { saveDuty } from "~/unit/duty/saveDuty.server";
import { unit } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { completeProblem, listedProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import { xlsxOf } from "../../builders/spreadsheet";

withDatabase();

const now = "2026-11-10T02:00:00.000Z";
const month = "2026-12";
let district: SmallDistrict;
let water: string;
let named: { number: string };
const by = (account: string) => district.actors[account]!;

const duty = () => ({
  ...{ list: "takenBack" as const, matter: "给水管网维修", problemClass: "publicFacilities" },
  ...{ basis: "", places: "", departmentDoes: "", streetDoes: "", unitId: water, assistingUnitIds: [] },
});

/** Pages that are open still offer the unit that is closed here. */
beforeAll(async () => {
  district = await smallDistrict();
  water = district.units.water!;
  await someDay(district, month, "collecting");
  named = await listedProblem(district, "street-east", month, { powerUnitId: water });
  mustSucceed(await saveDuty(by("office"), { ...duty(), number: 1 }, now));
  await transact((tx) => tx.update(unit).set({ closedAt: now }).where(eq(unit.id, water)));
});

it.each([
  ["powerUnitId", () => ({ powerUnitId: water })],
  ["seesUnitId", () => ({ seesUnitId: water })],
  ["concernedUnitIds", () => ({ concernedUnitIds: [district.units.works!, water] })],
])("is named by no new problem as %s", async (field, more) => {
  const given = { ...completeProblem(district, more()), month };
  const refused = { refusal: { code: "invalid", field } };
  expect(await addProblem(by("street-east"), given, now)).toMatchObject(refused);
  expect(await propose(by("community-east"), given, now)).toMatchObject(refused);
});

it("stays where a problem or a duty has named it", async () => {
  const { number } = named;
  const change = { number, version: 1, powerUnitId: water, title: "给水管网渗漏" };
  const { version } = mustSucceed(await editProblem(by("street-east"), change, now));
  const refused = { refusal: { code: "invalid", field: "seesUnitId" } };
  expect(await editProblem(by("street-east"), { ...change, version, seesUnitId: water }, now)).toMatchObject(
    refused,
  );
  const item = { ...duty(), number: 1, matter: "给水管网维护", version: 1 };
  mustSucceed(await saveDuty(by("office"), item, now, "takenBack-1"));
});

it("is given no duty, by hand or with a file", async () => {
  const refused = { refusal: { code: "invalid", field: "unitId" } };
  expect(await saveDuty(by("office"), { ...duty(), number: 2 }, now)).toMatchObject(refused);
  const head = ["清单", "序号", "事项", "类别", "责任单位"];
  const rows = [head, ["收回", 3, "消防栓维修", "公共设施", "water单位"]];
  const bytes = await xlsxOf(rows);
  mustSucceed(await uploadDuties(by("office"), { name: "清单.xlsx", bytes }, now));
  const { waiting } = mustSucceed(await showDutyImport(by("office")));
  expect(waiting?.rows).toMatchObject([{ does: "refused" }]);
  expect(mustSucceed(await importDuties(by("office"), now)).add).toBe(0);
});
