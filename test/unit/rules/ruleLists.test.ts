import { describe, expect, it } from "vitest";
import { namesFrom } from "~/rules/codeNames";
import { classNamed, codesWithin, inTree, listFaults, topOf } from "~/rules/ruleLists";
import { parseRules, type RuleSet, usualRules } from "~/rules/ruleSet";

const { classes } = usualRules.lists;
const withClasses = (change: (one: (typeof classes)[number]) => object): RuleSet => ({
  ...usualRules,
  lists: { ...usualRules.lists, classes: classes.map((one) => ({ ...one, ...change(one) })) },
});

describe("the lists of the rules", () => {
  it("of practice are five upper classes with finer ones below, and every code of old", () => {
    const tops = classes.filter(({ parent }) => parent === null).map(({ code }) => code);
    expect(tops).toEqual(["illegalBuilding", "publicFacilities", "construction", "environment", "other"]);
    expect(classes.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        ...["traffic", "greenery", "cityAppearance", "streetOrder", "utilities"],
        ...["housing", "publicSafety", "communityService"],
      ]),
    );
    expect(usualRules.lists.refusalReasons.map(({ code }) => code)).toEqual([
      ...["solvableByUnit", "notCoordinated", "impromptu", "skipsLevel", "incomplete", "outOfScope"],
    ]);
    for (const list of Object.values(usualRules.lists))
      for (const { zh, en, source } of list) expect([zh, en, source]).not.toContain("");
  });

  it("are those of practice in a version that was stored before there were any", () => {
    expect(parseRules('{"agenda":{"limit":5}}').lists).toEqual(usualRules.lists);
  });

  it.each([
    [
      "an upper class that is none",
      withClasses(({ code }) => (code === "traffic" ? { parent: "housing" } : {})),
    ],
    ["a code twice", withClasses(({ code }) => (code === "traffic" ? { code: "housing" } : {}))],
    ["a name twice", withClasses(({ code }) => (code === "traffic" ? { zh: "住房物业" } : {}))],
    [
      "no class for what fits no other",
      withClasses(({ code }) => (code === "other" ? { retired: true } : {})),
    ],
    ["a code with a space", withClasses(({ code }) => (code === "traffic" ? { code: "the traffic" } : {}))],
  ])("are not taken with %s", (_what, rules) => {
    expect(() => parseRules(JSON.stringify(rules))).toThrow();
  });

  it("say which entry is wrong, and where", () => {
    const twice = classes.map((one) => (one.code === "traffic" ? { ...one, zh: "公共设施" } : one));
    const at = twice.findIndex(({ code }) => code === "traffic");
    expect(listFaults("classes", twice)).toEqual([{ at, field: "zh", message: "plan.error.twice" }]);
  });

  it("find a class by each of its names, whole before in part, and of parts by the longest", () => {
    for (const { code, zh, en } of classes)
      expect([classNamed(classes, zh), classNamed(classes, en)]).toEqual([code, code]);
    expect(classNamed(classes, "违章搭建（楼道）")).toBe("illegalBuilding");
    expect(classNamed(classes, "夜间施工扰民")).toBe("siteNuisance");
    expect(classNamed(classes, "市容环境卫生")).toBe("environment");
    expect(classNamed(classes, "城乡建设")).toBe("construction");
    expect(classNamed(classes, "量子通信")).toBeUndefined();
    expect(classNamed(classes, " ")).toBeUndefined();
  });

  it("mean with a class those below it", () => {
    expect(codesWithin(classes, "environment")).toEqual([
      ...["environment", "cityAppearance", "advertising", "streetOrder"],
    ]);
    expect(codesWithin(classes, "traffic")).toEqual(["traffic"]);
    expect([topOf(classes, "traffic"), topOf(classes, "other")]).toEqual(["publicFacilities", "other"]);
    expect(inTree([...classes].reverse()).map(({ code }) => code)[0]).toBe("other");
  });
});

describe("names of codes", () => {
  const renamed = withClasses(({ code }) => (code === "traffic" ? { zh: "道路交通" } : {}));
  const without: RuleSet = {
    ...renamed,
    lists: { ...renamed.lists, classes: renamed.lists.classes.filter(({ code }) => code !== "greenery") },
  };

  it("are those of the newest version that knows the code", () => {
    const names = namesFrom([without, usualRules]).classes;
    const find = (code: string) => names.find((one) => one.code === code);
    expect(find("traffic")).toMatchObject({ zh: "道路交通", retired: false });
    expect(find("greenery")).toMatchObject({ zh: "园林绿化", retired: true, parent: "publicFacilities" });
  });
});
