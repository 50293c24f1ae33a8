import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { colourOfSeat, lineOfSeat, personColours } from "~/record/live/presence";
import { Seats } from "~server/live/connection/seats";

type Rgb = [number, number, number];

const css = readFileSync("app/ui/styles/people.css", "utf8");
const [light = "", , dark = ""] = css.split(/^\}/m);

const coloursOf = (part: string): Rgb[] =>
  [...part.matchAll(/--person-\d+: #(..)(..)(..);/g)].map(
    ([, ...parts]) => parts.map((one) => Number.parseInt(one, 16) / 255) as Rgb,
  );
const linear = (one: number) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(linear) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Where a colour lies as it is seen (OKLab, https://bottosson.github.io/posts/oklab/). */
function seen(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map(linear) as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe("the colours of people in a room", () => {
  it.each([
    ["light", light, 1],
    ["dark", dark, luminance([0x17 / 255, 0x16 / 255, 0x13 / 255])],
  ])("are told apart, and letters are read on them, in %s", (_theme, part, letters) => {
    const colours = coloursOf(part);
    expect(colours).toHaveLength(personColours);
    for (const [at, one] of colours.entries()) {
      const [high, low] = [luminance(one), letters].sort((a, b) => b - a) as [number, number];
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(4.5);
      // About five times what is just noticed.
      for (const other of colours.slice(at + 1)) {
        const [a, b] = [seen(one), seen(other)];
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.09);
      }
    }
  });

  it("are another one, or another line, for each of ninety people", () => {
    const looks = Array.from({ length: 90 }, (_, seat) => colourOfSeat(seat) + lineOfSeat(seat));
    expect(new Set(looks).size).toBe(90);
  });
});

describe("places in a room", () => {
  it("are taken from the first on, one by each person", () => {
    const seats = new Seats();
    for (const one of ["a", "b", "a", "c"]) seats.enter(one);
    expect(["a", "b", "c"].map((one) => seats.of(one))).toEqual([0, 1, 2]);
    seats.leave("a");
    expect(seats.of("a")).toBe(0);
  });

  it("are free when the last window closes, and found again where nobody took them", () => {
    const seats = new Seats();
    for (const one of ["a", "b", "c"]) seats.enter(one);
    seats.leave("a");
    seats.leave("b");
    seats.enter("d");
    seats.enter("b");
    seats.enter("a");
    expect(["d", "b", "c", "a"].map((one) => seats.of(one))).toEqual([0, 1, 2, 3]);
  });
});
