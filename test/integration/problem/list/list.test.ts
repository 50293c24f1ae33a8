import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "~/calendar/day";
import { browseProblems } from "~/problem/browse/browseProblems.server";
import { addProblem } from "~/problem/list/addProblem.server";
import { listAgain } from "~/problem/list/carryToNextList.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { moveListing } from "~/problem/list/moveListing.server";
import { removeListing } from "~/problem/list/removeListing.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { returnList } from "~/problem/screening/returnList.server";
import { read } from "~db/read";
import { ledgerEntry, listing, problem } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { completeProblem, listedProblem, setStage, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
const month = "2026-12";
let day: string;

beforeAll(async () => {
  district = await smallDistrict();
  day = await someDay(district, month, "collecting");
});

const order = async () =>
  (
    await read((db) =>
      db
        .select({ number: problem.number })
        .from(listing)
        .innerJoin(problem, eq(problem.id, listing.problemId))
        .where(eq(listing.state, "draft"))
        .orderBy(listing.position),
    )
  ).map((row) => row.number);

describe("a street's list", () => {
  it("numbers problems by street and year, whoever adds at the same time", async () => {
    const east = await Promise.all([1, 2, 3].map(() => listedProblem(district, "street-east", month)));
    expect(east.map((row) => row.number).sort()).toEqual(["EST-2026-0001", "EST-2026-0002", "EST-2026-0003"]);
    const raised = await listedProblem(district, "community-west", month);
    expect(raised.number).toBe("WST-2026-0001");
    const [row] = await read((db) => db.select().from(problem).where(eq(problem.id, raised.problemId)));
    expect(row).toMatchObject({ communityId: district.units["west-lane"], streetId: district.units.west });
  });

  it("refuses what cannot be: other posts, unknown units, resident's words that are not there", async () => {
    const add = (account: string, more: object) =>
      addProblem(district.actors[account]!, { month, ...completeProblem(district, more) }, someInstant);
    expect(await add("office", {})).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await add("dept-works", {})).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await add("street-east", { originalWording: " " })).toMatchObject({
      refusal: { code: "invalid", field: "originalWording" },
    });
    expect(await add("street-east", { raisedAt: "2026-02-31" })).toMatchObject({
      refusal: { code: "invalid", field: "raisedAt" },
    });
    expect(await add("street-east", { raisedAt: addDays(dayOf(someInstant), 1) })).toMatchObject({
      refusal: { code: "raisedAhead", field: "raisedAt" },
    });
    expect(await add("street-east", { communityId: district.units["west-lane"] })).toMatchObject({
      refusal: { code: "invalid", field: "communityId" },
    });
    expect(await add("street-east", { concernedUnitIds: ["nobody"] })).toMatchObject({
      refusal: { code: "invalid", field: "concernedUnitIds" },
    });
    expect(
      await addProblem(
        district.actors["street-east"]!,
        { month: "2027-01", ...completeProblem(district) },
        someInstant,
      ),
    ).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("moves one listing without touching the others", async () => {
    const actor = district.actors["street-east"]!;
    const rows = await read((db) =>
      db
        .select({ id: listing.id, number: problem.number })
        .from(listing)
        .innerJoin(problem, eq(problem.id, listing.problemId))
        .where(eq(problem.streetId, district.units.east!))
        .orderBy(listing.position),
    );
    await moveListing(actor, { listingId: rows[2]!.id, after: null }, someInstant);
    expect((await order()).filter((number) => number.startsWith("EST"))).toEqual([
      rows[2]!.number,
      rows[0]!.number,
      rows[1]!.number,
    ]);
    await moveListing(actor, { listingId: rows[2]!.id, after: rows[0]!.id }, someInstant);
    expect((await order()).filter((number) => number.startsWith("EST"))).toEqual([
      rows[0]!.number,
      rows[2]!.number,
      rows[1]!.number,
    ]);
    expect(
      await moveListing(
        district.actors["street-west"]!,
        { listingId: rows[0]!.id, after: null },
        someInstant,
      ),
    ).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("lets a street edit single fields, also of what a community raised and it adopted", async () => {
    const raised = await listedProblem(district, "community-east", month, { question: "" });
    const own = await listedProblem(district, "street-east", month, { place: "河西" });
    const edit = (account: string, input: Parameters<typeof editProblem>[1]) =>
      editProblem(district.actors[account]!, input, someInstant);
    expect(await edit("street-east", { number: raised.number, question: "谁来修？" })).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await edit("community-east", { number: raised.number, question: "几时？" })).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await edit("street-east", { number: raised.number, summary: "改", version: 1 })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect(await edit("street-east", { number: raised.number, title: " " })).toMatchObject({
      refusal: { code: "invalid", field: "title" },
    });
    expect(await edit("community-east", { number: own.number, summary: "改" })).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await edit("street-west", { number: own.number, summary: "改" })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const [row] = await read((db) => db.select().from(problem).where(eq(problem.id, raised.problemId)));
    expect(row).toMatchObject({ question: "谁来修？", summary: "永丰路98号至112号人行道沉降。" });
  });

  it("keeps a street's drafts out of what other officials may read in the ledger", async () => {
    const rows = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.subjectKind, "problem")),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.scopeUnitId !== null)).toBe(true);
  });
});

describe("sending a list", () => {
  it("names what is not complete, then is closed until the office returns it", async () => {
    const actor = district.actors["street-west"]!;
    const bare = await listedProblem(district, "street-west", month, {
      coordination: "",
      concernedUnitIds: [],
    });
    expect(await submitList(actor, { month }, someInstant)).toMatchObject({
      refusal: { code: "listIncomplete", values: { count: 1, numbers: bare.number } },
    });
    expect(await submitList(district.actors["community-west"]!, { month }, someInstant)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    await editProblem(
      actor,
      { number: bare.number, coordination: "已协调", concernedUnitIds: [district.units.water!] },
      someInstant,
    );
    expect(await submitList(actor, { month }, someInstant)).toMatchObject({ value: { listings: 2 } });
    expect(await editProblem(actor, { number: bare.number, summary: "改" }, someInstant)).toMatchObject({
      refusal: { code: "listClosed" },
    });
    const give = (account: string, reason: string) =>
      returnList(district.actors[account]!, { month, street: "west", reason }, someInstant);
    expect(await give("street-east", "补")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await give("office", " ")).toMatchObject({ refusal: { code: "invalid", field: "reason" } });
    await setStage(day, "screening");
    expect(await give("office", "请补充协调情况")).toMatchObject({ ok: true });
    const reads = async (state?: "submitted" | "returned") =>
      (await browseProblems(district.actors.office!, { street: "west", state })).rows.map((row) => [
        row.number,
        row.state,
      ]);
    const both = [
      [bare.number, "returned"],
      ["WST-2026-0001", "returned"],
    ];
    expect(await reads()).toEqual(both);
    expect(await reads("returned")).toEqual(both);
    expect(await reads("submitted")).toEqual([]);
    const [place] = (await showProblem(actor, bare.number))!.trace.listings;
    expect(place).toMatchObject({ state: "submitted", standing: "returned", open: true });
    const list = await showList(district.actors.office!, { month, street: "west" });
    expect(list!.rows.map((row) => row.state)).toEqual(["returned", "returned"]);
    expect(await editProblem(actor, { number: bare.number, summary: "改" }, someInstant)).toMatchObject({
      ok: true,
    });
    expect(
      await addProblem(district.actors["street-east"]!, { month, ...completeProblem(district) }, someInstant),
    ).toMatchObject({ refusal: { code: "listClosed" } });
    expect(await removeListing(actor, { listingIds: [] }, someInstant)).toMatchObject({
      refusal: { code: "nothingChosen" },
    });
    // One that is not on the list leaves all of them there.
    expect(await removeListing(actor, { listingIds: [bare.listingId, "none"] }, someInstant)).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await removeListing(actor, { listingIds: [bare.listingId] }, someInstant)).toMatchObject({
      ok: true,
    });
    expect(await submitList(actor, { month }, someInstant)).toMatchObject({ value: { listings: 1 } });
    expect(await reads("returned")).toEqual([]);
    expect((await reads("submitted")).map(([number]) => number)).toEqual(["WST-2026-0001"]);
  });

  it("does not send an empty list, and lists a problem again in a later month", async () => {
    const next = await someDay(district, "2027-01", "collecting");
    expect(next).toBeTruthy();
    const actor = district.actors["street-west"]!;
    expect(await submitList(actor, { month: "2027-01" }, someInstant)).toMatchObject({
      refusal: { code: "listEmpty" },
    });
    const again = await listAgain(actor, { number: "WST-2026-0002", month: "2027-01" }, someInstant);
    expect(again).toMatchObject({ ok: true });
    expect(await listAgain(actor, { number: "WST-2026-0002", month: "2027-01" }, someInstant)).toMatchObject({
      refusal: { code: "alreadyListed" },
    });
    expect(
      await listAgain(
        district.actors["street-east"]!,
        { number: "WST-2026-0002", month: "2027-01" },
        someInstant,
      ),
    ).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("lists in a later month what stood on a list that was never sent", async () => {
    const actor = district.actors["street-west"]!;
    const early = await someDay(district, "2027-02", "collecting");
    const added = mustSucceed(
      await addProblem(actor, { month: "2027-02", ...completeProblem(district) }, someInstant),
    );
    await someDay(district, "2027-03", "collecting");
    const again = () => listAgain(actor, { number: added.number, month: "2027-03" }, someInstant);
    expect(await again()).toMatchObject({ refusal: { code: "alreadyListed" } });
    await setStage(early, "agenda");
    expect(await again()).toMatchObject({ ok: true });
  });
});
