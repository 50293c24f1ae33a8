import { beforeAll, expect, it } from "vitest";
import { exportRegister } from "~/register/exportRegister.server";
import { importRegister, previewRegister } from "~/register/importRegister.server";
import { type RegisterRow, registerColumns } from "~/register/registerColumns";
import { showAccounts } from "~/unit/showAccounts.server";
import { showUnit } from "~/unit/showUnit.server";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { mustSucceed } from "../../builders/result";

withDatabase();
withLive();

const now = "2026-11-10T02:00:00.000Z";
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
beforeAll(async () => {
  district = await smallDistrict();
});

const empty = Object.fromEntries(registerColumns.map((column) => [column, ""])) as RegisterRow;
const river = {
  ...{ ...empty, kind: "部门", slug: "river", nameZh: "河道所", nameEn: "River Office", shortZh: "河道" },
  ...{ titleZh: "经办人", titleEn: "Officer", role: "部门" },
};
const clerk = (name: string, account: string) => ({ ...river, name, account, fromDay: "2026-11-10" });

async function fileOf(rows: readonly RegisterRow[], language: "zh-CN" | "en" = "zh-CN"): Promise<Uint8Array> {
  const exported = mustSucceed(await previewRegister(by("admin"), await file(language), now));
  expect(exported.every(({ outcomes }) => outcomes[0] === "known")).toBe(true);
  const { default: texts } = await import("~/i18n/zh-CN");
  const head = registerColumns.map((column) => texts.register.column[column]);
  const cells = rows.map((row) => registerColumns.map((column) => row[column] || null));
  return mustSucceed(await writeWorkbook([{ name: "表", head, rows: cells }]));
}

const file = async (language: "zh-CN" | "en") =>
  mustSucceed(await exportRegister(by("admin"), language, now));

it("comes back as it went out, in both languages, and only for the administrator", async () => {
  for (const language of ["zh-CN", "en"] as const) {
    const rows = mustSucceed(await previewRegister(by("admin"), await file(language), now));
    expect(rows.map(({ row }) => row.account)).toContain("dept-works");
    expect(rows.flatMap(({ outcomes }) => outcomes)).toEqual(rows.map(() => "known"));
  }
  expect(await exportRegister(by("office"), "en", now)).toMatchObject({ refusal: { code: "notFound" } });
  expect(await importRegister(by("office"), [river], now)).toMatchObject({ refusal: { code: "notAllowed" } });
});

it("shows row by row what it would bring and refuses, and brings nothing by being looked at", async () => {
  const rows = [
    clerk("顾问之", "river.one"),
    clerk("陈小满", "river.two"),
    { ...clerk("别人", "office"), titleZh: "所长", titleEn: "Head" },
    { ...river, slug: "lake", nameZh: "湖泊所", kind: "衙门" },
    { ...river, slug: "hill", nameZh: "山林所", role: "街镇" },
  ];
  const shown = mustSucceed(await previewRegister(by("admin"), await fileOf(rows), now));
  expect(shown.map(({ outcomes, refusal }) => refusal ?? outcomes)).toEqual([
    ["unit", "post", "account", "holder"],
    ["post", "account", "holder"],
    { code: "accountOfOther", field: "account" },
    { code: "invalid", field: "kind" },
    { code: "invalid", field: "role" },
  ]);
  expect(await showUnit(by("office"), "river", now)).toMatchObject({ refusal: { code: "notFound" } });
  expect(await importRegister(by("admin"), rows, now)).toMatchObject({
    refusal: { code: "registerRowsRefused", values: { count: 3 } },
  });
  expect(await showUnit(by("office"), "river", now)).toMatchObject({ refusal: { code: "notFound" } });
});

it("enters everything in one act, without passwords, and once", async () => {
  const rows = [clerk("顾问之", "river.one"), clerk("陈小满", "river.two")];
  mustSucceed(await importRegister(by("admin"), rows, now));
  const { posts } = mustSucceed(await showUnit(by("office"), "river", now));
  expect(posts.map(({ holders }) => holders)).toEqual([["顾问之"], ["陈小满"]]);
  const { accounts } = mustSucceed(await showAccounts(by("admin"), { from: "river" }, now));
  expect(accounts.filter(({ account }) => account.startsWith("river."))).toMatchObject([
    { account: "river.two", hasPassword: false },
    { account: "river.one", hasPassword: false, invitedUntil: null },
  ]);
  expect(await importRegister(by("admin"), rows, now)).toMatchObject({ refusal: { code: "nothingChosen" } });
});

it("takes no file that is no register", async () => {
  const other = mustSucceed(await writeWorkbook([{ name: "表", head: ["甲", "乙"], rows: [["1", "2"]] }]));
  expect(await previewRegister(by("admin"), other, now)).toMatchObject({
    refusal: { code: "registerUnknown" },
  });
});
