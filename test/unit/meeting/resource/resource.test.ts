import { describe, expect, it } from "vitest";
import {
  canOffer,
  canTendNeed,
  daysInCommon,
  mismatch,
  needStanding,
  overlap,
  proposedAmount,
  stillLacking,
} from "~/meeting/resource/need";
import { standingOf } from "~/meeting/resource/offer";
import { moneyIn, readAmount, saidMoney, typedAmount } from "~/meeting/resource/resource";
import { editNeedForm, needForm } from "~/meeting/resource/resourceForm";
import { isOnSlip, withoutPromise, withPromise } from "~/meeting/resource/slip";

describe("an amount", () => {
  it.each([
    ["12万", 12_000_000],
    ["１２万元", 12_000_000],
    ["1.5亿", 15_000_000_000],
    ["3,000", 300_000],
    ["12,0000 元", 12_000_000],
    ["1,200,000", 120_000_000],
    ["¥120k", 12_000_000],
    ["0.01", 1],
    ["99.99元", 9_999],
  ])("of money is read as people write it: %s", (text, fen) => {
    expect(readAmount("money", text)).toBe(fen);
  });

  it.each(["", "0", "-3", "十二万", "12万3", "0.001", "1e9", "9999999999亿", "abc", "1,5万", "2,0", "3 5"])(
    "of money is not made of %j",
    (text) => {
      expect(readAmount("money", text)).toBeNull();
    },
  );

  it("of anything else is a whole number above nothing", () => {
    expect(
      ["20", " 1,000 ", "0", "2.5", "20人", "1000001", "2,0", "1 2"].map((text) =>
        readAmount("people", text),
      ),
    ).toEqual([...[20, 1000, null, null, null, null, null, null]]);
  });

  it("is said and typed in units of ten thousand in Chinese", () => {
    expect(saidMoney(12_000_000, "zh-CN")).toEqual({ unit: "wan", number: "12" });
    expect(saidMoney(12_345_600, "zh-CN")).toEqual({ unit: "wan", number: "12.3456" });
    expect(saidMoney(300_050, "zh-CN")).toEqual({ unit: "yuan", number: "3,000.5" });
    expect(saidMoney(12_000_000, "en")).toEqual({ unit: "yuan", number: "120,000" });
    const typed = (amount: number, language: string) =>
      typedAmount({ kind: "money", amount, countedIn: "" }, language);
    expect([typed(5_000_000, "zh-CN"), typed(300_050, "zh-CN")]).toEqual(["5万元", "3,000.5元"]);
    expect(typed(5_000_000, "en")).toBe("50,000");
    for (const amount of [5_000_000, 300_050, 1_000_001, 123_456_789])
      for (const language of ["zh-CN", "en"])
        expect(readAmount("money", typed(amount, language))).toBe(amount);
  });
});

const people = { kind: "people" as const, countedIn: "" };
const need = { ...people, amount: 20, from: "2026-12-10", until: "2026-12-20", open: true };
const offer = { ...people, amount: 30, from: "2026-12-15", until: null, open: true, left: 30 };

describe("matching", () => {
  it("asks for the same kind, days in common and something left", () => {
    const why = (more: object, today = "2026-12-01") => mismatch(need, { ...offer, ...more }, today);
    expect(why({})).toBeNull();
    expect(why({ kind: "site" })).toBe("resourceKindDiffers");
    expect(why({ from: "2026-12-21" })).toBe("resourceDatesApart");
    expect(why({ left: 0 })).toBe("resourceUsedUp");
    expect(why({ open: false })).toBe("resourceEnded");
    expect(why({ until: "2026-12-18" }, "2026-12-19")).toBe("resourceEnded");
    expect(mismatch({ ...need, open: false }, offer, "2026-12-01")).toBe("resourceEnded");
  });

  it("counts both ends of a stretch of days, and none where it has no end", () => {
    expect(overlap({ from: "2026-01-01", until: "2026-01-05" }, { from: "2026-01-05", until: null })).toBe(
      true,
    );
    expect(overlap({ from: "2026-01-06", until: null }, { from: "2026-01-01", until: "2026-01-05" })).toBe(
      false,
    );
  });

  it("is promised for the days that both have in common", () => {
    expect(daysInCommon(need, offer)).toEqual({ from: "2026-12-15", until: "2026-12-20" });
    expect(daysInCommon(offer, { from: "2026-12-01", until: null })).toEqual({
      from: "2026-12-15",
      until: null,
    });
    const [lacking, state] = [0, "open" as const];
    expect([
      needStanding({ state, lacking }),
      needStanding({ state, lacking: 1 }),
      needStanding({ state: "met", lacking }),
    ]).toEqual([...["promised", "open", "met"]]);
  });

  it("leaves what is counted in something else out of what lacks", () => {
    expect(stillLacking(need, [{ ...people, amount: 15 }])).toBe(5);
    expect(stillLacking(need, [{ ...people, amount: 25 }])).toBe(0);
    expect(stillLacking(need, [{ ...people, countedIn: "人天", amount: 15 }])).toBe(20);
  });

  it("proposes what lacks, and no more than is left", () => {
    expect(proposedAmount({ ...need, lacking: 5 }, offer)).toBe(5);
    expect(proposedAmount({ ...need, lacking: 20 }, { ...offer, left: 8 })).toBe(8);
    expect(proposedAmount({ ...need, countedIn: "人天", lacking: 20 }, offer)).toBe(30);
  });

  it("tells how an offer reads", () => {
    const read = (more: object) => standingOf({ state: "open", left: 1, until: null, ...more }, "2026-12-02");
    expect([read({}), read({ left: 0 }), read({ until: "2026-12-01" }), read({ state: "declined" })]).toEqual(
      [...["open", "usedUp", "over", "declined"]],
    );
  });
});

describe("whose it is", () => {
  const as = (
    role: "office" | "leader" | "street" | "department" | "community" | "admin",
    unitId: string,
  ) => ({
    ...{ role, unitId },
  });

  it("tends its need, and the office any; who leads the district only reads", () => {
    const own = { ownerUnitId: "east" };
    expect(canTendNeed(as("street", "east"), own)).toBe(true);
    expect(canTendNeed(as("street", "west"), own)).toBe(false);
    expect(canTendNeed(as("office", "office"), own)).toBe(true);
    expect(canTendNeed(as("leader", "district"), own)).toBe(false);
    expect(canTendNeed(as("admin", "office"), { ownerUnitId: "office" })).toBe(false);
    expect(
      ["office", "leader", "street", "department", "community", "admin"].filter((role) =>
        canOffer({ role: role as never }),
      ),
    ).toEqual([...["office", "street", "department", "community"]]);
  });
});

describe("the form", () => {
  const typed = { kind: "money", amount: "12万", from: "2026-12-10", words: "铺设管线" };

  it("takes an amount of its kind and days in their order", () => {
    expect(needForm.safeParse(typed).success).toBe(true);
    const faults = (more: object) =>
      needForm
        .safeParse({ ...typed, ...more })
        .error?.issues.map(({ path, message }) => `${path}: ${message}`);
    expect(faults({ amount: "很多" })).toEqual(["amount: resource.error.money"]);
    expect(faults({ kind: "people" })).toEqual(["amount: resource.error.pieces"]);
    expect(faults({ until: "2026-12-09" })).toEqual(["until: resource.error.until"]);
    expect(editNeedForm.safeParse({ ...typed, amount: "很多", version: "1" }).success).toBe(false);
  });
});

describe("a slip", () => {
  const promise = {
    number: "GJ-2026-0001-1",
    kind: "people" as const,
    words: "水务局提供20人（GJ-2026-0001-1）",
  };
  const empty = { resourceKind: "none" as const, resourceText: "" };

  it("takes a promise once, behind what people wrote, and lets it go again", () => {
    const filled = withPromise(empty, promise);
    expect(filled).toEqual({ resourceKind: "people", resourceText: promise.words });
    expect(withPromise(filled, promise)).toBe(filled);
    expect(isOnSlip(filled, { ...promise, number: "GJ-2026-0001-10" })).toBe(false);
    expect(withoutPromise(filled, promise)).toEqual(empty);
    const written = { resourceKind: "money" as const, resourceText: "养护经费三万元" };
    const both = withPromise(written, promise);
    expect(both).toEqual({ resourceKind: "money", resourceText: `养护经费三万元；${promise.words}` });
    expect(withoutPromise(both, promise)).toEqual(written);
    expect(withoutPromise(written, promise)).toBe(written);
  });
});

describe("money within a sentence", () => {
  it.each([
    ["区财政安排12万元", 120_000],
    ["由街道出3,000元，2027年3月前到位", 3_000],
    ["2027年安排 1.5亿", 150_000_000],
    ["12万", 120_000],
    ["80000", 80_000],
    ["¥120k from the district", 120_000],
    ["派20人，另给5万元", 50_000],
  ])("%s", (sentence, yuan) => expect(moneyIn(sentence)).toBe(yuan * 100));

  it.each(["", "由区财政保障", "2027年3月前到位", "20盏灯的费用", "0元", "第3项经费"])(
    "%s names none",
    (sentence) => expect(moneyIn(sentence)).toBeNull(),
  );
});
