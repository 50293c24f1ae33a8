import { describe, expect, it } from "vitest";
import { isPublicAddress } from "~/address/residents";
import { plainStanding } from "~/outcome/plainState";
import { searchWords } from "~/outcome/searchWords";
import { taskStates } from "~/task/taskState";

describe("how a promise stands", () => {
  const task = { dueDate: "2026-11-30", blocked: "" };

  it("has a plain word for every state", () => {
    const words = taskStates.map((state) => plainStanding({ ...task, state }, "2026-11-01").state);
    expect(words).toEqual(["toBegin", "toBegin", "underWay", "checking", "again", "paused", "done", "done"]);
  });

  it("is late from the day after, and only while the unit has to act", () => {
    const late = (state: (typeof taskStates)[number], today: string) =>
      plainStanding({ ...task, state }, today).late;
    expect(late("inProgress", "2026-11-30")).toBe(false);
    expect(late("inProgress", "2026-12-01")).toBe(true);
    expect(late("rework", "2026-12-01")).toBe(true);
    for (const state of ["handled", "suspended", "solved", "struckOff"] as const)
      expect(late(state, "2026-12-01")).toBe(false);
  });

  it("can be held up and late at once, and says nothing of what holds it up", () => {
    expect(plainStanding({ ...task, state: "inProgress", blocked: "缺钱" }, "2026-12-01")).toEqual({
      state: "heldUp",
      late: true,
    });
    expect(plainStanding({ ...task, state: "solved", blocked: "缺钱" }, "2026-12-01").state).toBe("done");
  });
});

it("knows which addresses are public", () => {
  const open = ["/", "/days", "/days/2026-11", "/streets/wjc", "/matters/WJC-2026-0001", "/search"];
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  const closed = ["/desk", "/sign-in", "/daysx", "/desk/days", "//days"];
  expect(closed.filter(isPublicAddress)).toEqual([]);
});

it("takes the words of a search apart", () => {
  expect(searchWords("  消防，占道 消防 ＷＪＣ-2026 ")).toEqual(["消防", "占道", "wjc-2026"]);
  expect(searchWords("，。 ")).toEqual([]);
});
