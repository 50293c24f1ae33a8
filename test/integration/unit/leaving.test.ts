import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { showRollCall } from "~/meeting/attendance/showRollCall.server";
import { findMentions } from "~/meeting/room/findMentions.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { showTask } from "~/task/page/showTask.server";
import { showUnit } from "~/unit/showUnit.server";
import { showUnits } from "~/unit/showUnits.server";
import { leavePost } from "~/work/handover/leavePost.server";
import { letRestStay } from "~/work/handover/sayHandover.server";
import { read } from "~db/read";
import { holding } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { mustSucceed } from "../../builders/result";
import { openDay } from "../../builders/session";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
withLive();

const month = "2026-03";
const minute = (at: number) => `2026-03-20T05:${String(at).padStart(2, "0")}:00.000Z`;
let district: SmallDistrict;
let number: string;
const by = (account: string) => district.actors[account]!;

beforeAll(async () => {
  district = await smallDistrict();
  const earlier = await dayAt(district, "2026-02", "issued");
  [number] = (await dispatchedTasks(
    district,
    earlier,
    [{ street: "east", lead: "east", due: "2026-04-10" }],
    minute(0),
  )) as [string];
  mustSucceed(await acknowledgeTask(by("street-east"), { number }, minute(0)));
  mustSucceed(await claimHandled(by("street-east"), { number, text: "已清", evidence: "照片" }, minute(0)));
  await openDay(district, month, [{ street: "east", title: "人行道塌陷", power: "works" }]);
});

/** Every list of who holds which post at an instant, by what shows it. */
const readers: Record<string, (now: string) => Promise<string[]>> = {
  "whom the room offers to mention": async (now) =>
    mustSucceed(await findMentions(by("office"), month, "works", now)).map(({ label }) => label),
  "whom a verification offers as witness": async (now) =>
    (await showTask(by("office"), number, now, () => undefined))!.witnesses!.map(({ name }) => name),
  "the page of the unit": async (now) =>
    mustSucceed(await showUnit(by("office"), "works", now)).posts.flatMap(({ holders }) => holders),
  "the list of units": async (now) => JSON.stringify(await showUnits(now)).match(/dept-works员/g) ?? [],
};

it("ends a post at the minute of leaving, in every list of holders", async () => {
  const shownAt = async (now: string) => {
    const shown = Object.entries(readers).map(async ([name, read]) => [
      name,
      (await read(now)).includes("dept-works员"),
    ]);
    return Object.fromEntries(await Promise.all(shown));
  };
  const all = (is: boolean) => Object.fromEntries(Object.keys(readers).map((name) => [name, is]));
  const [held] = await read((db) =>
    db
      .select()
      .from(holding)
      .where(eq(holding.postId, by("dept-works").postId)),
  );
  expect(await shownAt(minute(10))).toEqual(all(true));
  const leave = { holdingId: held!.id, toDay: "2026-03-20", handover: "已交接全部材料" };
  mustSucceed(await leavePost(by("admin"), leave, minute(10)));
  expect(await shownAt(minute(11))).toEqual(all(false));
  expect(await shownAt(minute(9))).toEqual(all(true));
});

it("keeps whoever chaired a meeting and left their post after it began", async () => {
  const [held] = await read((db) =>
    db
      .select()
      .from(holding)
      .where(eq(holding.postId, by("leader").postId)),
  );
  const leave = { holdingId: held!.id, toDay: "2026-03-20", handover: "已交接全部材料" };
  mustSucceed(await letRestStay(by("admin"), { holdingId: held!.id }, minute(11)));
  mustSucceed(await leavePost(by("admin"), leave, minute(11)));
  const roll = await showRollCall(by("office"), month, minute(12));
  expect(JSON.stringify(roll)).toContain("leader员");
});

it("asks who holds a post in one way only", () => {
  // These look at the history of a post, not at who holds it.
  const others = [
    "unit/holderOn",
    "work/handover/leavePost",
    "unit/insertHolding",
    "unit/letDeputyStandIn",
    "unit/post/endSubstitute",
    "work/handoverWork",
    "access/holdingNow",
  ];
  const asking = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !others.some((one) => file.startsWith(one)))
    .filter((file) => /\(holding\.(toDay|leftAt)\b/.test(readFileSync(join("app", file), "utf8")));
  expect(asking).toEqual([]);
});
