import { describe, expect, it } from "vitest";
import { type Place, waitsFrom } from "~/meeting/library/waiting";

const place = (wish: Partial<Place> & { listingId: string }): Place => ({
  state: "admitted",
  list: "screened",
  stage: "followedUp",
  decidedAt: `2026-0${wish.listingId}-15`,
  slug: `2026-0${wish.listingId}`,
  ...wish,
});

describe("a matter that no agenda carries", () => {
  it("waits from when it was admitted first, also past days at which it was not reached", () => {
    const places = [place({ listingId: "1", stage: "cancelled" }), place({ listingId: "3" })];
    expect(waitsFrom(places)).toEqual({
      listingId: "3",
      slug: "2026-03",
      since: "2026-01-15",
      deferred: false,
    });
  });

  it("waits deferred as well, and begins anew after it was refused", () => {
    const places = [
      place({ listingId: "1" }),
      place({ listingId: "2", state: "refused" }),
      place({ listingId: "3", state: "deferred" }),
    ];
    expect(waitsFrom(places)).toMatchObject({ since: "2026-03-15", deferred: true });
  });

  it("does not wait where it was refused last, or while the agenda of its day is not drawn up", () => {
    expect(waitsFrom([place({ listingId: "1" }), place({ listingId: "2", state: "refused" })])).toBeNull();
    expect(waitsFrom([place({ listingId: "1", stage: "screening" })])).toBeNull();
  });

  it("does not wait while a street has it on a list again, and does where that list was never sent", () => {
    const again = (stage: Place["stage"]) => [
      place({ listingId: "1" }),
      place({ listingId: "2", state: "draft", list: "draft", stage, decidedAt: null }),
    ];
    expect(waitsFrom(again("collecting"))).toBeNull();
    expect(waitsFrom(again("agenda"))).toMatchObject({ listingId: "1" });
    const off = [
      place({ listingId: "1" }),
      place({ listingId: "2", state: "withdrawn", stage: "collecting" }),
    ];
    expect(waitsFrom(off)).toMatchObject({ listingId: "1" });
  });
});
