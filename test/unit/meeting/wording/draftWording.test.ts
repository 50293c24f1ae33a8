import { describe, expect, it } from "vitest";
import { draftWording } from "~/meeting/wording/draftWording";
import { topicFacts, type WordedTopic } from "~/meeting/wording/topicFacts";
import { wordedLines } from "~/meeting/wording/wordedLines";
import { chineseWords as t } from "../../../builders/paper";

const topic = (more: Partial<WordedTopic> = {}): WordedTopic => ({
  ...{ title: "老旧小区管网改造", presenter: "东街道", outcome: "passedInPrinciple", outcomeNote: "" },
  ...{ marked: [], resolutions: [] },
  ...more,
});

const drafted = (one: WordedTopic) => wordedLines(draftWording(one, t), topicFacts(one, t, "zh-CN"));

describe("the draft of the minutes on a topic", () => {
  it("says who reported on what, and how it was decided", () => {
    expect(drafted(topic())).toEqual([
      "会议听取了东街道关于老旧小区管网改造有关情况的汇报。",
      "经审议，会议原则通过。",
    ]);
    expect(drafted(topic({ presenter: "", outcome: null }))).toEqual([
      "会议听取了关于老旧小区管网改造有关情况的汇报。",
      "审议结果：未定。",
    ]);
  });

  it("puts marked lines as what the meeting found, asked for, or said in the note-taker's own word", () => {
    const marked = [
      "管网老化是积水的主因",
      "区水务局要在汛期前完成排查",
      "会议强调，安全第一。",
      "指出：费用分担要公平",
    ];
    expect(drafted(topic({ marked })).slice(1, -1)).toEqual([
      "会议认为，管网老化是积水的主因。",
      "会议要求，区水务局要在汛期前完成排查。",
      "会议强调，安全第一。",
      "会议指出，费用分担要公平。",
    ]);
  });

  it("leads over to the resolutions where there are any", () => {
    expect(drafted(topic({ outcomeNote: "资金另行研究", resolutions: [{}] })).at(-1)).toBe(
      "经审议，会议原则通过。资金另行研究。会议议定以下事项：",
    );
  });
});
