import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stepsOf } from "~/ledger/later.server";
import { tellEvent } from "~/ledger/tellEvent.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { remindReplies } from "~/meeting/attendance/remindReplies.server";
import { withdrawInvitation } from "~/meeting/attendance/withdrawInvitation.server";
import { proposeCorrection } from "~/meeting/correction/proposeCorrection.server";
import { refuseCorrection } from "~/meeting/correction/refuseCorrection.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { submitOpinion } from "~/meeting/opinion/writeOpinion.server";
import { markAllRead, markRead } from "~/notice/markRead.server";
import { showNotices } from "~/notice/showNotices.server";
import { unreadNotices } from "~/notice/unreadNotices.server";
import { decideListing } from "~/problem/screening/decideListing.server";
import { returnList } from "~/problem/screening/returnList.server";
import { addTopic } from "~/record/document/record";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { read } from "~db/read";
import {
  correctionProposal,
  listing,
  lookBackStatement,
  notice,
  noticeCount,
  opinion,
  problem,
  task,
} from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { unsentEdits, withLive } from "../../builders/live";
import { mustSucceed } from "../../builders/result";
import { calledTo, openDay, screenedDay, topicsOf } from "../../builders/session";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
const engine = withLive();

let district: SmallDistrict;
const who = (account: string) => district.actors[account]!;
beforeAll(async () => {
  district = await smallDistrict();
});

/** The newest notices of an account as "kind why", without what it had read before. */
async function newsOf(account: string): Promise<string[]> {
  await engine.jobs.catchUp();
  const { lines } = await showNotices(who(account), {});
  return lines.filter((line) => !line.read).map(({ kind, why }) => `${kind} ${why}`);
}
const newest = async (account: string) => (await showNotices(who(account), {})).lines[0]!;

const everybody = [
  "office",
  "leader",
  "street-east",
  "street-west",
  "community-east",
  "dept-works",
  "dept-water",
];
async function allRead() {
  await engine.jobs.catchUp();
  for (const account of [...everybody, "community-west", "admin"]) {
    const [last] = (await showNotices(who(account), {})).lines;
    if (last) mustSucceed(await markAllRead(who(account), { until: last.id }, now));
    expect(await unreadNotices(who(account))).toBe(0);
  }
}

const now = "2026-03-12T02:00:00.000Z";
const month = "2026-03";

/** Who has news now, with what. */
async function news(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const account of everybody) {
    const lines = await newsOf(account);
    if (lines.length > 0) found[account] = lines;
  }
  return found;
}

describe("who is told of what, and why", () => {
  let dayId: string;
  let taskNumber: string;
  beforeAll(async () => {
    dayId = await screenedDay(district, month, [
      { street: "east", title: "路灯不亮", state: "submitted" },
      { street: "east", title: "私搭雨棚", state: "submitted" },
      { street: "west", title: "河道淤积", state: "submitted" },
    ]);
    const raised = await read((db) => db.select().from(problem).where(eq(problem.title, "私搭雨棚")));
    await transact((tx) =>
      tx
        .update(problem)
        .set({ communityId: district.units["east-lane"]! })
        .where(eq(problem.id, raised[0]!.id)),
    );
  });
  beforeEach(allRead);

  const listingOf = async (title: string) => {
    const [row] = await read((db) =>
      db
        .select({ id: listing.id })
        .from(listing)
        .innerJoin(problem, eq(problem.id, listing.problemId))
        .where(eq(problem.title, title)),
    );
    return row!.id;
  };

  it("a street that its list was returned", async () => {
    mustSucceed(await returnList(who("office"), { month, street: "west", reason: "请补充协调情况" }, now));
    expect(await news()).toEqual({ "street-west": ["listReturned ownStreet"] });
    expect((await newest("street-west")).thing).toMatchObject({
      meeting: { slug: month },
      to: `/desk/days/${month}/lists/west`,
    });
  });

  it("the street and the community that raised it that a problem was refused, not that one was admitted", async () => {
    const refused = { decision: "refused", code: "solvableByUnit", text: "请街道自行解决" } as const;
    const listingId = await listingOf("私搭雨棚");
    mustSucceed(await decideListing(who("office"), { listingId, ...refused }, now));
    const admitted = await listingOf("路灯不亮");
    mustSucceed(await decideListing(who("office"), { listingId: admitted, decision: "admitted" }, now));
    expect(await news()).toEqual({
      "street-east": ["problemRefused ownStreet"],
      "community-east": ["problemRefused raised"],
    });
  });

  it("a unit that it is invited, each time it is asked, and the chair", async () => {
    mustSucceed(await startAgenda(who("office"), { slug: month }, now));
    expect(await news()).toEqual({ leader: ["invited invited"] });
    await allRead();
    const invite = (invitation: "lead" | "assist") =>
      inviteUnits(
        who("office"),
        { slug: month, invitations: [{ unitId: district.units.works!, invitation }] },
        now,
      );
    mustSucceed(await invite("assist"));
    expect(await news()).toEqual({ "dept-works": ["invited invited"] });
    await allRead();
    mustSucceed(await invite("lead"));
    expect(await news()).toEqual({ "dept-works": ["invited invited"] });
    expect((await newest("dept-works")).thing).toMatchObject({
      meeting: { slug: month },
      to: `/desk/days/${month}/reply`,
    });
  });

  it("the units that have not said who comes that they are waited for", async () => {
    mustSucceed(await remindReplies(who("office"), { slug: month }, now));
    expect(await news()).toEqual({ "dept-works": ["replyReminded invited"] });
    expect(await newest("dept-works")).toMatchObject({
      details: { dueDate: expect.stringMatching(/^2026-03-/) },
      thing: { to: `/desk/days/${month}/reply` },
    });
  });

  it("nothing of an invitation that was taken back", async () => {
    const [row] = (await calledTo(dayId)).filter((one) => one.unitId === district.units.works);
    const taken = { slug: month, attendanceId: row!.id };
    mustSucceed(await withdrawInvitation(who("office"), taken, now));
    expect((await newest("dept-works")).thing).toBeNull();
  });

  it("a unit that its opinion is asked for, and asked again, until it is submitted or taken back", async () => {
    const topicId = (await topicsOf(dayId)).find(({ kind }) => kind === "topic")!.id;
    const invitations = [{ unitId: district.units.water!, invitation: "writtenOpinion" as const }];
    mustSucceed(await inviteUnits(who("office"), { slug: month, invitations }, now));
    await allRead();
    const asked = { slug: month, topicId, unitId: [district.units.water!] };
    mustSucceed(await askOpinions(who("office"), { ...asked, dueOn: "2026-03-16" }, now));
    mustSucceed(await askOpinions(who("office"), { ...asked, dueOn: "2026-03-17" }, now));
    expect(await news()).toEqual({ "dept-water": ["opinionAsked opinionOf", "opinionAsked opinionOf"] });
    const [{ id } = { id: "" }] = await read((db) => db.select().from(opinion));
    expect(await newest("dept-water")).toMatchObject({
      details: { dueDate: "2026-03-17" },
      thing: { meeting: { slug: month }, to: `/desk/days/${month}/opinions/${id}` },
    });
    const said = { slug: month, opinionId: id, position: "agree" as const, terms: "", text: "", version: 1 };
    mustSucceed(await submitOpinion(who("dept-water"), said, now));
    expect(await news()).toEqual({});
  });

  it("the units that lead and assist that they have a task", async () => {
    const issued = await dayAt(district, "2026-02", "issued");
    const wish = {
      street: "east",
      lead: "works",
      assisting: ["water"],
      due: "2026-03-20",
      title: "路面破损",
    };
    [taskNumber = ""] = await dispatchedTasks(district, issued, [wish], "2026-02-20T02:00:00.000Z");
    expect(await news()).toEqual({
      "dept-works": ["taskAssigned lead"],
      "dept-water": ["taskAssigned assists"],
    });
    expect((await newest("dept-works")).thing).toEqual({
      number: taskNumber,
      title: "路面破损",
      dueDate: "2026-03-20",
      to: `/desk/tasks/${taskNumber}`,
    });
  });

  it("the lead unit what became of its request for more time", async () => {
    const number = taskNumber;
    const works = who("dept-works");
    mustSucceed(await acknowledgeTask(works, { number }, now));
    mustSucceed(await askExtension(works, { number, text: "雨季停工", toDate: "2026-04-10" }, now));
    expect(await news()).toEqual({});
    mustSucceed(await decideExtension(who("office"), { number, decision: "granted", text: "同意" }, now));
    expect(await news()).toEqual({ "dept-works": ["extensionDecided lead"] });
    expect((await newest("dept-works")).details).toEqual({ decision: "granted", dueDate: "2026-04-10" });
  });

  it("whoever proposed a correction, in whatever post, what was decided", async () => {
    const other = "2026-05";
    const later = `${other}-20T02:00:00.000Z`;
    await openDay(district, other, [{ street: "east", title: "井盖破损", power: "works" }]);
    await allRead();
    const edits = await unsentEdits(other, (document) => addTopic(document, { id: "late", title: "补记" }));
    const proposer = who("dept-water");
    mustSucceed(await proposeCorrection(proposer, { slug: other, epoch: 1, bytes: edits }, later));
    const [proposal] = await read((db) => db.select().from(correctionProposal));
    const decision = { slug: other, proposalId: proposal!.id, version: 1, reason: "与事实不符" };
    mustSucceed(await refuseCorrection(who("office"), decision, later));
    expect(await news()).toEqual({ "dept-water": ["correctionDecided proposed"] });
    const elsewhere = { ...proposer, postId: who("street-west").postId };
    expect((await showNotices(elsewhere, {})).lines.map(({ kind }) => kind)).toContain("correctionDecided");
  });

  it("nobody of what they did themselves", async () => {
    const own = [{ unitId: who("office").unitId, invitation: "onCall" as const }];
    mustSucceed(await inviteUnits(who("office"), { slug: month, invitations: own }, now));
    expect(await news()).toEqual({});
  });

  it("nobody twice of one event, however often the step is done", async () => {
    const before = await read((db) => db.select().from(notice));
    const [entry] = before.map((row) => row.entry).toSorted((a, b) => a - b);
    await transact(async (tx) => {
      await stepsOf(tx, now).later(tellEvent, { sequence: entry!, subject: "again" });
    });
    await engine.jobs.catchUp();
    expect(await read((db) => db.select().from(notice))).toHaveLength(before.length);
    expect(await unreadNotices(who("street-west"))).toBe(0);
  });
});

describe("what the clock finds", () => {
  const at = async (instant: string) => {
    engine.setClock(instant);
    await engine.jobs.catchUp();
    engine.setClock(undefined);
  };
  let number: string;
  beforeAll(async () => {
    const day = await dayAt(district, "2025-02", "issued");
    const wish = { street: "east", lead: "works", due: "2027-03-12", title: "围墙开裂" };
    [number = ""] = await dispatchedTasks(district, day, [wish], "2025-02-20T02:00:00.000Z");
    await engine.jobs.catchUp();
  });
  beforeEach(allRead);

  it("a task is overdue on the working day after its due date, and told once", async () => {
    // Friday is the due date; Monday the next working day.
    await at("2027-03-12T08:00:00.000Z");
    await allRead();
    await at("2027-03-14T08:00:00.000Z");
    expect(await newsOf("dept-works")).toEqual([]);
    await at("2027-03-15T00:00:00.000Z");
    expect(await newsOf("dept-works")).toEqual(["taskOverdue lead"]);
    expect(await newsOf("street-east")).toEqual(["taskOverdue territory"]);
    const line = await newest("dept-works");
    expect([line.thing?.number, line.details]).toEqual([number, { dueDate: "2027-03-12" }]);
    await allRead();
    await at("2027-03-16T01:00:00.000Z");
    expect(await newsOf("dept-works")).toEqual([]);
  });

  it("it is overdue anew after an extension that was not kept", async () => {
    await transact((tx) => tx.update(task).set({ dueDate: "2027-03-17" }).where(eq(task.number, number)));
    await at("2027-03-17T01:00:00.000Z");
    expect(await newsOf("dept-works")).toEqual([]);
    await at("2027-03-18T01:00:00.000Z");
    expect(await newsOf("dept-works")).toEqual(["taskOverdue lead"]);
  });

  it("a task was carried over more often than the rules allow, once", async () => {
    const [found] = await read((db) => db.select().from(task).where(eq(task.number, number)));
    const said = {
      taskId: found!.id,
      statement: "delayed" as const,
      text: "",
      byPostId: who("office").postId,
    };
    for (const [at, held] of ["2025-04", "2025-05", "2025-06"].entries()) {
      const meetingId = await dayAt(district, held, "followedUp");
      await transact((tx) =>
        tx.insert(lookBackStatement).values({ id: `said ${at}`, meetingId, ...said, at: `${held}-20` }),
      );
    }
    await at("2027-03-19T00:30:00.000Z");
    expect(await newsOf("dept-works")).toEqual(["taskEscalated lead"]);
    expect(await newsOf("street-east")).toEqual(["taskEscalated territory"]);
    expect(await newsOf("office")).toEqual(["taskEscalated office"]);
    expect((await newest("office")).details).toEqual({ times: 3 });
    await allRead();
    await at("2027-03-22T00:30:00.000Z");
    expect(await newsOf("office")).toEqual([]);
  });

  it("many are found without any being missed or doubled", async () => {
    const day = await dayAt(district, "2025-03", "issued");
    const wishes = Array.from({ length: 45 }, (_, at) => ({
      street: "west",
      lead: "water",
      due: "2027-03-18",
      title: `问题${at}`,
    }));
    const numbers = await dispatchedTasks(district, day, wishes, "2025-03-20T02:00:00.000Z");
    await allRead();
    await at("2027-03-23T01:00:00.000Z");
    expect(await unreadNotices(who("dept-water"))).toBe(45);
    const first = await showNotices(who("dept-water"), {});
    const second = await showNotices(who("dept-water"), { before: first.older! });
    const shown = [...first.lines, ...second.lines].slice(0, 45).map((line) => line.thing?.number);
    expect(shown.toSorted()).toEqual(numbers.toSorted());
  });
});

describe("the list of notices", () => {
  it("is paged by key, newest first, and comes back the same way", async () => {
    const reader = who("dept-water");
    const first = await showNotices(reader, {});
    expect(first.lines).toHaveLength(30);
    expect(first.newer).toBeNull();
    const second = await showNotices(reader, { before: first.older! });
    const ids = [...first.lines, ...second.lines].map((line) => line.id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(new Set(ids).size).toBe(ids.length);
    expect((await showNotices(reader, { after: second.newer! })).lines).toEqual(first.lines);
  });

  it("counts what is unread as it is: told, read one by one, read all at once", async () => {
    const reader = who("dept-water");
    const counted = async () => {
      const rows = await read((db) => db.select().from(notice).orderBy(asc(notice.id)));
      const unread = rows.filter((row) => row.readAt === null && row.readerId === reader.postId).length;
      expect(await unreadNotices(reader)).toBe(unread);
      return unread;
    };
    const before = await counted();
    const [newestLine, next, third] = (await showNotices(reader, {})).lines;
    mustSucceed(await markRead(reader, { id: next!.id }, now));
    mustSucceed(await markRead(reader, { id: next!.id }, now));
    expect(await counted()).toBe(before - 1);
    mustSucceed(await markAllRead(reader, { until: third!.id }, now));
    expect(await counted()).toBe(1);
    expect((await showNotices(reader, {})).lines[0]).toMatchObject({ id: newestLine!.id, read: false });
    const counts = await read((db) => db.select().from(noticeCount));
    expect(counts.filter((row) => row.unread < 0)).toEqual([]);
  });

  it("does not know somebody else's notice", async () => {
    const [line] = (await showNotices(who("dept-water"), {})).lines;
    expect(await markRead(who("dept-works"), { id: line!.id }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect((await newest("dept-water")).read).toBe(false);
  });

  it("tells nothing of a thing that its reader may no longer see", async () => {
    const reader = who("dept-water");
    const [line] = (await showNotices(reader, {})).lines;
    await transact((tx) =>
      tx.update(task).set({ leadUnitId: district.units.works! }).where(eq(task.number, line!.thing!.number!)),
    );
    const [after] = (await showNotices(reader, {})).lines;
    expect(after).toMatchObject({ id: line!.id, thing: null });
  });
});
