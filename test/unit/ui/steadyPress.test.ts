import { describe, expect, it } from "vitest";
import { isOvertaken } from "~/ui/frame/steadyPress";

const row = (top: number) => ({ left: 0, right: 200, top, bottom: top + 40 });
// Another one moved an entry from the second place to the first.
const moved = [
  { at: 1_000, from: row(40), to: row(0) },
  { at: 1_000, from: row(0), to: row(40) },
];

describe("a press on what others have just moved", () => {
  it("does not hit what was not there when the hand set out", () => {
    expect(isOvertaken({ at: 1_200, x: 20, y: 20 }, moved)).toBe(true);
    expect(isOvertaken({ at: 1_200, x: 20, y: 60 }, moved)).toBe(true);
  });

  it("counts where nothing moved, and once what moved has been seen", () => {
    expect(isOvertaken({ at: 1_200, x: 20, y: 100 }, moved)).toBe(false);
    expect(isOvertaken({ at: 1_600, x: 20, y: 20 }, moved)).toBe(false);
  });

  it("counts where nothing had been", () => {
    expect(isOvertaken({ at: 1_100, x: 20, y: 60 }, [{ at: 1_000, from: row(0), to: row(40) }])).toBe(false);
  });

  it("counts on what is large and has only slipped under the pointer", () => {
    const slipped = [{ at: 1_000, from: row(0), to: row(8) }];
    expect(isOvertaken({ at: 1_100, x: 20, y: 20 }, slipped)).toBe(false);
  });
});
