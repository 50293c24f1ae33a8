import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { showNotices } from "~/notice/showNotices.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { removeListing } from "~/problem/list/removeListing.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { adoptProposals, declineProposal, mergeProposal } from "~/problem/proposal/answerProposal.server";
import { proposalsOf } from "~/problem/proposal/proposalsOf.server";
import { propose, withdrawProposal } from "~/problem/proposal/propose.server";
import { showScreening } from "~/problem/screening/showScreening.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { problemChannel } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { someInstant as now, type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive } from "../../../builders/live";
import { completeProblem, listedProblem, setStage, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
const engine = withLive();
let district: SmallDistrict;
let day: string;
let other: Actor;
const month = "2026-12";
const list = { month, street: "east" };
const who = (account: string) => district.actors[account]!;

beforeAll(async () => {
  district = await smallDistrict();
  day = await someDay(district, month, "collecting");
  // Another community of the same street.
  other = { ...who("community-east"), unitId: "another lane", postId: "another post", personId: "nobody" };
});

const raise = async (title: string, more = {}) => {
  const given = { ...completeProblem(district, { title, ...more }), month };
  return mustSucceed(await propose(who("community-east"), given, now));
};
const seenBy = async (reader: Actor, asked = list) =>
  (await proposalsOf(reader, asked)).rows.map(({ title, state }) => `${title} ${state}`);
const listed = async (account = "street-east") =>
  (await showList(who(account), list))!.rows.map(({ title }) => title);
const channels = async (problemId: string) =>
  read((db) =>
    db
      .select()
      .from(problemChannel)
      .where(and(eq(problemChannel.problemId, problemId), isNull(problemChannel.until))),
  );
const workOf = async (account: string) =>
  (await myWork(who(account), now)).flatMap(({ items }) =>
    items.map(({ what, count = 1 }) => `${"kind" in what ? what.kind : what.step} ${count}`),
  );
const news = async (account: string) => {
  await engine.jobs.catchUp();
  return (await showNotices(who(account), {})).lines.map(
    ({ kind, details }) => `${kind} ${details.decision}`,
  );
};

describe("what a community proposes", () => {
  it("stands beside the street's list, in no channel, for its street and itself only", async () => {
    const { number, problemId } = await raise("路灯不亮");
    expect(number).toBe("EST-2026-0001");
    expect(await seenBy(who("street-east"))).toEqual(["路灯不亮 waiting"]);
    expect(await seenBy(who("community-east"))).toEqual(["路灯不亮 waiting"]);
    for (const reader of [
      other,
      who("street-west"),
      who("community-west"),
      who("office"),
      who("dept-works"),
    ]) {
      expect(await seenBy(reader)).toEqual([]);
      expect(await showProblem(reader, number)).toBeNull();
    }
    expect(await listed()).toEqual([]);
    expect(await channels(problemId)).toEqual([]);
    expect(await submitList(who("street-east"), { month }, now)).toMatchObject({
      refusal: { code: "listEmpty" },
    });
    expect(await workOf("street-east")).toContain("answerProposals 1");
    expect(await workOf("community-east")).toContain("waitProposals 1");
  });

  it("is the community's to change and to withdraw while it waits, and nobody else's", async () => {
    const { id, number } = await raise("井盖松动");
    const edit = (account: string) =>
      editProblem(who(account), { number, place: "河西", communityId: null }, now);
    expect(await edit("street-east")).toMatchObject({ refusal: { code: "notAllowed" } });
    mustSucceed(await edit("community-east"));
    const shown = await showProblem(who("community-east"), number);
    expect(shown).toMatchObject({ problem: { place: "河西", communityId: district.units["east-lane"] } });
    for (const reader of [other, who("street-east"), who("community-west")])
      expect(await withdrawProposal(reader, { id }, now)).toMatchObject({ refusal: { code: "notFound" } });
    mustSucceed(await withdrawProposal(who("community-east"), { id }, now));
    expect(await edit("community-east")).toMatchObject({ ok: false });
    expect(await adoptProposals(who("street-east"), { month, ids: [id] }, now)).toMatchObject({
      refusal: { code: "proposalAnswered" },
    });
  });

  it("comes onto the list when the street adopts it, saying from whom it comes", async () => {
    const [waiting] = (await proposalsOf(who("street-east"), list)).rows.filter(({ can }) => can.adopt);
    const ids = [waiting!.id];
    for (const reader of [who("street-west"), other, who("office")])
      expect(await adoptProposals(reader, { month, ids }, now)).toMatchObject({
        refusal: { code: "notFound" },
      });
    expect(await adoptProposals(who("community-east"), { month, ids }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await adoptProposals(who("street-east"), { month, ids }, now));
    await listedProblem(district, "street-east", month, { title: "人行道塌陷" });
    const rows = (await showList(who("street-east"), list))!.rows;
    expect(rows.map(({ title, from }) => [title, from.en])).toEqual([
      ["路灯不亮", "east-lane"],
      ["人行道塌陷", "east"],
    ]);
    expect(await listed("community-east")).toEqual(["路灯不亮"]);
    expect(await news("community-east")).toEqual(["communityAnswered adopted"]);
  });

  it("keeps both words when it is merged into a row, and names the community", async () => {
    const { id, number, problemId } = await raise("路面坑洼", { originalWording: "门口路坏了。" });
    const into = (await showList(who("street-east"), list))!.rows[1]!.number;
    const merge = (reader: Actor, target: string) => mergeProposal(reader, { month, id, into: target }, now);
    expect(await merge(who("street-east"), number)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await merge(other, into)).toMatchObject({ refusal: { code: "notFound" } });
    mustSucceed(await merge(who("street-east"), into));
    expect(await listed()).toEqual(["路灯不亮", "人行道塌陷"]);
    const [, row] = (await showList(who("street-east"), list))!.rows;
    expect(row!.merged).toMatchObject([{ originalWording: "门口路坏了。", community: { en: "east-lane" } }]);
    expect(await channels(problemId)).toEqual([]);
    expect(await news("community-east")).toEqual(["communityAnswered merged", "communityAnswered adopted"]);
  });

  it("names what stands on the list already and is told alike, to whoever answers it", async () => {
    const alike = {
      originalWording: "夜里烧烤摊油烟呛人。",
      summary: "烧烤摊占道，油烟呛人。",
      place: "塘北路",
    };
    const { number: onList, listingId } = await listedProblem(district, "street-east", month, {
      ...{ title: "夜市烧烤油烟扰民", ...alike },
    });
    const { id, number } = await raise("夜市烧烤占道油烟呛人", alike);
    const likeTo = async (reader: Actor) =>
      (await proposalsOf(reader, list)).rows.find((one) => one.number === number)!.like;
    expect((await likeTo(who("street-east")))[0]).toBe(onList);
    expect(await likeTo(who("community-east"))).toEqual([]);
    mustSucceed(await removeListing(who("street-east"), { listingIds: [listingId] }, now));
    expect(await likeTo(who("street-east"))).not.toContain(onList);
    mustSucceed(await withdrawProposal(who("community-east"), { id }, now));
  });

  it("is declined with a reason that only its community and its street read", async () => {
    const { id, number } = await raise("树枝挡窗");
    const text = "物业本周修剪";
    expect(await declineProposal(other, { id, text }, now)).toMatchObject({ refusal: { code: "notFound" } });
    mustSucceed(await declineProposal(who("street-east"), { id, text }, now));
    for (const account of ["street-east", "community-east"]) {
      const { rows } = await proposalsOf(who(account), list);
      expect(rows.find((one) => one.number === number)).toMatchObject({ state: "declined", answer: text });
      expect(await showProblem(who(account), number)).toMatchObject({ proposal: { answer: text } });
    }
    expect(JSON.stringify(await proposalsOf(other, list))).not.toContain(text);
    expect(await workOf("community-east")).toContain("proposalDeclined 1");
    expect((await news("community-east"))[0]).toBe("communityAnswered declined");
    expect(await news("street-east")).toEqual([]);
    // On second thoughts it is taken, and the reason is gone with it.
    mustSucceed(await adoptProposals(who("street-east"), { month, ids: [id] }, now));
    expect(await listed()).toContain("树枝挡窗");
    expect(JSON.stringify(await showProblem(who("street-east"), number))).not.toContain(text);
  });

  it("goes on to the next list when the window closes without an answer", async () => {
    await raise("垃圾堆放");
    mustSucceed(await submitList(who("street-east"), { month }, now));
    await setStage(day, "screening");
    const { rows, carries } = await proposalsOf(who("community-east"), list);
    expect(carries).toBe(true);
    expect(rows.find(({ title }) => title === "垃圾堆放")).toMatchObject({ state: "waiting" });
    expect(await workOf("street-east")).not.toContain("answerProposals 1");
    await someDay(district, "2027-01", "collecting");
    const next = { month: "2027-01", street: "east" };
    expect(await seenBy(who("street-east"), next)).toEqual(["垃圾堆放 waiting"]);
    expect(await workOf("street-east")).toContain("answerProposals 1");
    const [waiting] = (await proposalsOf(who("street-east"), next)).rows;
    expect(waiting).toMatchObject({ month });
    mustSucceed(await adoptProposals(who("street-east"), { month: "2027-01", ids: [waiting!.id] }, now));
  });

  it("shows the office from whom each row comes, with the words that were merged", async () => {
    const view = (await showScreening(who("office"), { month }))!;
    const from = view.rows.map(({ title, community }) => `${title} ${community?.en ?? "-"}`);
    expect(from).toEqual(["路灯不亮 east-lane", "人行道塌陷 -", "树枝挡窗 east-lane"]);
    const opened = await showScreening(who("office"), { month, open: view.rows[1]!.listingId });
    expect(opened!.opened!.merged).toMatchObject([{ title: "路面坑洼", originalWording: "门口路坏了。" }]);
  });
});
