import { beforeAll, describe, expect, it } from "vitest";
import { listLedger } from "~/audit/listLedger.server";
import { change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import { sealText } from "~/ledger/seal.server";
import { closeWindow } from "~/plan/closeWindow.server";
import { openWindow } from "~/plan/openWindow.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { adoptedYear, dayOfMonth } from "../../builders/plan";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
const now = "2026-10-02T02:00:00.000Z";

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { year: 2025, now: "2025-01-06T02:00:00.000Z" });
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
  mustSucceed(await openWindow(by("office"), { month: "2026-11" }, now));
});

function bookDraft(streetId: string) {
  return change(by("street-east"), now, async (_tx, book) => {
    await book({ verb: "problem.add", subject: { kind: "problem", id: "a draft" }, scopeUnitId: streetId });
    return done(null);
  });
}

const shown = async (account: string, filter: Parameters<typeof listLedger>[1] = {}) =>
  mustSucceed(await listLedger(by(account), filter));

describe("the ledger's page", () => {
  it("is the district's: nobody else learns that it exists", async () => {
    for (const account of ["community-east", "dept-works"])
      expect(await listLedger(by(account), {})).toMatchObject({ refusal: { code: "notFound" } });
    for (const account of ["office", "leader"]) expect((await shown(account)).lines.length).toBe(50);
  });

  it("says who did what to which thing, and what changed", async () => {
    const { lines } = await shown("leader");
    expect(lines[0]).toMatchObject({
      verb: "plan.openWindow",
      who: { name: "office员", post: { zh: "office经办人" } },
      subject: {
        kind: "meeting",
        name: { zh: "2026年11月会商日", en: "Consultation day of November 2026", to: "/desk/days/2026-11" },
      },
    });
    const stage = lines[0]!.changes.find((change) => change.path === "stage");
    expect(stage).toEqual({
      path: "stage",
      before: [{ zh: "planned", en: "planned" }],
      after: [{ zh: "collecting", en: "collecting" }],
    });
  });

  it("writes names in place of identifiers", async () => {
    const { lines } = await shown("office", { verb: "plan.addDay" });
    const january = lines.at(-1)!.changes;
    const became = (path: string) => january.find((change) => change.path === path)?.after;
    expect(became("hostStreetId")).toMatchObject([{ zh: "east单位" }]);
    expect(became("chairPostId")).toMatchObject([{ zh: "district经办人" }]);
  });

  it("keeps a street's drafts out of sight, for the district too", async () => {
    const before = (await shown("office")).lines[0]!.sequence;
    mustSucceed(await bookDraft(district.units.east!));
    for (const account of ["leader", "office"]) {
      expect((await shown(account)).lines[0]!.sequence).toBe(before);
      expect((await shown(account, { kind: "problem" })).lines).toEqual([]);
    }
  });

  it("is read by a street as far as what is its own alone", async () => {
    mustSucceed(await bookDraft(district.units.east!));
    const { lines } = await shown("street-east");
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.subject.kind === "problem")).toBe(true);
    expect((await shown("street-west")).lines).toEqual([]);
  });

  it("shows the administrator what concerns accounts, posts and rules, whatever is asked for", async () => {
    const kinds = new Set<string>();
    for (let page = await shown("admin"); ; page = await shown("admin", { before: page.older })) {
      for (const line of page.lines) kinds.add(line.subject.kind);
      if (page.older === null) break;
    }
    expect([...kinds].sort()).toEqual(["duty", "person", "post", "ruleSet", "unit"]);
    const day = await dayOfMonth("2026-11");
    expect((await shown("admin", { kind: "meeting", id: day.id })).lines).toEqual([]);
    expect((await shown("admin", { verb: "plan.openWindow" })).lines).toEqual([]);
  });

  it("shows sign-ins to administrators only", async () => {
    mustSucceed(
      await change(by("leader"), now, async (_tx, book) => {
        await book({ verb: "access.signIn", subject: { kind: "signIn", id: "x" } });
        return done(null);
      }),
    );
    expect((await shown("admin")).lines[0]!.verb).toBe("access.signIn");
    expect((await shown("office")).lines[0]!.verb).toBe("plan.openWindow");
    expect((await shown("leader", { verb: "access.signIn" })).lines).toEqual([]);
  });

  it("filters by kind, thing, act and person, together", async () => {
    const day = await dayOfMonth("2026-11");
    const of = await shown("office", { kind: "meeting", id: day.id });
    expect(of.lines.map((line) => line.verb)).toEqual(["plan.openWindow", "plan.addDay", "meeting.call"]);
    expect(of.subject).toMatchObject({ zh: "2026年11月会商日" });
    // What was booked before days became meetings is found under the same thing.
    mustSucceed(
      await change(by("office"), now, async (_tx, book) => {
        await book({ verb: "plan.editDay", subject: { kind: "day", id: day.id } });
        return done(null);
      }),
    );
    expect((await shown("office", { kind: "meeting", id: day.id })).lines).toHaveLength(4);
    const office = { personId: by("office").personId, verb: "plan.adopt" };
    expect((await shown("office", office)).lines).toHaveLength(2);
    expect((await shown("office", { ...office, personId: by("leader").personId })).lines).toEqual([]);
  });

  it("goes down to the first line and back up by keys, each line once", async () => {
    const first = await shown("office");
    expect(first.newer).toBeNull();
    const down = [first.lines.map((line) => line.sequence)];
    let page = first;
    while (page.older !== null) {
      page = await shown("office", { before: page.older });
      down.push(page.lines.map((line) => line.sequence));
    }
    const all = down.flat();
    expect(all).toEqual([...new Set(all)].toSorted((a, b) => b - a));
    expect(all.at(-1)).toBe(1);
    const up = await shown("office", { after: page.newer! });
    expect(up.lines.map((line) => line.sequence)).toEqual(down.at(-2));
  });

  it("keeps its page when something new is booked meanwhile", async () => {
    const { older } = await shown("office");
    const before = await shown("office", { before: older! });
    mustSucceed(await closeWindow(by("office"), { month: "2026-11" }, "2026-10-20T02:00:00.000Z"));
    expect((await shown("office", { before: older! })).lines).toEqual(before.lines);
  });

  it("says the reason that was given, which stands beside the ledger, and of other texts only a digest", async () => {
    mustSucceed(
      await change(by("office"), now, async (_tx, book) => {
        const after = { reason: "材料不齐", originalWording: "楼上漏水" };
        await book({ verb: "test.give", subject: { kind: "problem", id: "given" }, after });
        return done(null);
      }),
    );
    const { lines } = await shown("office", { verb: "test.give" });
    const given = Object.fromEntries(lines[0]!.changes.map((change) => [change.path, change.after]));
    expect(given.reason).toEqual([{ zh: "材料不齐", en: "材料不齐" }]);
    expect(given.originalWording).toEqual([sealText("楼上漏水")]);
  });
});
