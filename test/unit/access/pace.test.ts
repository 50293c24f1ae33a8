import { describe, expect, it } from "vitest";
import { countedOnce, networkOf, type Pace, type PaceKind, secondsToWait } from "~/access/signIn/pace";

const start = "2026-11-10T02:00:00.000Z";
const later = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString();
const waitAfter = (kind: PaceKind, failures: number) =>
  secondsToWait(kind, { failures, lastAt: start }, start);

describe("the pace of attempts", () => {
  it("lets everybody mistype some times, then doubles the wait up to a limit", () => {
    const waits = [0, 4, 5, 6, 7, 8, 14, 15, 500].map((failures) => waitAfter("account", failures));
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900]);
    expect([49, 50, 51, 56, 500].map((failures) => waitAfter("address", failures))).toEqual([
      0, 1, 2, 60, 60,
    ]);
    expect([4, 5, 500].map((failures) => waitAfter("device", failures))).toEqual([0, 1, 60]);
  });

  it("counts the wait from the last failure, and forgets after an hour", () => {
    const pace: Pace = { failures: 12, lastAt: start };
    expect([0, 28, 127.5, 128].map((at) => secondsToWait("account", pace, later(at)))).toEqual([
      128, 100, 1, 0,
    ]);
    expect(countedOnce(pace, later(3_600))).toEqual({ failures: 13, lastAt: later(3_600) });
    expect(countedOnce(pace, later(3_601))).toEqual({ failures: 1, lastAt: later(3_601) });
    expect(secondsToWait("account", undefined, start)).toBe(0);
  });
});

describe("the network of an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:2::9", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["::1", "0:0:0:0"],
    ["", ""],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});
