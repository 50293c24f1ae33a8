import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { carryList } from "~/problem/list/carryList.server";
import { fillList } from "~/problem/list/fillList.server";
import { removeListing } from "~/problem/list/removeListing.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { listedProblem, setStage, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
const [month, next] = ["2026-12", "2027-01"];
let district: SmallDistrict;
let day: string;

beforeAll(async () => {
  district = await smallDistrict();
  day = await someDay(district, month, "collecting");
});

const carry = (account = "street-east") => carryList(district.actors[account]!, { month }, someInstant);
const list = async (of: string, account = "street-east") =>
  showList(district.actors[account]!, { month: of, street: "east" });

describe("a list that was not sent", () => {
  it("is carried to the next open month as it stands, in one act, with links both ways", async () => {
    const actor = district.actors["street-east"]!;
    const one = await listedProblem(district, "street-east", month);
    const off = await listedProblem(district, "street-east", month, { title: "重复的一件" });
    mustSucceed(await removeListing(actor, { listingIds: [off.listingId] }, someInstant));
    const [draft] = mustSucceed(
      await fillList(actor, { month, rows: [{ title: "还没填齐" }] }, someInstant),
    ).added;
    expect(await carry()).toMatchObject({ refusal: { code: "listStillOpen" } });

    await setStage(day, "screening");
    expect((await list(month))!.nextMonth).toBeNull();
    expect(await carry()).toMatchObject({ refusal: { code: "noListOpen" } });
    await someDay(district, next!, "collecting");
    expect((await list(month))!.nextMonth).toBe(next);
    expect(await carry("community-east")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await carry("street-west")).toMatchObject({ refusal: { code: "notFound" } });
    expect(mustSucceed(await carry())).toEqual({ month: next, carried: 2 });

    const later = (await list(next!))!;
    expect(later.rows.map((row) => row.number)).toEqual([one.number, draft]);
    expect(later.carried).toMatchObject({ from: [month], to: null });
    expect((await list(month))!.carried).toMatchObject({ from: [], to: next });
    const moved = (await showProblem(actor, one.number))!;
    expect(moved.channel).toMatchObject({ channel: "list", number: next });
    const booked = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, "problem.carryList")),
    );
    expect(booked).toHaveLength(1);
  });

  it("is carried once, and can be sent where it came to", async () => {
    expect(await carry()).toMatchObject({ refusal: { code: "alreadyCarried" } });
    const actor = district.actors["street-east"]!;
    const draft = (await list(next!))!.rows[1]!;
    mustSucceed(await removeListing(actor, { listingIds: [draft.listingId] }, someInstant));
    mustSucceed(await submitList(actor, { month: next! }, someInstant));
  });

  it("is nothing that was sent", async () => {
    await someDay(district, "2027-02", "collecting");
    const actor = district.actors["street-east"]!;
    expect(await carryList(actor, { month: next! }, someInstant)).toMatchObject({
      refusal: { code: "listSent" },
    });
  });
});
