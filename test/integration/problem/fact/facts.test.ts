import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addProblem } from "~/problem/list/addProblem.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { fillList } from "~/problem/list/fillList.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { adoptProposals } from "~/problem/proposal/answerProposal.server";
import { propose } from "~/problem/proposal/propose.server";
import { showScreening } from "~/problem/screening/showScreening.server";
import { digestOf } from "~/problem/version/freezeVersion.server";
import { showVersions } from "~/problem/version/showVersions.server";
import { read } from "~db/read";
import { ledgerEntry, problem } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { completeProblem, listedProblem, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
const month = "2026-12";
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
});

const east = () => district.actors["street-east"]!;
const factsOf = async (number: string) => {
  const [row] = await read((db) => db.select().from(problem).where(eq(problem.number, number)));
  return { households: row!.households, wishOn: row!.wishOn };
};
const today = someInstant.slice(0, 10);

describe("households affected and the day wished for", () => {
  it("are kept with a new problem, changed with it, and taken away again", async () => {
    const given = completeProblem(district, { households: "120", wishOn: "2026-12-20" });
    const { number } = await listedProblem(district, "street-east", month, given);
    expect(await factsOf(number)).toEqual({ households: 120, wishOn: "2026-12-20" });
    const shown = await showProblem(east(), number);
    expect(shown!.problem).toMatchObject({ households: 120, wishOn: "2026-12-20" });
    mustSucceed(await editProblem(east(), { number, households: 80 }, someInstant));
    expect(await factsOf(number)).toEqual({ households: 80, wishOn: "2026-12-20" });
    mustSucceed(await editProblem(east(), { number, households: null, wishOn: "" }, someInstant));
    expect(await factsOf(number)).toEqual({ households: null, wishOn: null });
  });

  it("refuse what cannot be, at the field: no number, too many, a day that is not there or has passed", async () => {
    const add = (more: object) =>
      addProblem(east(), { ...completeProblem(district, more), title: "另一件", month }, someInstant);
    for (const households of ["0", "-1", "1.5", "1000000", "许多", "1e3"])
      expect(await add({ households })).toMatchObject({ refusal: { code: "invalid", field: "households" } });
    expect(await add({ wishOn: "2027-02-30" })).toMatchObject({
      refusal: { code: "invalid", field: "wishOn" },
    });
    expect(await add({ wishOn: "2025-01-01" })).toMatchObject({
      refusal: { code: "wishPassed", field: "wishOn" },
    });
    mustSucceed(await add({ wishOn: today }));
  });

  it("let a wish stand that has passed since, and be changed to a day to come only", async () => {
    const { number } = await listedProblem(
      ...([district, "street-east", month] as const),
      completeProblem(district, { title: "路灯", originalWording: "黑。", wishOn: today }),
    );
    const later = `${Number(today.slice(0, 4)) + 1}-01-15T02:00:00.000Z`;
    mustSucceed(await editProblem(east(), { number, wishOn: today, summary: "改" }, later));
    expect(await editProblem(east(), { number, wishOn: `${today.slice(0, 4)}-12-31` }, later)).toMatchObject({
      refusal: { code: "wishPassed", field: "wishOn" },
    });
  });

  it("are written in the table as text, compared with what stood there, and taken back", async () => {
    const made = mustSucceed(
      await fillList(east(), { month, rows: [{ title: "井盖", households: "30", wishOn: "" }] }, someInstant),
    );
    const number = made.added[0]!;
    expect(await factsOf(number)).toEqual({ households: 30, wishOn: null });
    const to = (set: object, was: object) =>
      fillList(east(), { month, changes: [{ number, set, was }] }, someInstant);
    mustSucceed(await to({ households: "45" }, { households: "30" }));
    expect(await to({ households: "60" }, { households: "30" })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    mustSucceed(await to({ households: "", wishOn: "2026-12-24" }, { households: "45", wishOn: "" }));
    expect(await factsOf(number)).toEqual({ households: null, wishOn: "2026-12-24" });
    const row = (await showList(east(), { month, street: "east" }))!.rows.find(
      (one) => one.number === number,
    );
    expect(row).toMatchObject({ households: null, wishOn: "2026-12-24" });
    mustSucceed(
      await fillList(
        east(),
        { month, gone: [{ number, was: { title: "井盖", wishOn: "2026-12-24" } }] },
        someInstant,
      ),
    );
  });

  it("are a community's to give, and stay when its street adopts what it proposes", async () => {
    const given = completeProblem(district, { title: "电梯", households: "48", wishOn: "2026-12-31" });
    const raised = mustSucceed(
      await propose(district.actors["community-east"]!, { ...given, month }, someInstant),
    );
    mustSucceed(await adoptProposals(east(), { month, ids: [raised.id] }, someInstant));
    expect(await factsOf(raised.number)).toEqual({ households: 48, wishOn: "2026-12-31" });
  });

  it("stand in the version that is sent, under its digest, and before who decides", async () => {
    mustSucceed(await submitList(east(), { month }, someInstant));
    const view = (await showVersions(district.actors.office!, { month, street: "east" }))!;
    const raised = view.rows.find((row) => row.title === "电梯")!;
    expect(raised.facts).toMatchObject({ households: 48, wishOn: "2026-12-31" });
    const whole = { month, street: district.units.east!, number: 1, rows: view.rows };
    expect(view.versions[0]!.sha256).toBe(digestOf(whole));
    const office = district.actors.office!;
    const queue = (await showScreening(office, { month }))!;
    const open = queue.rows.find((row) => row.number === raised.number)!.listingId;
    const opened = (await showScreening(office, { month, open }))!.opened;
    expect(opened!.problem).toMatchObject({ households: 48, wishOn: "2026-12-31" });
  });

  it("are booked with what was there before", async () => {
    const rows = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, "problem.edit")),
    );
    const change = rows.find((row) => row.after?.includes('"households":80'));
    expect(change?.before).toContain('"households":120');
  });
});
