import { describe, expect, it } from "vitest";
import { agendaTimes, minutesOf } from "~/meeting/agenda/agendaTimes";

const lines = (...minutes: (number | null)[]) => minutes.map((minutesAllotted) => ({ minutesAllotted }));

describe("the times of an agenda", () => {
  it("follow from the beginning and the minutes of the entries before", () => {
    const times = agendaTimes(lines(20, 15, 40), { startsAt: "09:00", planned: 180 });
    expect(times.map(({ from, until }) => `${from}–${until}`)).toEqual([
      "09:00–09:20",
      "09:20–09:35",
      "09:35–10:15",
    ]);
  });

  it("mark what ends after the planned end, and nothing that ends with it", () => {
    const times = agendaTimes(lines(30, 30, null, 1), { startsAt: "14:30", planned: 60 });
    expect(times.map((one) => one.over)).toEqual([false, false, false, true]);
    expect(minutesOf(lines(30, 30, null, 1))).toBe(61);
  });

  it("are not known before the beginning is, and pass midnight", () => {
    expect(agendaTimes(lines(20), { startsAt: "", planned: 10 })).toEqual([
      { from: null, until: null, over: true },
    ]);
    expect(agendaTimes(lines(30), { startsAt: "23:45", planned: 60 })[0]).toMatchObject({ until: "00:15" });
  });
});
