import { describe, expect, it } from "vitest";
import en from "~/i18n/en";
import zhCN from "~/i18n/zh-CN";
import type { ToldEvent } from "~/ledger/toldEvent";
import { noticeKinds, noticeOf, noticeReasons, noticeTable } from "~/notice/notice";

const event = (verb: string, after: object = {}): ToldEvent => ({
  ...{ sequence: 1, at: "2026-11-10T02:00:00.000Z", verb, by: null, before: undefined, after },
  subject: { kind: "task", id: "t" },
});

describe("the table of notices", () => {
  it("tells of every kind, and of each for a reason", () => {
    expect(noticeTable.map(({ kind }) => kind).toSorted()).toEqual([...noticeKinds].toSorted());
    const reasons = new Set(noticeTable.flatMap(({ tells }) => tells));
    expect([...reasons].toSorted()).toEqual([...noticeReasons].toSorted());
  });

  it("tells of a refused problem, not of an admitted one", () => {
    expect(noticeOf(event("problem.decideListing", { state: "refused" }))?.kind).toBe("problemRefused");
    expect(noticeOf(event("problem.decideListing", { state: "admitted" }))).toBeNull();
    expect(noticeOf(event("task.progress"))).toBeNull();
  });

  it("keeps what its sentence needs", () => {
    expect(noticeOf(event("task.grantExtension", { dueDate: "2026-12-01" }))?.details).toEqual({
      decision: "granted",
      dueDate: "2026-12-01",
    });
    expect(noticeOf(event("task.refuseExtension"))?.details).toEqual({ decision: "refused" });
    expect(noticeOf(event("task.escalate", { timesCarriedOver: 3 }))?.details).toEqual({ times: 3 });
  });

  it("has a sentence for each kind and outcome and a reason for each reader, in both languages", () => {
    const several = {
      substituteNamed: ["substitute", "holder", "vacant"],
      extensionDecided: ["granted", "refused"],
      correctionDecided: ["adopted", "refused"],
      minutesAnswered: ["signed", "returned", "takenBack"],
      proposalDecided: ["taken", "declined"],
      deviationAnswered: ["confirmed", "refused"],
      lateAnswered: ["granted", "refused"],
      communityAnswered: ["adopted", "merged", "declined"],
      resourcePromised: ["needs", "gives"],
      resourceTakenBack: ["needs", "gives"],
      rulesDecided: ["adopted", "refused"],
      ruleAnswered: ["takenUp", "notTakenUp"],
    };
    for (const { notice } of [zhCN, en]) {
      const sentences: Record<string, string | Record<string, string>> = notice.sentence;
      for (const kind of noticeKinds) {
        const outcomes = (several as Record<string, string[]>)[kind];
        const sentence = sentences[kind]!;
        if (outcomes) expect(Object.keys(sentence)).toEqual(outcomes);
        else expect(sentence).toEqual(expect.any(String));
      }
      expect(Object.keys(notice.kind)).toEqual([...noticeKinds]);
      expect(Object.keys(notice.why)).toEqual([...noticeReasons]);
    }
  });
});
