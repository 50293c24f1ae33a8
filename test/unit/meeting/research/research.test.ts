import { describe, expect, it } from "vitest";
import { researchRightOf, writtenAtOf } from "~/meeting/research/research";

const nobody = { holds: false, inGroup: false, seesAgenda: false };
const right = (who: Partial<typeof nobody>, stage: "screening" | "followedUp" | "cancelled" = "screening") =>
  researchRightOf({ ...nobody, ...who }, { stage });

describe("the research for a meeting", () => {
  it("is led by who holds it, written by the group, read by who sees the agenda", () => {
    expect(right({ holds: true, inGroup: true })).toBe("leads");
    expect(right({ inGroup: true })).toBe("write");
    expect(right({ seesAgenda: true })).toBe("read");
    expect(right({})).toBe("none");
  });

  it("is only read once nothing is left to follow up, or the meeting is cancelled", () => {
    for (const stage of ["followedUp", "cancelled"] as const) {
      expect(right({ holds: true }, stage)).toBe("read");
      expect(right({ inGroup: true }, stage)).toBe("read");
    }
  });
});

describe("when a note was written", () => {
  const now = "2026-03-15T02:00:00.000Z";
  it("is what the phone says", () => {
    expect(writtenAtOf("2026-03-14T01:30:00.000Z", now)).toBe("2026-03-14T01:30:00.000Z");
  });

  it.each([undefined, "gestern", "2026-03-15T02:00:01.000Z", "2025-12-01T00:00:00.000Z"])(
    "is the present where that cannot be: %s",
    (said) => expect(writtenAtOf(said, now)).toBe(now),
  );
});
