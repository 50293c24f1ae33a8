import { describe, expect, it } from "vitest";
import { signOffStanding } from "~/meeting/approval/signOffStanding";

describe("the sign-off of minutes", () => {
  it("is of the very text that was laid before the chair, and of no other", () => {
    const last = (state: "proposed" | "signed" | "returned" | "takenBack" | "replaced") => ({
      state,
      sha256: "a",
    });
    expect(signOffStanding(undefined, "a")).toBe("none");
    expect(signOffStanding(last("replaced"), "a")).toBe("none");
    expect(signOffStanding(last("proposed"), "a")).toBe("proposed");
    expect(signOffStanding(last("proposed"), "b")).toBe("changed");
    expect(signOffStanding(last("signed"), "a")).toBe("signed");
    expect(signOffStanding(last("signed"), "b")).toBe("outdated");
    expect(signOffStanding(last("returned"), "b")).toBe("returned");
    expect(signOffStanding(last("takenBack"), "a")).toBe("takenBack");
  });
});
