import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { actorIn } from "~/access/actorIn";
import { heldPosts } from "~/access/heldPosts.server";
import { listLedger } from "~/audit/listLedger.server";
import { showNotices } from "~/notice/showNotices.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { appointHolder } from "~/unit/appointHolder.server";
import { holderOn } from "~/unit/holderOn.server";
import { addPost } from "~/unit/post/addPost.server";
import { appointSubstitute } from "~/unit/post/appointSubstitute.server";
import { changePost } from "~/unit/post/changePost.server";
import { closePost } from "~/unit/post/closePost.server";
import { endSubstitute } from "~/unit/post/endSubstitute.server";
import { vacancyHandler } from "~/unit/post/findVacant.server";
import { showUnit } from "~/unit/showUnit.server";
import { leavePost } from "~/work/handover/leavePost.server";
import { letRestStay } from "~/work/handover/sayHandover.server";
import { myWork } from "~/work/myWork.server";
import { otherPosts } from "~/work/otherPosts.server";
import { read } from "~db/read";
import { holding } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { mustSucceed } from "../../builders/result";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
const engine = withLive();

const now = "2026-11-10T02:00:00.000Z";
let district: SmallDistrict;
let number: string;
const by = (account: string) => district.actors[account]!;
beforeAll(async () => {
  district = await smallDistrict();
  const day = await dayAt(district, "2026-10", "issued");
  [number] = (await dispatchedTasks(
    district,
    day,
    [{ street: "east", lead: "works", due: "2026-11-15" }],
    now,
  )) as [string];
});

/** Somebody in a post in which they only stand in, as a request of theirs would have it. */
async function standingIn(account: string, postId: string, at: string): Promise<Actor | undefined> {
  const post = (await heldPosts(by(account).personId, at)).find(({ id }) => id === postId);
  return post && actorIn(by(account), post);
}

const told = async (account: string) =>
  (await showNotices(by(account), {})).lines.map(
    ({ kind, why, thing }) => `${kind} ${why} ${thing?.to ?? ""}`,
  );

const postsOf = async (slug: string, at: string) => mustSucceed(await showUnit(by("office"), slug, at)).posts;

const standIn = (more: object = {}, at = now) =>
  appointSubstitute(
    by("admin"),
    {
      postId: by("dept-works").postId,
      ...{ account: "dept-water", fromDay: "2026-11-12", toDay: "2026-11-14" },
      ...more,
    },
    at,
  );

describe("standing in from a day to a day", () => {
  it("is arranged by the administrator, ahead, and once at a time", async () => {
    const office = await appointSubstitute(
      by("office"),
      { postId: by("dept-works").postId, account: "dept-water", fromDay: "2026-11-12", toDay: "2026-11-14" },
      now,
    );
    expect(office).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await standIn({ toDay: "2026-11-11" })).toMatchObject({ refusal: { code: "substituteDays" } });
    expect(await standIn({ fromDay: "2026-11-01", toDay: "2026-11-09" })).toMatchObject({
      refusal: { code: "substituteDays", field: "toDay" },
    });
    expect(await standIn({ account: "nobody" })).toMatchObject({ refusal: { code: "noSuchAccount" } });
    expect(await standIn({ account: "dept-works" })).toMatchObject({ refusal: { code: "holdsPostAlready" } });
    mustSucceed(await standIn());
    expect(await standIn({ account: "street-east" })).toMatchObject({ refusal: { code: "substituteTaken" } });
  });

  it("has the rights of the post from the first midnight of the district's zone to the last one", async () => {
    const { postId } = by("dept-works");
    const at = (instant: string) => standingIn("dept-water", postId, instant);
    expect(await at("2026-11-11T15:59:59.000Z")).toBeUndefined();
    expect(await at("2026-11-11T16:00:00.000Z")).toMatchObject({ role: "department", standsIn: true });
    expect(await at("2026-11-14T15:59:59.000Z")).toMatchObject({ unitId: district.units.works });
    expect(await at("2026-11-14T16:00:00.000Z")).toBeUndefined();
  });

  it("does the work of the post, is named as standing in, and finds what waits there from its own", async () => {
    const day = "2026-11-12T02:00:00.000Z";
    const substitute = (await standingIn("dept-water", by("dept-works").postId, day))!;
    expect(await otherPosts(by("dept-water"), day)).toMatchObject([{ standsIn: true, count: 1 }]);
    mustSucceed(await acknowledgeTask(substitute, { number }, day));
    const { lines } = mustSucceed(await listLedger(by("office"), { verb: "task.acknowledge" }));
    expect(lines[0]!.who).toMatchObject({ name: "dept-water员", standsIn: true });
    const [post] = await postsOf("works", day);
    expect(post).toMatchObject({
      holders: ["dept-works员"],
      standIns: [{ name: "dept-water员", until: "2026-11-14" }],
    });
    const chair = await read((db) => holderOn(db, substitute.postId, { date: "2026-11-13", openedAt: null }));
    expect(chair).toEqual({ name: "dept-water员", standsIn: true });
  });

  it("is told to both, and ended early by the administrator", async () => {
    await engine.jobs.catchUp();
    const { postId } = by("dept-works");
    expect(await told("dept-water")).toContain(
      `substituteNamed substitute /desk/units/works/posts/${postId}`,
    );
    expect(await told("dept-works")).toContain(`substituteNamed holder /desk/units/works/posts/${postId}`);
    const [held] = await read((db) => db.select().from(holding).where(eq(holding.capacity, "substitute")));
    const at = "2026-11-13T04:00:00.000Z";
    expect(await endSubstitute(by("office"), { holdingId: held!.id }, at)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await endSubstitute(by("admin"), { holdingId: held!.id }, at));
    expect(await standingIn("dept-water", postId, at)).toBeUndefined();
    expect(await endSubstitute(by("admin"), { holdingId: held!.id }, at)).toMatchObject({
      refusal: { code: "leftAlready" },
    });
  });
});

describe("a post that falls vacant", () => {
  const day = "2026-11-20T02:00:00.000Z";
  let clerk: string;

  it("has its deputy stand in from the day after, and until somebody is appointed", async () => {
    const added = { unit: "works", role: "department", titleZh: "经办人", titleEn: "Officer" } as const;
    clerk = mustSucceed(await addPost(by("admin"), added, now)).postId;
    const seat = { postId: clerk, account: "dept-water", fromDay: "2026-11-10" };
    mustSucceed(await appointHolder(by("admin"), seat, now));
    const { postId } = by("dept-works");
    const titles = { titleZh: "联络员", titleEn: "Liaison", version: 1 };
    const foreign = { postId, ...titles, deputyPostId: by("office").postId };
    expect(await changePost(by("admin"), foreign, now)).toMatchObject({
      refusal: { code: "invalid", field: "deputyPostId" },
    });
    mustSucceed(await changePost(by("admin"), { postId, ...titles, deputyPostId: clerk }, now));
    await leave("dept-works", postId, "2026-11-20", day);
    expect(await standingIn("dept-water", postId, day)).toMatchObject({ standsIn: true });
    const appointed = { postId, account: "street-west", fromDay: "2026-11-25" };
    mustSucceed(await appointHolder(by("admin"), appointed, day));
    expect(await standingIn("dept-water", postId, "2026-11-24T15:59:59.000Z")).toBeDefined();
    expect(await standingIn("dept-water", postId, "2026-11-24T16:00:00.000Z")).toBeUndefined();
  });

  it("without a deputy is told to the office every working day, and waits in its My work", async () => {
    const { postId } = by("street-east");
    await leave("street-east", postId, "2026-11-20", day);
    const items = (await myWork(by("office"), day)).flatMap(({ items: lines }) => lines);
    expect(items.find(({ key }) => key === "vacant")).toMatchObject({ count: 1, waiting: true });
    for (const morning of ["2026-11-23", "2026-11-24"]) await findVacant(morning);
    const vacant = (await told("office")).filter((line) => line.startsWith("postVacant"));
    expect(vacant).toEqual([
      `postVacant posts /desk/units/east/posts/${postId}`,
      `postVacant posts /desk/units/east/posts/${postId}`,
    ]);
  });

  it("is closed only when nobody is in it", async () => {
    expect(await closePost(by("admin"), { postId: clerk }, day)).toMatchObject({
      refusal: { code: "postStillHeld" },
    });
    const empty = mustSucceed(
      await addPost(
        by("admin"),
        { unit: "east", role: "street", titleZh: "经办人", titleEn: "Officer" },
        day,
      ),
    );
    mustSucceed(await closePost(by("admin"), { postId: empty.postId }, day));
    expect((await postsOf("east", day)).map(({ id }) => id)).toEqual([by("street-east").postId]);
    const seat = { postId: empty.postId, account: "office", fromDay: "2026-11-20" };
    expect(await appointHolder(by("admin"), seat, day)).toMatchObject({ refusal: { code: "postClosed" } });
  });
});

async function leave(account: string, postId: string, toDay: string, at: string): Promise<void> {
  const [held] = await read((db) => db.select().from(holding).where(eq(holding.postId, postId)));
  await letRestStay(by("admin"), { holdingId: held!.id }, at);
  const words = `${account}已当面交接全部材料`;
  mustSucceed(await leavePost(by("admin"), { holdingId: held!.id, toDay, handover: words }, at));
}

async function findVacant(morning: string): Promise<void> {
  const at = `${morning}T01:00:00.000Z`;
  if ("outside" in vacancyHandler) await vacancyHandler.outside({ day: morning }, { now: at });
  await engine.jobs.catchUp();
}
