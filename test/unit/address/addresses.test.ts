import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { meetingAddress } from "~/address/meetings";
import { listAddress } from "~/address/problems";
import { postAddress } from "~/address/units";

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

// A route's own file carries its address in its name; what works without a network imports nothing.
const homes = /^app\/(address\/|routes\/|meeting\/research\/offlineWorker\.ts$)/;
const spelledOut = /["'`]\/(desk|days|matters|streets)\//;

it("no address is spelled out where app/address or a route's own file does not do it", () => {
  const spelling = [...filesIn("app"), ...filesIn("server")].filter(
    (path) => !homes.test(path) && spelledOut.test(readFileSync(path, "utf8")),
  );
  expect(spelling).toEqual([]);
});

it("addresses are those that calendars, links on paper and scripts know", () => {
  expect(meetingAddress({ slug: "2026-11" })).toBe("/desk/days/2026-11");
  expect(meetingAddress({ slug: "2026-11" }, "room#topic-1")).toBe("/desk/days/2026-11/room#topic-1");
  expect(meetingAddress({ slug: "HS-2026-0007" })).toBe("/desk/meetings/HS-2026-0007");
  expect(meetingAddress({ slug: "HS-2026-0007" }, "minutes")).toBe("/desk/meetings/HS-2026-0007/minutes");
  expect(listAddress("2026-11", "wjc")).toBe("/desk/days/2026-11/lists/wjc");
  expect(postAddress("works", "p1")).toBe("/desk/units/works/posts/p1");
});
