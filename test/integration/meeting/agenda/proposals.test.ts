import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { changeTopic } from "~/meeting/agenda/changeTopic.server";
import { declineProposal } from "~/meeting/agenda/declineProposal.server";
import { type AgendaProposal, proposeForAgenda } from "~/meeting/agenda/proposeForAgenda.server";
import { publishAgenda } from "~/meeting/agenda/publishAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { takeProposal } from "~/meeting/agenda/takeProposal.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { openSession } from "~/meeting/stage/openSession.server";
import { showNotices } from "~/notice/showNotices.server";
import { listTopics, topicById } from "~/record/document/record";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { approvedAgenda, present, screenedDay, topicsOf } from "../../../builders/session";

withDatabase();
const engine = withLive();

const month = "2026-05";
const now = `${month}-20T02:00:00.000Z`;
let district: SmallDistrict;
let topicId: string;
let otherId: string;
let lastId: string;

const as = (account: string) => district.actors[account]!;
const propose = (account: string, more: Partial<AgendaProposal>) =>
  proposeForAgenda(as(account), { slug: month, topicId, ...more }, now);
const page = async (account = "office") => mustSucceed(await showAgenda(as(account), month, now));
const waiting = async (account = "office") =>
  (await page(account)).proposals.filter(({ state }) => state === "waiting");
const entry = async (id = topicId) => topicById(await recordOfDay(month), id);
const order = async () => listTopics(await recordOfDay(month)).map(({ id }) => id);
const booked = (verb: string) =>
  read((db) => db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, verb)));

/** Decides on the proposal that waits, as its page shows it. */
async function decide(how: typeof takeProposal, account = "office", word = "") {
  const [one] = await waiting();
  return how(as(account), { slug: month, proposalId: one!.id, version: one!.mark, word }, now);
}

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await screenedDay(district, month, [
    { street: "east", title: "路灯不亮", power: "works" },
    { street: "east", title: "人行道塌陷", power: "works" },
    { street: "west", title: "河道淤积", power: "water" },
  ]);
  mustSucceed(await startAgenda(as("office"), { slug: month }, now));
  await present(district, dayId, month, "works", now);
  const topics = (await topicsOf(dayId)).filter(({ kind }) => kind === "topic");
  [topicId, otherId, lastId] = topics.map(({ id }) => id) as [string, string, string];
});

describe("a change of the agenda by somebody else than the moderator", () => {
  it("is no proposal while the agenda is written together", async () => {
    for (const account of ["street-east", "dept-works"])
      expect(await propose(account, { title: "路灯" })).toMatchObject({ refusal: { code: "wrongStage" } });
    mustSucceed(await changeTopic(as("street-east"), { slug: month, topicId, title: "路灯不亮（东街）" }));
    await approvedAgenda(district, month, now);
    mustSucceed(await publishAgenda(as("office"), { slug: month }, now));
  });

  it("waits from the publication on, for those who write in the record, and for nobody else", async () => {
    const refusals = {
      office: "notAllowed",
      leader: "notAllowed",
      "dept-water": "notAllowed",
      admin: "notFound",
    };
    for (const [account, code] of Object.entries(refusals))
      expect([account, await propose(account, { title: "路灯" })]).toMatchObject([
        account,
        { refusal: { code } },
      ]);
    expect(await propose("dept-works", {})).toMatchObject({ refusal: { code: "nothingProposed" } });
    expect(await propose("dept-works", { place: "nowhere" })).toMatchObject({ refusal: { code: "invalid" } });
    expect(await propose("dept-works", { title: "路灯", version: 1 })).toMatchObject({
      refusal: { code: "changedMeanwhile", touched: expect.objectContaining({ title: expect.anything() }) },
    });
    expect((await page("dept-works")).lines.every((line) => line.proposes && !line.rewords)).toBe(true);
    expect((await page("dept-water")).lines.some((line) => line.proposes)).toBe(false);
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ["title", "street-east", { title: "东街路灯整治" }, "路灯不亮（东街）", "东街路灯整治"],
    ["presenter", "dept-works", { presenter: "区建设局" }, "east单位", "区建设局"],
    ["minutes", "dept-works", { minutesAllotted: 25 }, "15", "25"],
  ] as const)("is taken by one press: %s", async (kind, account, asked, stood, proposed) => {
    mustSucceed(await propose(account, asked));
    expect(await waiting("dept-water")).toMatchObject([{ kind, stood, now: stood, proposed, entry: "open" }]);
    expect(await decide(takeProposal, account)).toMatchObject({ refusal: { code: "notAllowed" } });
    mustSucceed(await decide(takeProposal));
    expect(await entry()).toMatchObject(asked);
    expect(await waiting()).toEqual([]);
  });

  it("is taken by the chair too, of a place", async () => {
    mustSucceed(await propose("street-east", { topicId: lastId, place: topicId }));
    expect(await waiting()).toMatchObject([{ kind: "place", proposed: "东街路灯整治", stood: "" }]);
    mustSucceed(await decide(takeProposal, "leader"));
    mustSucceed(await propose("street-east", { topicId: lastId, place: "end" }));
    expect((await order()).indexOf(lastId)).toBe((await order()).indexOf(topicId) - 1);
    mustSucceed(await decide(takeProposal));
    expect((await order()).at(-1)).toBe(lastId);
  });

  it("tells the moderator by the work there is, and its author what became of it", async () => {
    mustSucceed(await propose("dept-works", { presenter: "区水务局" }));
    const kinds = async (account: string) =>
      (await myWork(as(account), now)).flatMap(({ items }) =>
        items.map(({ what }) => Object.values(what)[0]),
      );
    for (const account of ["office", "leader"]) expect(await kinds(account)).toContain("decideProposals");
    expect(await kinds("dept-works")).not.toContain("decideProposals");
    mustSucceed(await decide(declineProposal, "office", "仍由建设局汇报"));
    expect(await kinds("office")).not.toContain("decideProposals");
    expect(await entry()).toMatchObject({ presenter: "区建设局" });
    expect((await page("dept-works")).proposals.at(-1)).toMatchObject({
      state: "declined",
      isMine: true,
      decided: { word: "仍由建设局汇报" },
    });
    await engine.jobs.catchUp();
    const { lines } = await showNotices(as("dept-works"), {});
    expect(lines[0]).toMatchObject({ kind: "proposalDecided", details: { decision: "declined" } });
  });

  it("books who took it, and who proposed it", async () => {
    const [taken] = await booked("session.takeProposal");
    expect(taken!.personId).toBe(as("office").personId);
    expect(JSON.parse(taken!.after!)).toMatchObject({ proposedByPersonId: as("street-east").personId });
    expect(taken!.after).not.toContain("整治");
  });
});

describe("a proposal that was overtaken", () => {
  it("is decided on as it was seen, and says what stands there now", async () => {
    mustSucceed(await propose("dept-works", { title: "路灯整治（一期）" }));
    const [seen] = await waiting();
    mustSucceed(await changeTopic(as("office"), { slug: month, topicId, title: "路灯" }));
    const stale = { slug: month, proposalId: seen!.id, version: seen!.mark, word: "" };
    for (const how of [takeProposal, declineProposal])
      expect(await how(as("office"), stale, now)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await waiting()).toMatchObject([{ stood: "东街路灯整治", now: "路灯" }]);
    expect(await entry()).toMatchObject({ title: "路灯" });

    const [again] = await waiting();
    mustSucceed(await propose("dept-works", { title: "路灯整治（二期）" }));
    const before = { ...stale, version: again!.mark };
    expect(await takeProposal(as("office"), before, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect(await waiting()).toHaveLength(1);
    mustSucceed(await decide(takeProposal));
    expect(await entry()).toMatchObject({ title: "路灯整治（二期）" });
    expect(await takeProposal(as("office"), before, now)).toMatchObject({
      refusal: { code: "proposalDecided" },
    });
  });

  it("says that its entry was decided, or taken off", async () => {
    mustSucceed(await openSession(as("office"), { slug: month }, now));
    mustSucceed(await propose("dept-works", { minutesAllotted: 40 }));
    const [seen] = await waiting();
    const outcome = { outcome: "passed", note: "" } as const;
    mustSucceed(await recordOutcome(as("office"), { slug: month, topicId, ...outcome }, now));
    const stale = { slug: month, proposalId: seen!.id, version: seen!.mark, word: "" };
    expect(await takeProposal(as("office"), stale, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect(await waiting()).toMatchObject([{ entry: "decided" }]);
    mustSucceed(await decide(takeProposal));
    expect(await entry()).toMatchObject({ minutesAllotted: 40 });

    mustSucceed(await propose("street-east", { topicId: otherId, title: "人行道" }));
    mustSucceed(await takeOffAgenda(as("office"), { slug: month, topicId: otherId, reason: "已办结" }, now));
    expect(await waiting()).toMatchObject([{ entry: "withdrawn" }]);
    expect(await propose("street-east", { topicId: otherId, title: "路" })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("lapses with the session", async () => {
    const last = { outcome: "other", note: "下次再议" } as const;
    mustSucceed(await recordOutcome(as("office"), { slug: month, topicId: lastId, ...last }, now));
    const [left] = await waiting();
    mustSucceed(await closeSession(as("office"), { slug: month }, now));
    const late = { slug: month, proposalId: left!.id, version: left!.mark, word: "" };
    expect(await takeProposal(as("office"), late, now)).toMatchObject({ refusal: { code: "wrongStage" } });
    expect(await propose("street-east", { title: "路灯" })).toMatchObject({
      refusal: { code: "wrongStage" },
    });
    expect((await page()).proposals.at(-1)).toMatchObject({ state: "lapsed" });
  });
});
