import { describe, expect, it } from "vitest";
import { statementForm } from "~/meeting/lookback/statementForm";
import { claimForm, extensionForm, noteForm, reasonForm } from "~/task/acts/taskForms";
import { isEscalated } from "~/task/statement";

function errorsOf(result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) {
  return result.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
}

describe("the forms of a task", () => {
  it("do not take blanks for words, and a claim not without evidence", () => {
    expect(errorsOf(reasonForm.safeParse({ text: "   " }))).toEqual(["text: error.required"]);
    expect(errorsOf(claimForm.safeParse({ text: "已修复" }))).toEqual(["evidence: error.required"]);
    expect(noteForm.parse({})).toEqual({ text: "" });
  });

  it("take only days that exist", () => {
    for (const toDate of ["tomorrow", "2026-13-01", "2026-1-1"])
      expect(errorsOf(extensionForm.safeParse({ text: "材料未到", toDate }))).toEqual(["toDate: error.date"]);
    expect(extensionForm.safeParse({ text: "材料未到", toDate: "2026-12-01" }).success).toBe(true);
  });
});

describe("the look-back", () => {
  it("asks for a statement and a sentence of every task, and for the reason where it is late or stuck", () => {
    const said = (statement: string, text?: string) =>
      errorsOf(statementForm.safeParse({ number: "RW-2026-0001", statement, text }));
    expect(said("delayed")).toEqual(["text: task.error.sayWhy"]);
    expect(said("stuck", " ")).toEqual(["text: task.error.sayWhy"]);
    expect(said("stuck", "缺少审批")).toEqual([]);
    expect(said("onTrack")).toEqual(["text: task.error.saySentence"]);
    expect(said("done", "")).toEqual(["text: task.error.saySentence"]);
    expect(said("onTrack", "路基已完成")).toEqual([]);
    expect(said("", "路基已完成")).toEqual(["statement: task.error.chooseStatement"]);
  });

  it("escalates what was carried over more often than the limit", () => {
    expect(isEscalated(2, 2)).toBe(false);
    expect(isEscalated(3, 2)).toBe(true);
  });
});
