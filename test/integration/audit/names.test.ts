import { beforeAll, describe, expect, it } from "vitest";
import { nameFinders, namesOf } from "~/audit/namesOf.server";
import zhCN from "~/i18n/zh-CN";
import { submitList } from "~/problem/list/submitList.server";
import { read } from "~db/read";
import { listing, minutes, problem, problemList, resolution, task, topic, yearPlan } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../builders/district";
import { listedProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
});

const name = async (account: string, ids: string[]) =>
  [...(await read((db) => namesOf(db, district.actors[account]!, ids))).values()].map((one) => one.zh);
const everything = ["admin", "office", "leader", "street-east", "street-west", "dept-works", "dept-water"];
const whoNames = async (...ids: string[]) => {
  const seen: string[] = [];
  for (const account of everything) if ((await name(account, ids)).length > 0) seen.push(account);
  return seen;
};

describe("the names of things", () => {
  it("are found for every kind that is booked and has a page", () => {
    const nameless = Object.keys(zhCN.ledger.kind).filter((kind) => !(kind in nameFinders));
    expect(nameless).toEqual(["signIn", "ruleFeedback", "importedFile", "importUpload", "step"]);
  });

  it("of a street's draft are told to that street alone until it is submitted", async () => {
    await someDay(district, "2026-10", "collecting");
    const { number } = await listedProblem(district, "street-east", "2026-10");
    const [draft] = await read((db) => db.select().from(problem));
    const [place] = await read((db) => db.select().from(listing));
    expect(await name("street-east", [draft!.id, place!.id])).toEqual([number, number]);
    expect(await whoNames(draft!.id)).toEqual(["street-east"]);
    expect(await whoNames(place!.id)).toEqual(["street-east"]);
    mustSucceed(await submitList(district.actors["street-east"]!, { month: "2026-10" }, someInstant));
    expect(await whoNames(draft!.id)).toEqual(["office", "leader", "street-east", "dept-works"]);
  });

  it("of a list are told to its street and the district", async () => {
    const [list] = await read((db) => db.select().from(problemList));
    expect(await whoNames(list!.id)).toEqual(["office", "leader", "street-east"]);
    expect(await name("office", [list!.id])).toEqual(["east单位 2026年10月"]);
  });

  it("of a task are told to its parties, of its minutes to everybody", async () => {
    const day = await dayAt(district, "2026-09", "issued");
    const now = "2026-09-20T02:00:00.000Z";
    await dispatchedTasks(district, day, [{ street: "west", lead: "water", due: "2026-10-30" }], now);
    const [made] = await read((db) => db.select().from(task));
    expect(await whoNames(made!.id)).toEqual(["office", "leader", "street-west", "dept-water"]);
    const [issued] = await read((db) => db.select().from(minutes));
    const [resolved] = await read((db) => db.select().from(resolution));
    expect(await whoNames(issued!.id)).toEqual(everything.filter((who) => who !== "admin"));
    expect(await name("dept-works", [issued!.id, resolved!.id])).toEqual([
      "〔2026〕第1期",
      "2026年9月会商日（1）",
    ]);
  });

  it("of a topic are told to everybody only once its agenda is published", async () => {
    const [prepared] = await read((db) => db.select().from(topic));
    expect(await whoNames(prepared!.id)).toEqual(["office", "leader"]);
  });

  it("lead to the plan of a year, which is booked under its year", async () => {
    await transact((tx) => tx.insert(yearPlan).values({ year: 2026, state: "draft" }));
    const found = await read((db) => namesOf(db, district.actors.office!, ["2026", "2027"]));
    expect([...found]).toEqual([["2026", { zh: "2026", en: "2026", to: "/desk/plan/2026" }]]);
  });
});
