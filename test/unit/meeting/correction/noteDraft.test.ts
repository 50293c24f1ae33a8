import { describe, expect, it } from "vitest";
import en from "~/i18n/en";
import { createTranslate } from "~/i18n/translate";
import { noteDraft, usualConcern } from "~/meeting/correction/draftChangeNote";
import { recordDifference } from "~/record/difference/compareRecords";
import type { CanonicalRecord, CanonicalTopic, Resolution } from "~/record/document/record";
import { chineseWords } from "../../../builders/paper";

const englishWords = createTranslate("en", en);

function topic(id: string, title: string, more: Partial<CanonicalTopic> = {}): CanonicalTopic {
  return {
    ...{ id, title, order: id, kind: "topic", minutesAllotted: 20, presenter: "", problemNumber: null },
    ...{ withdrawn: false, notes: { type: "doc", content: [] } },
    ...more,
  };
}

function resolution(id: string, topicId: string, text: string): Resolution {
  return {
    ...{ id, topicId, order: id, text, residentText: "", leadUnitId: null, assistingUnitIds: [] },
    ...{ dueDate: null, milestones: [], measure: "", evidence: "", resourceKind: "none" as const },
    ...{ resourceText: "", checkBackDate: null, withdrawn: false },
  };
}

function record(topics: CanonicalTopic[], resolutions: Resolution[] = []): CanonicalRecord {
  const timer = { topicId: null, startedAt: null, elapsedSeconds: 0 };
  return { version: 1, topics, resolutions, session: { currentTopicId: null, timer } };
}

const [lamp, lift, bin, lot] = [
  topic("a", "路灯"),
  topic("b", "电梯"),
  topic("c", "垃圾房"),
  topic("d", "停车"),
];
const before = record([lamp, lift, bin, lot]);
const drafted = (after: CanonicalRecord, words = chineseWords, from = before) =>
  noteDraft(recordDifference(from, after), words, (id) => id);

describe("a first wording of a change note", () => {
  it("says of a topic that only moved from which place to which", () => {
    const after = record([lamp, lot, lift, bin]);
    expect(drafted(after)).toBe("议题“停车”由第4项调整为第2项。");
    expect(drafted(after, englishWords)).toBe("topic “停车” moved from place 4 to place 2.");
  });

  it("names the topic once when it moved and changed", () => {
    const after = record([lamp, { ...lot, presenter: "街道办" }, lift, { ...bin, presenter: "物业" }]);
    expect(drafted(after).split("\n")).toEqual([
      "议题“停车”由第4项调整为第2项；汇报人或单位更正为“街道办”。",
      "“垃圾房”：汇报人或单位更正为“物业”。",
    ]);
  });

  it("says nothing of topics that only made room for another", () => {
    const after = record([topic("e", "新议题"), lamp, lift, bin, lot]);
    expect(drafted(after)).toBe("增加议题“新议题”。");
  });

  it("names a new topic once, and does not call what it began with corrected", () => {
    const added = topic("e", "新议题", { presenter: "街道办" });
    const after = record(
      [lamp, lift, bin, { ...lot, presenter: "物业" }, added],
      [
        {
          ...resolution("r", "e", "修好"),
          milestones: [{ id: "m", text: "进场", dueDate: "2026-12-01", withdrawn: false }],
        },
      ],
    );
    expect(drafted(after).split("\n")).toEqual([
      "“停车”：汇报人或单位更正为“物业”。",
      "增加议题“新议题”；增加一条议定事项：内容为“修好”、增加时间节点“2026年12月1日进场”。",
    ]);
  });

  it("concerns the topic, not its one resolution, when both changed", () => {
    const from = record([lamp, lift], [resolution("r", "b", "修好")]);
    const known = new Set(["topic:b", "resolution:r"]);
    const moved = recordDifference(from, record([lift, lamp], [resolution("r", "b", "换新")]));
    const [one] = moved.topics;
    const alone = { ...moved, topics: [{ ...one!, id: "b", moved: { from: 2, to: 1 } }] };
    expect(usualConcern(alone, known)).toBe("topic:b");
    expect(usualConcern({ ...alone, topics: [{ ...alone.topics[0]!, moved: null }] }, known)).toBe(
      "resolution:r",
    );
  });
});
