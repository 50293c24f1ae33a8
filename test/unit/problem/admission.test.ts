import { describe, expect, it } from "vitest";
import { type AdmissionFacts, admissionOf } from "~/problem/screening/admission";
import { type Computation, computations } from "~/rules/ruleLists";
import { usualRules } from "~/rules/ruleSet";

const facts: AdmissionFacts = {
  coordination: "已与两家单位协调，未能一致",
  concernedUnits: 2,
  powerLacking: "approval",
  source: "resident",
  community: true,
  powerUnitKind: "other",
  sameMatter: null,
  takenBack: null,
};

function tested(computes: Computation, more: Partial<AdmissionFacts> = {}) {
  const [test] = admissionOf([{ code: "one", computes, retired: false }], { ...facts, ...more }, []);
  return [test!.result, test!.fact.key];
}

describe("a test of admission", () => {
  it.each<[Computation, Partial<AdmissionFacts>, string, string]>([
    ["coordinated", {}, "passed", "coordinated"],
    ["coordinated", { coordination: " \n" }, "failed", "notCoordinated"],
    ["coordinated", { concernedUnits: 0 }, "failed", "noUnits"],
    ["ownPower", {}, "passed", "powerLacking"],
    // What nobody filled in is not lacking either.
    ["ownPower", { powerLacking: "none" }, "ask", "noPowerLacking"],
    ["ownPower", { powerLacking: "none", powerUnitKind: null }, "ask", "noPowerLacking"],
    ["ownPower", { powerLacking: "none", powerUnitKind: "street" }, "failed", "powerBelow"],
    ["skipsLevel", {}, "passed", "communityNamed"],
    ["skipsLevel", { powerUnitKind: null }, "passed", "communityNamed"],
    ["skipsLevel", { powerUnitKind: "street" }, "failed", "powerBelow"],
    ["skipsLevel", { powerUnitKind: "community", community: false }, "failed", "powerBelow"],
    ["skipsLevel", { community: false, source: "inspection" }, "passed", "foundByStreet"],
    ["skipsLevel", { community: false }, "ask", "levelUnknown"],
    ["saidBefore", {}, "passed", "noSameMatter"],
    ["saidBefore", { sameMatter: { kind: "task", number: "T-1" } }, "failed", "sameMatter"],
    ["saidBefore", { sameMatter: { kind: "problem", number: "P-1", likely: true } }, "ask", "likelyMatter"],
    ["saidBefore", { sameMatter: "unknown" }, "ask", "sameMatterUnknown"],
    ["takenBack", {}, "passed", "notTakenBack"],
    ["takenBack", { takenBack: { number: "12", matter: "拆除" } }, "failed", "takenBack"],
    ["takenBack", { takenBack: { number: "3", matter: "桥梁", likely: true } }, "ask", "likelyTakenBack"],
    ["takenBack", { takenBack: "unknown" }, "ask", "takenBackUnknown"],
    ["person", {}, "ask", "person"],
  ])("%s of %o is %s, because of %s", (computes, more, result, fact) => {
    expect(tested(computes, more)).toEqual([result, fact]);
  });

  it("of each kind is among those of practice", () => {
    expect(usualRules.lists.tests.map(({ computes }) => computes).toSorted()).toEqual(
      [...computations].toSorted(),
    );
  });

  it("is for a person to judge only where no fact decides it", () => {
    const entries = [
      { code: "judged", computes: "person" as const, retired: false },
      { code: "computed", computes: "ownPower" as const, retired: false },
      { code: "gone", computes: "person" as const, retired: true },
    ];
    const ticks = ["judged", "computed", "gone"].map((test) => ({ test, result: "failed" as const }));
    expect(admissionOf(entries, facts, ticks)).toMatchObject([
      { code: "judged", result: "failed", tick: ticks[0] },
      { code: "computed", result: "passed", tick: null },
    ]);
  });
});
