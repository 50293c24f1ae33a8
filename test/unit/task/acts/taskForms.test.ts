import { describe, expect, it } from "vitest";
import { statementForm } from "~/meeting/lookback/statementForm";
import { claimForm, extensionForm, noteForm, reasonForm } from "~/task/acts/taskForms";
import { isEscalated, possibleStatements } from "~/task/statement";
import { taskStates } from "~/task/taskState";

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
  it("calls nothing done but what the street has verified", () => {
    for (const state of taskStates)
      expect(possibleStatements(state).includes("done")).toBe(state === "solved");
    expect(possibleStatements("handled")).toEqual(["onTrack", "delayed", "stuck"]);
  });

  it("asks for words where something is late or stuck", () => {
    const said = (statement: string, text?: string) =>
      errorsOf(statementForm.safeParse({ number: "RW-2026-0001", statement, text }));
    expect(said("delayed")).toEqual(["text: task.error.sayWhy"]);
    expect(said("stuck", " ")).toEqual(["text: task.error.sayWhy"]);
    expect(said("stuck", "缺少审批")).toEqual([]);
    expect(said("onTrack")).toEqual([]);
  });

  it("escalates what was carried over more often than the limit", () => {
    expect(isEscalated(2, 2)).toBe(false);
    expect(isEscalated(3, 2)).toBe(true);
  });
});
