import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { onAccessChange } from "~/access/accessChange.server";
import { acceptInvitation } from "~/access/account/acceptInvitation.server";
import { heldPosts } from "~/access/heldPosts.server";
import { signIn } from "~/access/signIn/signIn.server";
import { appointHolder } from "~/unit/appointHolder.server";
import { appointNewcomer } from "~/unit/appointNewcomer.server";
import { showPost } from "~/unit/showPost.server";
import { showUnit } from "~/unit/showUnit.server";
import { leavePost } from "~/work/handover/leavePost.server";
import { read } from "~db/read";
import { holding } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
});

const now = "2026-11-10T02:00:00.000Z";
const by = (account: string) => district.actors[account]!;
const password = "long enough to be one";
const handover = "三件在办任务已与综合科交接，材料在二楼档案柜。";

async function holdingOf(account: string): Promise<string> {
  const [row] = await read((db) =>
    db
      .select({ id: holding.id })
      .from(holding)
      .where(eq(holding.personId, by(account).personId)),
  );
  return row!.id;
}

describe("leaving a post", () => {
  it("is an administrator's act", async () => {
    const holdingId = await holdingOf("street-east");
    for (const account of ["office", "leader", "street-east", "dept-works"])
      expect(await leavePost(by(account), { holdingId, toDay: "2026-11-09", handover }, now)).toMatchObject({
        refusal: { code: "notAllowed" },
      });
  });

  it("needs a hand-over and a day after it began", async () => {
    const holdingId = await holdingOf("street-east");
    const leave = (more: object) =>
      leavePost(by("admin"), { holdingId, toDay: "2026-11-09", handover, ...more }, now);
    expect(await leave({ handover: " " })).toMatchObject({ refusal: { code: "invalid" } });
    expect(await leave({ toDay: "2023-12-31" })).toMatchObject({
      refusal: { code: "leavesBeforeItBegan", field: "toDay" },
    });
    expect(await leave({ holdingId: "nobody's" })).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("can be announced: the rights stay until the day ahead is over, or until it is brought forward", async () => {
    const holdingId = await holdingOf("street-east");
    const { personId } = by("street-east");
    const leave = (toDay: string, at = now) => leavePost(by("admin"), { holdingId, toDay, handover }, at);
    mustSucceed(await leave("2026-11-30"));
    expect(await heldPosts(personId, "2026-11-30T15:59:59.000Z")).toHaveLength(1);
    expect(await heldPosts(personId, "2026-11-30T16:00:00.000Z")).toEqual([]);
    expect(await leave("2026-12-15")).toMatchObject({ refusal: { code: "leftAlready" } });
    mustSucceed(await leave("2026-11-20"));
    expect(await heldPosts(personId, "2026-11-25T02:00:00.000Z")).toEqual([]);
  });

  it("takes its rights away at that minute, and says so to open connections", async () => {
    const told: (string | undefined)[] = [];
    const stop = onAccessChange(async (personId) => void told.push(personId));
    const holdingId = await holdingOf("street-east");
    const { personId } = by("street-east");
    mustSucceed(await leavePost(by("admin"), { holdingId, toDay: "2026-11-10", handover }, now));
    stop();
    expect(told).toEqual([personId]);
    expect(await heldPosts(personId, "2026-11-10T01:59:59.000Z")).toHaveLength(1);
    expect(await heldPosts(personId, now)).toEqual([]);
    expect(await leavePost(by("admin"), { holdingId, toDay: "2026-11-10", handover }, now)).toMatchObject({
      refusal: { code: "leftAlready" },
    });
    const { posts } = mustSucceed(await showUnit(by("admin"), "east", now));
    expect(posts.flatMap((post) => post.holders)).toEqual([]);
  });

  it("is not possible for the last administrator", async () => {
    const leave = { holdingId: await holdingOf("admin"), toDay: "2026-11-30", handover };
    expect(await leavePost(by("admin"), leave, now)).toMatchObject({
      refusal: { code: "lastAdministrator" },
    });
  });
});

describe("a vacant post", () => {
  const postId = () => by("street-east").postId;

  it("keeps what was handed over for those who may read it", async () => {
    const seen = async (account: string) => {
      const page = mustSucceed(await showPost(by(account), { slug: "east", postId: postId() }, now));
      return page.holdings[0]!.handover;
    };
    expect(await seen("office")).toBe(handover);
    expect(await seen("street-east")).toBe(handover);
    for (const account of ["street-west", "community-east", "dept-works"])
      expect(await seen(account)).toBeNull();
  });

  it("is found at its own unit only, and shows accounts to administrators only", async () => {
    expect(await showPost(by("admin"), { slug: "west", postId: postId() }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    const account = async (who: string) =>
      mustSucceed(await showPost(by(who), { slug: "east", postId: postId() }, now)).holdings[0]!.account
        ?.account ?? null;
    expect(await account("admin")).toBe("street-east");
    expect(await account("office")).toBeNull();
  });

  it("is filled with somebody new, who chooses a password by a link", async () => {
    const input = { postId: postId(), account: "liu.fang", name: "刘芳", fromDay: "2026-11-10" };
    expect(await appointNewcomer(by("office"), input, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await appointNewcomer(by("admin"), { ...input, account: "office" }, now)).toMatchObject({
      refusal: { code: "accountTaken", field: "account" },
    });
    const { code } = mustSucceed(await appointNewcomer(by("admin"), input, now));
    const caller = { address: "203.0.113.1", browser: "" };
    expect((await signIn({ account: "liu.fang", password: "" }, caller, now)).ok).toBe(false);
    mustSucceed(await acceptInvitation({ code, password }, caller, now));
    expect((await signIn({ account: "liu.fang", password }, caller, now)).ok).toBe(true);
    const { posts } = mustSucceed(await showUnit(by("street-west"), "east", now));
    expect(posts.flatMap((post) => post.holders)).toEqual(["刘芳"]);
  });

  it("is held by one person at a time", async () => {
    const input = { postId: postId(), account: "community-east", fromDay: "2026-12-01" };
    expect(await appointHolder(by("admin"), input, now)).toMatchObject({
      refusal: { code: "postHeld", field: "fromDay" },
    });
    expect(await appointHolder(by("admin"), { ...input, account: "nobody" }, now)).toMatchObject({
      refusal: { code: "noSuchAccount", field: "account" },
    });
    expect(await appointHolder(by("admin"), { ...input, postId: "no such" }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("can be promised to somebody from the day after", async () => {
    const [held] = await read((db) => db.select().from(holding).where(eq(holding.fromDay, "2026-11-10")));
    mustSucceed(await leavePost(by("admin"), { holdingId: held!.id, toDay: "2026-11-30", handover }, now));
    const input = { postId: postId(), account: "community-east" };
    expect(await appointHolder(by("admin"), { ...input, fromDay: "2026-11-30" }, now)).toMatchObject({
      refusal: { code: "postHeld" },
    });
    mustSucceed(await appointHolder(by("admin"), { ...input, fromDay: "2026-12-01" }, now));
    expect(await heldPosts(by("community-east").personId, "2026-12-01T02:00:00.000Z")).toHaveLength(2);
    expect(mustSucceed(await showPost(by("office"), { slug: "east", postId: postId() }, now)).vacant).toBe(
      false,
    );
  });
});
