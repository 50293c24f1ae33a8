import { describe, expect, it } from "vitest";
import { type Delegate, namedIn, replyForm, wrongWith } from "~/meeting/attendance/answer";
import { cardName } from "~/meeting/papers/cardName";

const one = (wish: Partial<Delegate> = {}): Delegate => ({
  ...{ personName: "周到", personTitle: "科长", comesAs: "member", insteadOf: "", insteadReason: "" },
  ...wish,
});
const substitute = (wish: Partial<Delegate> = {}) =>
  one({ comesAs: "substitute", insteadOf: "局长", insteadReason: "外出开会", ...wish });

describe("the answer to an invitation", () => {
  it("names somebody", () => {
    expect(wrongWith([], "anybody")).toMatchObject({ code: "nobodyNamed" });
    expect(wrongWith([one()], "anybody")).toBeNull();
  });

  it("says of a substitute instead of whom, and why only where the head was asked", () => {
    expect(wrongWith([substitute({ insteadOf: "" })], "anybody")).toMatchObject({ code: "insteadOfWhom" });
    expect(wrongWith([substitute({ insteadReason: "" })], "anybody")).toBeNull();
    expect(wrongWith([substitute({ insteadReason: "" })], "head")).toMatchObject({
      ...{ code: "whyInstead", values: { name: "周到" } },
    });
    expect(wrongWith([substitute()], "head")).toBeNull();
  });

  it("brings the head where the head was asked", () => {
    expect(wrongWith([one()], "head")).toMatchObject({ code: "headAsked" });
    expect(wrongWith([one(), one({ comesAs: "head" })], "head")).toBeNull();
  });

  it("counts lines without a name for nothing, and keeps of a substitute alone whom they come for", () => {
    const { people } = replyForm.parse({
      attendanceId: "a",
      people: [{ personName: " " }, { personName: "周到", insteadOf: "局长", insteadReason: "出差" }],
    });
    expect(namedIn(people)).toEqual([one({ personTitle: "" })]);
  });

  it("is bounded", () => {
    const people = Array.from({ length: 7 }, () => ({ personName: "周到" }));
    expect(replyForm.safeParse({ attendanceId: "a", people }).success).toBe(false);
  });
});

describe("a name on a card", () => {
  it("stands as wide with two characters as with three", () => {
    expect([cardName("周到"), cardName("欧阳明"), cardName("Li")]).toEqual(["周　到", "欧阳明", "Li"]);
  });
});
