import { describe, expect, it } from "vitest";
import { advanceProposal, listForm, proposalEvents, proposalStates } from "~/rules/proposal/proposal";
import { entriesOf, faultsOfRows, type RuleRow, rowsOf } from "~/rules/proposal/ruleRows";
import { isSame, ruleDifference } from "~/rules/ruleDifference";
import { type RuleSet, usualRules } from "~/rules/ruleSet";

describe("a proposal for the rules", () => {
  it("goes from state to state as its table says, in every cell", () => {
    const cells = proposalStates.flatMap((state) =>
      proposalEvents.map((event) => [state, event, advanceProposal(state, event)]),
    );
    expect(cells.filter(([, , next]) => next).map((cell) => cell.join(" "))).toEqual([
      ...["draft change draft", "draft submit proposed", "draft withdraw withdrawn"],
      ...["proposed change proposed", "proposed withdraw withdrawn"],
      ...["proposed adopt adopted", "proposed refuse refused"],
      ...["refused change refused", "refused submit proposed", "refused withdraw withdrawn"],
    ]);
  });
});

describe("the rows of a list", () => {
  const rows = rowsOf("classes", usualRules);
  const { classes } = usualRules.lists;
  const fill = (more: Partial<RuleRow>) =>
    rows.map((row, at) => (at === classes.length ? { ...row, ...more } : row));

  it("say what they show, and empty ones nothing", () => {
    expect(rows).toHaveLength(classes.length + 3);
    expect(entriesOf("classes", rows, classes)).toEqual(classes);
  });

  it("take a new entry with its place and words", () => {
    const given = fill({
      code: "lifts",
      zh: "加装电梯",
      en: "Lifts",
      parent: "other",
      words: "电梯、 加梯，",
    });
    expect(entriesOf("classes", given, classes)?.at(-1)).toEqual({
      ...{ code: "lifts", zh: "加装电梯", en: "Lifts", source: "", retired: false },
      ...{ parent: "other", words: ["电梯", "加梯"] },
    });
  });

  it("keep as retired what is in force and stands in none of them", () => {
    const without = rows.filter(({ code }) => code !== "traffic");
    expect(entriesOf("classes", without, classes)?.find(({ code }) => code === "traffic")).toMatchObject({
      retired: true,
      zh: "交通出行",
    });
  });

  it.each([
    [{ zh: "无代码", en: "No code" }, "code", "error.required"],
    [{ code: "bad code", zh: "代码", en: "Code" }, "code", "plan.error.code"],
    [{ code: "traffic", zh: "重复", en: "Twice" }, "code", "plan.error.twice"],
    [{ code: "lifts", zh: "电梯", en: "Lifts", parent: "traffic" }, "parent", "plan.error.parent"],
  ])("say what is wrong with %o, and in which of them", (more, field, message) => {
    expect(faultsOfRows("classes", fill(more))).toEqual([{ at: classes.length, field, message }]);
    const form = listForm.safeParse({ version: 1, list: "classes", entries: fill(more) });
    expect(form.error?.issues[0]?.path).toEqual(["entries", classes.length, field]);
    const [entries, added] = [fill(more).slice(0, classes.length), fill(more).slice(classes.length)];
    const apart = listForm.safeParse({ version: 1, list: "classes", entries, added });
    expect(apart.error?.issues[0]?.path).toEqual(["added", 0, field]);
  });
});

describe("the difference of two versions", () => {
  const { lists } = usualRules;
  const changed: RuleSet = {
    ...usualRules,
    window: { ...usualRules.window, cutOffDay: 25 },
    lists: {
      ...lists,
      classes: lists.classes.map((one) => (one.code === "traffic" ? { ...one, words: ["停车"] } : one)),
      tests: lists.tests.map((one) => (one.code === "newMatter" ? { ...one, retired: true } : one)),
      research: [
        ...lists.research,
        { code: "panel", zh: "专家论证", en: "Panel", source: "", retired: false },
      ],
    },
  };

  it("is none between the same", () => {
    expect(isSame(ruleDifference(usualRules, usualRules))).toBe(true);
  });

  it("says field by field what was and what is", () => {
    expect(ruleDifference(usualRules, changed)).toEqual({
      numbers: [
        {
          ...{ group: "window", key: "cutOffDay", text: "plan.rules.field.window.cutOffDay" },
          ...{ before: 20, after: 25 },
        },
      ],
      entries: [
        {
          ...{ list: "classes", code: "traffic", what: "changed" },
          fields: [{ field: "words", before: "交通运输、交通、停车、transportation", after: "停车" }],
        },
        { list: "tests", code: "newMatter", what: "retired", fields: [] },
        {
          ...{ list: "research", code: "panel", what: "added" },
          fields: [
            { field: "zh", before: "", after: "专家论证" },
            { field: "en", before: "", after: "Panel" },
          ],
        },
      ],
    });
    expect(ruleDifference(changed, usualRules).entries[1]).toMatchObject({ what: "offeredAgain" });
  });
});
