import { and, desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { newId } from "~/ledger/identifier.server";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { denyAsWitness } from "~/meeting/stage/denyAsWitness.server";
import { sendTaskToRework } from "~/meeting/stage/sendTaskToRework.server";
import { showNotices } from "~/notice/showNotices.server";
import { publicationPage } from "~/outcome/publishing/publicationPage.server";
import { publishOutcome } from "~/outcome/publishing/publishOutcome.server";
import { withdrawOutcome } from "~/outcome/publishing/withdrawOutcome.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { confirmWitness } from "~/task/acts/answerAsWitness.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { resumeTask } from "~/task/acts/resumeTask.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { suspendTask } from "~/task/acts/suspendTask.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { allTasks } from "~/task/list/allTasks.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { showTask } from "~/task/page/showTask.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { holding, ledgerEntry, task, taskWitness } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { dayAt, dispatchedTasks } from "../../../builders/task";

withDatabase();
const engine = withLive();
const now = "2026-11-22T02:00:00.000Z";
let district: SmallDistrict;
let issued: string;
let number: string;

beforeAll(async () => {
  district = await smallDistrict();
  issued = await dayAt(district, "2026-10", "issued");
  await dayAt(district, "2026-11", "inSession");
  const wish = (lead: string) => ({ street: "east", lead, due: "2026-12-10" });
  numbers = await dispatchedTasks(
    district,
    issued,
    Array.from({ length: 30 }, (_, at) => wish(at < 20 ? "works" : "east")),
    now,
  );
});
let numbers: string[];
const ledBy = (lead: "works" | "east") => (lead === "works" ? numbers.shift()! : numbers.pop()!);
const who = (account: string) => district.actors[account]!;
/** Somebody in a post that is another one's by right: a second post of theirs. */
const inPostOf = (account: string, person: string): Actor => ({
  ...who(account),
  personId: who(person).personId,
});
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? "done" : result.refusal.code;

beforeEach(() => {
  number = ledBy("works");
});

type Step = "handled" | "solved" | "asked" | "suspended" | "published";
async function bring(to: Step) {
  const works = who("dept-works");
  mustSucceed(await acknowledgeTask(works, { number }, now));
  if (to === "asked")
    return mustSucceed(await askExtension(works, { number, text: "雨季", toDate: "2026-12-20" }, now));
  if (to === "suspended")
    return mustSucceed(
      await suspendTask(who("office"), { number, text: "待开春", reviewOn: "2027-03-01" }, now),
    );
  mustSucceed(await claimHandled(works, { number, text: "已修复", evidence: "照片" }, now));
  if (to === "handled") return;
  mustSucceed(await verifySolved(who("street-east"), { number, text: "属实" }, now));
  if (to === "published")
    mustSucceed(await publishOutcome(who("office"), { number, text: `路修好了 ${number}` }, now));
}

/** Everything by which somebody judges a task: in which post, when, and how. */
const judging: Record<
  string,
  { as: string; at: Step; act: (by: Actor) => Promise<Parameters<typeof codeOf>[0]> }
> = {
  verify: { as: "street-east", at: "handled", act: (by) => verifySolved(by, { number, text: "属实" }, now) },
  rework: {
    as: "street-east",
    at: "handled",
    act: (by) => sendTaskToRework(by, { number, text: "未修好" }, now),
  },
  grant: {
    as: "office",
    at: "asked",
    act: (by) => decideExtension(by, { number, decision: "granted", text: "同意" }, now),
  },
  suspend: {
    as: "office",
    at: "asked",
    act: (by) => suspendTask(by, { number, text: "待开春", reviewOn: "2027-03-01" }, now),
  },
  resume: { as: "office", at: "suspended", act: (by) => resumeTask(by, { number }, now) },
  strikeOff: { as: "office", at: "solved", act: (by) => strikeOff(by, { number }, now) },
  publish: {
    as: "office",
    at: "solved",
    act: (by) => publishOutcome(by, { number, text: `路面修好了 ${number}` }, now),
  },
  withdraw: {
    as: "office",
    at: "published",
    act: (by) => withdrawOutcome(by, { number, reason: "写错了" }, now),
  },
  "say that it is done": {
    as: "office",
    at: "solved",
    act: (by) => stateAtLookBack(by, { slug: "2026-11", number, statement: "done", text: "" }, now),
  },
};

describe.each(Object.entries(judging))("to %s", (_name, { as, at, act }) => {
  it("is refused to the person who did it, in whatever post, and open to another one", async () => {
    await bring(at);
    expect(codeOf(await act(inPostOf(as, "dept-works")))).toBe("doerMayNotJudge");
    expect(codeOf(await act(who(as)))).toBe("done");
  });

  it("is refused to whoever also holds a post in the lead unit, until they leave it", async () => {
    await bring(at);
    const id = newId();
    const post = { personId: who(as).personId, postId: who("dept-works").postId };
    await transact((tx) => tx.insert(holding).values({ id, ...post, fromDay: "2026-01-01" }));
    expect(codeOf(await act(who(as)))).toBe("doerMayNotJudge");
    await transact((tx) =>
      tx
        .update(holding)
        .set({ toDay: "2026-11-22", leftAt: "2026-11-22T01:59:00.000Z" })
        .where(eq(holding.id, id)),
    );
    expect(codeOf(await act(who(as)))).toBe("done");
  });
});

describe("the page of whoever did it", () => {
  it("says why they cannot judge it and who does, and lets them publish nothing", async () => {
    await bring("solved");
    const doer = inPostOf("office", "dept-works");
    const shown = await showTask(doer, number, now, meetingScope);
    expect(shown!.barred).toEqual({ act: "strikeOff", tie: "acted", unit: doer.unitName });
    expect([shown!.acts, shown!.can.publish]).toEqual([[], false]);
    expect(mustSucceed(await publicationPage(doer, number, now))).toMatchObject({
      barred: true,
      can: { publish: false, withdraw: false },
    });
    const other = await showTask(who("office"), number, now, meetingScope);
    expect([other!.barred, other!.acts, other!.can.publish]).toEqual([null, ["strikeOff"], true]);
  });

  it("puts nothing of it into their work", async () => {
    await bring("solved");
    const lines = async (actor: Actor) =>
      (await myWork(actor, now)).flatMap(({ items }) => items.map(({ key }) => key));
    expect(await lines(who("office"))).toContain(`strikeOff-${number}`);
    expect(await lines(inPostOf("office", "dept-works"))).not.toContain(`strikeOff-${number}`);
  });
});

describe("what a street did itself", () => {
  beforeEach(async () => {
    number = ledBy("east");
    mustSucceed(await acknowledgeTask(who("street-east"), { number }, now));
    mustSucceed(await claimHandled(who("street-east"), { number, text: "已清理", evidence: "照片" }, now));
  });
  const holdingOf = async (account: string) => {
    const { personId, postId } = who(account);
    const own = and(eq(holding.personId, personId), eq(holding.postId, postId));
    return (await read((db) => db.select().from(holding).where(own)))[0]!.id;
  };
  const verify = async (account: string) =>
    verifySolved(who("office"), { number, text: "到场看过", witness: await holdingOf(account) }, now);
  const stateOf = async () =>
    (await read((db) => db.select().from(task).where(eq(task.number, number))))[0]!.state;

  it("is verified by the office before a witness of neither unit, and by nobody without", async () => {
    const alone = { number, text: "到场看过" };
    expect(codeOf(await verifySolved(who("street-east"), alone, now))).toBe("notAllowed");
    expect(await verifySolved(who("office"), alone, now)).toMatchObject({
      refusal: { code: "witnessNeeded", field: "witness" },
    });
    for (const account of ["street-east", "office", "admin"])
      expect([account, codeOf(await verify(account))]).toEqual([account, "witnessNotPossible"]);
    const { witnesses } = (await showTask(who("office"), number, now, meetingScope))!;
    expect(witnesses!.map(({ name }) => name)).toEqual([
      "leader员",
      "community-east员",
      "dept-water员",
      "community-west员",
      "street-west员",
      "dept-works员",
    ]);
    expect(codeOf(await verify("dept-water"))).toBe("done");
  });

  it("carries the witness in ledger, history, trace and file; they hear of it and find it in their work", async () => {
    const before = await showTask(who("dept-water"), number, now, meetingScope);
    expect(before).toBeNull();
    mustSucceed(await verify("dept-water"));
    await engine.jobs.catchUp();
    const water = who("dept-water");
    const [notice] = (await showNotices(water, {})).lines;
    expect(notice).toMatchObject({ kind: "witnessNamed", why: "witness", thing: { number } });
    const work = (await myWork(water, now)).flatMap(({ items }) => items);
    expect(work.map(({ key }) => key)).toContain(`answerWitness-${number}`);
    const shown = (await showTask(water, number, now, meetingScope))!;
    expect(shown.acts).toEqual(["confirmWitness", "denyWitness"]);
    expect(shown.history[0]).toMatchObject({
      event: "verifySolved",
      witness: { name: "dept-water员", state: "named" },
    });
    expect(shown.trace.verified).toMatchObject({ witness: { name: "dept-water员", state: "named" } });
    const listed = (
      await allTasks(who("office"), readTaskFilter(new URLSearchParams("state=all")), now)
    ).find((row) => row.number === number);
    expect(listed!.witness).toBe("dept-water员");
    const [booked] = await read((db) =>
      db
        .select()
        .from(ledgerEntry)
        .where(eq(ledgerEntry.verb, "task.verifySolved"))
        .orderBy(desc(ledgerEntry.sequence))
        .limit(1),
    );
    expect(JSON.parse(booked!.after!)).toMatchObject({
      witnessPersonId: water.personId,
      witnessPostId: water.postId,
    });
    mustSucceed(await confirmWitness(water, { number }, now));
    expect(await stateOf()).toBe("solved");
    expect(codeOf(await denyAsWitness(water, { number, text: "不在场" }, now))).toBe("wrongTaskState");
  });

  it("waits for a new verification when the witness denies it, and its verifier is told", async () => {
    mustSucceed(await verify("dept-water"));
    expect(codeOf(await denyAsWitness(who("leader"), { number, text: "不在场" }, now))).toBe("notAllowed");
    mustSucceed(await denyAsWitness(who("dept-water"), { number, text: "那天不在场" }, now));
    expect(await stateOf()).toBe("handled");
    await engine.jobs.catchUp();
    expect((await showNotices(who("office"), {})).lines[0]).toMatchObject({
      kind: "witnessDenied",
      why: "verifier",
    });
    const { history, trace } = (await showTask(who("office"), number, now, meetingScope))!;
    expect(history.map(({ event, witness }) => [event, witness?.state])).toContainEqual([
      "verifySolved",
      "denied",
    ]);
    expect(trace.verified).toBeNull();
    mustSucceed(await verify("leader"));
    const states = await read((db) => db.select().from(taskWitness).orderBy(taskWitness.entryId));
    expect(states.slice(-2).map(({ state }) => state)).toEqual(["denied", "named"]);
  });
});
