import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { createTranslator } from "~/i18n/translate";
import zh from "~/i18n/zh-CN";
import { recordDifference } from "~/record/difference/compareRecords";
import { RecordDifferenceView } from "~/record/difference/RecordDifference";
import { countWords, shortened, textDifference } from "~/record/difference/textDifference";
import type { CanonicalRecord, CanonicalTopic, Resolution } from "~/record/document/record";

const paragraphs = (...lines: string[]) => ({
  type: "doc",
  content: lines.map((text) => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] })),
});

function topic(id: string, more: Partial<CanonicalTopic> = {}): CanonicalTopic {
  return {
    id,
    title: `议题${id}`,
    order: id,
    kind: "topic",
    minutesAllotted: 20,
    presenter: "东街",
    problemNumber: null,
    withdrawn: false,
    notes: paragraphs(""),
    ...more,
  };
}

function resolution(id: string, topicId: string, more: Partial<Resolution> = {}): Resolution {
  return {
    ...{ id, topicId, order: id, text: "修好路灯", residentText: "", leadUnitId: "works" },
    ...{ assistingUnitIds: [], dueDate: null, milestones: [], measure: "", evidence: "" },
    ...{ resourceKind: "none" as const, resourceText: "", checkBackDate: null, withdrawn: false },
    ...more,
  };
}

function record(topics: CanonicalTopic[], resolutions: Resolution[] = []): CanonicalRecord {
  const timer = { topicId: null, startedAt: null, elapsedSeconds: 0 };
  return { version: 1, topics, resolutions, session: { currentTopicId: null, timer } };
}

const marked = (before: string, after: string) =>
  textDifference(before, after)
    .map(({ kind, text }) => (kind === "added" ? `{+${text}}` : kind === "removed" ? `{-${text}}` : text))
    .join("");

describe("the difference of two texts", () => {
  it.each([
    ["请于月底前修好路灯", "请于年底前修好路灯", "请于{-月}{+年}底前修好路灯"],
    ["投入12000元", "投入15000元", "投入{-12000}{+15000}元"],
    ["the old lamp", "the new lamp", "the {-old}{+new} lamp"],
    ["", "全新", "{+全新}"],
    ["不再要", "", "{-不再要}"],
    ["甲𠮷乙", "甲𠮶乙", "甲{-𠮷}{+𠮶}乙"],
  ])("%s → %s", (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it("makes one change of what would be a scatter of letters", () => {
    expect(marked("由建管委牵头实施", "请水务局在月内抢修")).toBe("{-由建管委牵头实施}{+请水务局在月内抢修}");
  });

  it("gives both texts back, whatever was done", () => {
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % most;
    };
    const text = () => Array.from({ length: next(60) }, () => "路灯修好 a1，𠮷"[next(11)]).join("");
    for (let round = 0; round < 300; round++) {
      const [before, after] = [text(), text()];
      const spans = textDifference(before, after);
      const side = (not: string) => spans.filter((one) => one.kind !== not);
      expect(
        side("added")
          .map((one) => one.text)
          .join(""),
      ).toBe(before);
      expect(
        side("removed")
          .map((one) => one.text)
          .join(""),
      ).toBe(after);
      for (const { kind, text, at } of spans)
        expect((kind === "removed" ? before : after).slice(at, at + text.length)).toBe(text);
    }
  });

  it("leaves out long parts that stayed, and says how much", () => {
    const long = "长".repeat(200);
    const shown = shortened(textDifference(`${long}甲${long}`, `${long}乙${long}`));
    expect(shown.map((one) => one.kind)).toEqual(["gap", "same", "removed", "added", "same", "gap"]);
    expect(shown[0]).toEqual({ kind: "gap", count: 176 });
  });

  it("counts Chinese characters and Latin words", () => {
    expect(countWords("修好 3 盏路灯, LED lamps。")).toBe(8);
  });

  it("is not slow on two long texts with nothing in common", () => {
    const before = "甲乙丙丁戊己庚辛".repeat(2_500);
    const after = "子丑寅卯辰巳午未".repeat(2_500);
    const start = performance.now();
    expect(textDifference(before, after)).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

describe("the difference of two records", () => {
  it("is nothing where nothing but the clock changed", () => {
    const before = record([topic("a")], [resolution("r", "a")]);
    const after = { ...before, session: { ...before.session, currentTopicId: "a" } };
    expect(recordDifference(before, after).topics).toEqual([]);
  });

  it("tells line by line what became of the notes", () => {
    const before = record([topic("a", { notes: paragraphs("一", "东街有三盏灯不亮", "三", "要删的一段") })]);
    const after = record([
      topic("a", { notes: paragraphs("一", "东街有五盏灯不亮", "三", "街道表示年内完成") }),
    ]);
    const [changed] = recordDifference(before, after).topics;
    expect(changed?.notes.map((line) => line.kind)).toEqual(["same", "changed", "same", "removed", "added"]);
    expect(recordDifference(before, after).size).toEqual({
      ...{ topics: 1, resolutions: 0, wordsAdded: 9, wordsRemoved: 6 },
    });
  });

  it("knows a paragraph that only became bold", () => {
    const bold = paragraphs("照此办理");
    const after = record([
      topic("a", {
        notes: {
          type: "doc",
          content: [
            {
              type: "paragraph",
              content: [{ type: "text", text: "照此办理", marks: [{ type: "bold" }] }],
            },
          ],
        },
      }),
    ]);
    const [changed] = recordDifference(record([topic("a", { notes: bold })]), after).topics;
    expect(changed?.notes.map((line) => line.kind)).toEqual(["form"]);
  });

  it("tells what was moved, added, withdrawn and brought back", () => {
    const before = record(
      [topic("a"), topic("b"), topic("c", { withdrawn: true })],
      [resolution("r", "a"), resolution("s", "b", { withdrawn: true })],
    );
    const after = record(
      [topic("b"), topic("a"), topic("c"), topic("d")],
      [resolution("r", "a", { withdrawn: true }), resolution("s", "b")],
    );
    const { topics } = recordDifference(before, after);
    expect(Object.fromEntries(topics.map((one) => [one.id, one.standing]))).toEqual({
      ...{ a: "kept", b: "kept", c: "returned", d: "added" },
    });
    expect(topics.filter((one) => one.moved)).toHaveLength(1);
    expect(topics.flatMap((one) => one.resolutions.map(({ id, standing }) => [id, standing]))).toEqual(
      expect.arrayContaining([
        ["r", "withdrawn"],
        ["s", "returned"],
      ]),
    );
  });

  it("tells which resolutions changed places, and not those that only made room", () => {
    const places = (before: Resolution[], after: Resolution[]) =>
      recordDifference(record([topic("a")], before), record([topic("a")], after)).topics.flatMap((one) =>
        one.resolutions.map(({ id, moved, standing }) => [id, moved ?? standing]),
      );
    const [r, s, u] = ["r", "s", "u"].map((id) => resolution(id, "a"));
    expect(places([r!, s!, u!], [u!, r!, s!])).toEqual([["u", { from: 3, to: 1 }]]);
    expect(places([r!, s!], [u!, r!, s!])).toEqual([["u", "added"]]);
    expect(places([u!, r!, s!], [{ ...u!, withdrawn: true }, r!, s!])).toEqual([["u", "withdrawn"]]);
    expect(places([r!, s!], [r!, s!])).toEqual([]);
  });

  it("tells where a resolution came from that stands under another topic", () => {
    const topics = [topic("a"), topic("b")];
    const difference = recordDifference(
      record(topics, [resolution("r", "a"), resolution("s", "b"), resolution("u", "gone")]),
      record(topics, [resolution("r", "b"), resolution("s", "b"), resolution("u", "b")]),
    );
    expect(difference.topics).toMatchObject([
      {
        id: "b",
        resolutions: [
          { id: "r", ordinal: 1, standing: "kept", moved: null, cameFrom: { id: "a", title: "议题a" } },
          { id: "u", ordinal: 3, standing: "kept", moved: null, cameFrom: { id: null, title: "" } },
        ],
      },
    ]);
    expect(difference.topics[0]?.resolutions).toHaveLength(2);
  });

  it("tells which milestones changed places by their dates", () => {
    const step = (id: string, dueDate: string, withdrawn = false) => ({ id, text: id, dueDate, withdrawn });
    const compared = (before: object[], after: object[]) =>
      recordDifference(
        record([topic("a")], [resolution("r", "a", { milestones: before as never })]),
        record([topic("a")], [resolution("r", "a", { milestones: after as never })]),
      ).topics[0]?.resolutions[0]?.milestones.map(({ id, moved }) => [id, moved]);
    const [m, n] = [step("m", "2026-12-01"), step("n", "2026-12-10")];
    expect(compared([m, n], [step("n", "2026-11-25"), m])).toEqual([["n", { from: 2, to: 1 }]]);
    // The later date keeps its place, and so does what makes room for a new one.
    expect(compared([m, n], [m, step("n", "2026-12-12")])).toEqual([["n", null]]);
    expect(compared([m, n], [step("o", "2026-11-20"), m, n])).toEqual([["o", null]]);
  });

  it("shows resolutions whose topic the record does not hold", () => {
    const { topics } = recordDifference(record([]), record([], [resolution("r", "gone")]));
    expect(topics).toMatchObject([{ id: null, resolutions: [{ id: "r", standing: "added" }] }]);
  });
});

describe("the page of a difference", () => {
  function html(before: CanonicalRecord, after: CanonicalRecord): string {
    const difference = recordDifference(before, after);
    const units = [
      { id: "works", zh: "区建管委", en: "Construction" },
      { id: "water", zh: "区水务局", en: "Water" },
    ];
    return renderToStaticMarkup(
      <I18nextProvider i18n={createTranslator("zh-CN", zh)}>
        <RecordDifferenceView difference={difference} units={units} now="2026-11-20T02:00:00Z" />
      </I18nextProvider>,
    );
  }

  it("names units and days, and marks words with ins and del that say so in words too", () => {
    const before = record([topic("a")], [resolution("r", "a")]);
    const after = record(
      [topic("a")],
      [resolution("r", "a", { text: "换好路灯", leadUnitId: "water", dueDate: "2026-12-20" })],
    );
    const page = html(before, after);
    expect(page).toMatch(/<del[^>]*>.*?删去.*?修.*?<\/del>.*?<ins[^>]*>.*?新增.*?换.*?<\/ins>/);
    const text = page.replace(/<[^>]+>/g, "");
    expect(text).toContain("区建管委 → 【改为：区水务局");
    expect(text).toContain("12月20日");
  });

  it("says in words what changed its place", () => {
    const topics = [topic("a"), topic("b")];
    const step = (id: string, dueDate: string) => ({ id, text: id, dueDate, withdrawn: false });
    const [m, n] = [step("m", "2026-12-01"), step("n", "2026-12-10")];
    const page = html(
      record(topics, [
        resolution("r", "a", { milestones: [m, n] }),
        resolution("s", "a"),
        resolution("u", "a"),
        resolution("v", "a"),
      ]),
      record(topics.toReversed(), [
        resolution("s", "a"),
        resolution("r", "a", { milestones: [step("n", "2026-11-25"), m] }),
        resolution("u", "b"),
        resolution("v", "a"),
      ]),
    ).replace(/<[^>]+>/g, "");
    expect(page).toMatch(/由第 (1 项调到第 2|2 项调到第 1) 项/);
    expect(page).toMatch(/由第 (1 条调到第 2|2 条调到第 1) 条/);
    expect(page).toContain("由第 2 个节点调到第 1 个");
    expect(page).toContain("由议题“议题a”移来");
  });

  it("says so plainly where nothing changed", () => {
    const same = record([topic("a")]);
    expect(html(same, same)).toContain("没有任何改动");
  });
});
