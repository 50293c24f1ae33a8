import { describe, expect, it } from "vitest";
import { hostsOfRound, lastHosted, monthsOutOfTurn, proposeHosts } from "~/plan/year/rotation";

const streets = ["a", "b", "c"];
const hosted = (hosts: string) =>
  [...hosts].map((hostStreetId, at) => ({ month: `2026-0${at + 1}`, hostStreetId }));

describe("who hosts", () => {
  it("a round runs until every street has hosted", () => {
    expect([...hostsOfRound(hosted("ab"), streets)]).toEqual(["a", "b"]);
    expect([...hostsOfRound(hosted("abc"), streets)]).toEqual([]);
    expect([...hostsOfRound(hosted("abcb"), streets)]).toEqual(["b"]);
  });

  it("counts by month and not by the order in which days are read; former streets do not count", () => {
    expect([...hostsOfRound(hosted("abcb").toReversed(), streets)]).toEqual(["b"]);
    expect([...hostsOfRound(hosted("xa"), streets)]).toEqual(["a"]);
  });

  it("proposes the streets that have not hosted in the round, longest ago first", () => {
    const months = ["2026-05", "2026-06", "2026-07"];
    expect(proposeHosts(streets, hosted("abcb"), months).map((day) => day.hostStreetId)).toEqual([
      "a",
      "c",
      "b",
    ]);
  });

  it("begins with streets that never hosted, in their order", () => {
    const months = ["2026-02", "2026-03"];
    expect(proposeHosts(streets, hosted("b"), months).map((day) => day.hostStreetId)).toEqual(["a", "c"]);
  });

  it("nobody hosts twice in a proposed year before all have", () => {
    const twelve = [..."abcdefghijkl"];
    const months = Array.from({ length: 12 }, (_, at) => `2027-${String(at + 1).padStart(2, "0")}`);
    const proposed = proposeHosts(twelve, hosted("cf"), months);
    expect(monthsOutOfTurn(twelve, hosted("cf"), proposed)).toEqual([]);
    expect(new Set(proposed.map((day) => day.hostStreetId)).size).toBe(12);
  });

  it("names the months that need a reason", () => {
    const planned = [
      { month: "2026-03", hostStreetId: "a" },
      { month: "2026-04", hostStreetId: "c" },
      { month: "2026-05", hostStreetId: "c" },
    ];
    expect(monthsOutOfTurn(streets, hosted("ab"), planned)).toEqual(["2026-03"]);
  });

  it("knows when a street last hosted", () => {
    expect(lastHosted(hosted("aba"), "a")).toBe("2026-03");
    expect(lastHosted(hosted("aba"), "c")).toBe("");
  });
});

describe("who hosts months between others that are planned", () => {
  it("leaves the hosts of later months their turn", () => {
    // March is of a, whose turn would come first in January.
    const planned = [{ month: "2026-03", hostStreetId: "a" }];
    expect(proposeHosts(streets, planned, ["2026-01", "2026-02"]).map((day) => day.hostStreetId)).toEqual([
      "b",
      "c",
    ]);
  });

  it("goes on in the round of the months before", () => {
    const planned = [...hosted("ab"), { month: "2026-04", hostStreetId: "b" }];
    const proposed = proposeHosts(streets, planned, ["2026-03", "2026-05"]);
    expect(proposed.map((day) => day.hostStreetId)).toEqual(["c", "a"]);
    expect(monthsOutOfTurn(streets, planned, proposed)).toEqual([]);
  });
});
