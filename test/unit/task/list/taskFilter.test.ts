import { describe, expect, it } from "vitest";
import { readTaskFilter, readTaskKey, taskQuery, writeTaskKey } from "~/task/list/taskFilter";

const read = (query: string) => readTaskFilter(new URLSearchParams(query));

describe("the address of the ledger", () => {
  it("shows open tasks by due date when nothing is asked", () => {
    expect(read("")).toMatchObject({ state: "open", sort: "due", descending: false, view: "list" });
    expect(taskQuery(read(""))).toBe("");
  });

  it("says again what was read from it", () => {
    const query =
      "?view=board&lead=works&street=east&state=handled&overdue=yes&day=2026-11&sort=lead&order=desc";
    expect(taskQuery(read(query))).toBe(query);
    expect(read("?state=everything&sort=weight&view=3d")).toMatchObject({
      state: "open",
      sort: "due",
      view: "list",
    });
  });

  it("takes the empty choice of its form for all states", () => {
    expect(read("state=&lead=&overdue=&day=")).toMatchObject({
      state: "all",
      lead: undefined,
      overdue: false,
    });
  });

  it("goes back to the first page when a condition changes", () => {
    const paged = read("lead=works&after=2026-12-01~RW-2026-0007");
    expect(taskQuery(paged, { overdue: true })).toBe("?lead=works&overdue=yes");
    expect(taskQuery(paged, { lead: undefined })).toBe("");
    expect(read(taskQuery(paged, { after: paged.after })).after).toBe("2026-12-01~RW-2026-0007");
  });

  it("writes keys that can be read back, also with the sign itself in a name", () => {
    const key = { value: "一~二", number: "RW-2026-0007" };
    expect(readTaskKey(writeTaskKey(key))).toEqual(key);
    expect(readTaskKey("nonsense")).toBeUndefined();
    expect(readTaskKey(undefined)).toBeUndefined();
  });
});
