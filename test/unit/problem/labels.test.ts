import { describe, expect, it } from "vitest";
import en from "~/i18n/en";
import zhCN from "~/i18n/zh-CN";
import { importFields, matchHeaders } from "~/problem/import/columns";
import { powerFor, sourceFor } from "~/problem/import/vocabulary";

describe.each([
  ["Chinese", zhCN],
  ["English", en],
])("what the %s pages and the empty list call things", (_, texts) => {
  const { problem } = texts;

  it("is understood when it stands over the columns of an imported file", () => {
    const headers = importFields.map((field) => problem.import.field[field]);
    expect(matchHeaders(headers)).toEqual(Object.fromEntries(importFields.map((field, at) => [field, at])));
  });

  it("is understood in its cells", () => {
    for (const [key, name] of Object.entries(problem.source))
      expect([name, sourceFor(name)]).toEqual([name, key]);
    for (const [key, name] of Object.entries(problem.power))
      expect([name, powerFor(name)]).toEqual([name, key]);
  });
});
