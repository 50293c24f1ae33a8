import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { cookieName } from "~/access/cookie.server";
import { hashToken } from "~/access/token.server";
import { fileKinds } from "~/attachment/kinds.server";
import { addDays, addMonths, dayOf, monthOf } from "~/calendar/day";
import { addFiles } from "~/file/addFiles.server";
import { registerFileMaker } from "~/file/fileMaker.server";
import { newId } from "~/ledger/identifier.server";
import { proposeForAgenda } from "~/meeting/agenda/proposeForAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { proposeCorrection } from "~/meeting/correction/proposeCorrection.server";
import { reserve } from "~/meeting/reservation/reserve.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { addTopic } from "~/record/document/record";
import { reportRule } from "~/rules/feedback/reportRule.server";
import { usualRules } from "~/rules/ruleSet";
import { setDatabase } from "~db/current";
import { databaseFile, filesOf } from "~db/dataFolder";
import { read } from "~db/read";
import {
  attendance,
  correctionProposal,
  holding,
  listing,
  liveVersion,
  meeting,
  notice,
  opinion,
  outbox,
  overwrittenWords,
  problem,
  publicTopic,
  researchMember,
  reservation,
  signIn,
  task,
  topic,
  visit,
  visitEntry,
  visitMatter,
} from "~db/schema";
import { transact } from "~db/transact";
import { fileMaker } from "~server/workers/fileMaker";
import { openFile } from "./database";
import { type SmallDistrict, smallDistrict } from "./district";
import { type Engine, startEngine } from "./engine";
import { pdf } from "./files";
import { unsentEdits } from "./live";
import { overwriteMeasure } from "./overwritten";
import { proposedRules } from "./plan";
import { listedProblem } from "./problem";
import { type SomeResources, someResources } from "./resource";
import { mustSucceed } from "./result";
import { openDay } from "./session";
import { dayAt, dispatchedTasks } from "./task";

/** Everybody who may knock at an address. Street east owns what there is; works leads its task. */
export const knockers = [
  "visitor",
  "admin",
  "office",
  "leader",
  "street-east",
  "street-west",
  "community-east",
  "community-west",
  "dept-works",
  "dept-water",
] as const;
export type Knocker = (typeof knockers)[number];

/** A district in the middle of its work, and what its things are called. */
export interface World {
  district: SmallDistrict;
  /** A day that is issued and has the task, the one in session, the one whose window is open. */
  months: { issued: string; inSession: string; collecting: string };
  taskNumber: string;
  /** Of the issued day: public, and something new of it waits to be seen. */
  publicTopicId: string;
  /** Of the day in session; the invitation is that of unit works. */
  topicId: string;
  attendanceId: string;
  /** A correction to that day's record, proposed by dept-works. */
  correctionId: string;
  /** A visit to that topic with a note, by the office, whose post leads the group in which unit works is. */
  visitId: string;
  entryId: string;
  /** What unit works was asked to write on that topic, and has not submitted. */
  opinionId: string;
  /** Words of dept-works in that day's record that the office overwrote. */
  wordsId: string;
  /** What unit works does not go along with on that topic. */
  reservationId: string;
  /** A change of that day's agenda, proposed by dept-works; `version` is its mark. */
  proposal: { proposalId: string; version: string };
  /** The next version of the rules, proposed by the office. */
  rules: { version: string };
  /** A file on the progress of that task, added by dept-works. */
  file: { id: string; kind: string; subjectId: string };
  /** A version of the record of the day in session. */
  versionId: string;
  /** Of the office, held by the account office. */
  officePostId: string;
  /** By which street west's officer holds their post. */
  holdingId: string;
  /** Of the post of unit works: that it was assigned the task. */
  noticeId: string;
  /** A step of the outbox that was given up. */
  deadStep: string;
  /** Street east's weekly meeting, to which department works is called. */
  weekly: {
    slug: string;
    topicId: string;
    attendanceId: string;
    opinionId: string;
    visitId: string;
    entryId: string;
  };
  /** What that task needs, and what unit water offers. */
  resources: SomeResources;
  /** On street east's list that is still a draft. */
  draft: { listingId: string; problemNumber: string };
  cookies: Record<Knocker, string>;
  /** Runs with everything as it was at the beginning. */
  fresh<T>(work: () => Promise<T>): Promise<T>;
  /** Puts everything as it was at the beginning into a data folder. */
  copyTo(folder: string): void;
  remove(): void;
}

async function signInAll(district: SmallDistrict): Promise<Record<Knocker, string>> {
  const now = new Date().toISOString();
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  await transact(async (tx) => {
    for (const [account, actor] of Object.entries(district.actors)) {
      const { personId, postId } = actor;
      const row = { id: `sign-in of ${account}`, tokenHash: hashToken(account), personId, postId };
      await tx.insert(signIn).values({ ...row, createdAt: now, expiresAt });
    }
  });
  const cookie = (knocker: Knocker) => (knocker === "visitor" ? "" : `${cookieName}=${knocker}`);
  return Object.fromEntries(knockers.map((knocker) => [knocker, cookie(knocker)])) as Record<Knocker, string>;
}

async function draftNextYear(district: SmallDistrict, now: string): Promise<void> {
  const year = Number(dayOf(new Date().toISOString()).slice(0, 4)) + 1;
  const dates = { month: `${year}-06`, date: `${year}-06-22`, windowOpensOn: `${year}-05-01` };
  const day = {
    ...dates,
    windowClosesOn: `${year}-05-20`,
    hostStreetId: district.units.east!,
    chairPostId: district.actors.leader!.postId,
    swapReason: "先行安排",
  };
  mustSucceed(await createPlan(district.actors.office!, { year, days: [day] }, now));
}

async function build(moreStreets: string[], { live }: Engine) {
  const district = await smallDistrict(moreStreets);
  const today = dayOf(new Date().toISOString());
  const month = monthOf(today);
  const months = { issued: addMonths(month, -1), inSession: month, collecting: addMonths(month, 1) };
  const past = `${months.issued}-20T02:00:00.000Z`;
  const issuedDay = await dayAt(district, months.issued, "issued");
  const [taskNumber] = await dispatchedTasks(
    district,
    issuedDay,
    [{ street: "east", lead: "works", due: addDays(today, 20) }],
    past,
  );
  await openDay(district, months.inSession, [{ street: "east", title: "东街路灯不亮", power: "works" }]);
  const edits = await unsentEdits(months.inSession, (document) =>
    addTopic(document, { id: "unsent", title: "补记" }),
  );
  const proposed = { slug: months.inSession, epoch: 1, bytes: edits };
  mustSucceed(await proposeCorrection(district.actors["dept-works"]!, proposed, `${today}T02:00:00.000Z`));
  const [correction] = await read((db) => db.select().from(correctionProposal));
  await draftNextYear(district, past);
  await dayAt(district, months.collecting, "collecting");
  await listedProblem(district, "street-east", months.collecting);
  const draft = await read(async (db) => {
    const rows = await db
      .select({ listingId: listing.id, problemNumber: problem.number, state: listing.state })
      .from(listing)
      .innerJoin(problem, eq(problem.id, listing.problemId));
    return rows.find((row) => row.state === "draft")!;
  });
  const topics = await read((db) => db.select().from(topic));
  const weekly = await callWeekly(district, today);
  const west = district.actors["street-west"]!;
  const [held] = await read((db) => db.select().from(holding).where(eq(holding.personId, west.personId)));
  const called = await read((db) => db.select().from(attendance));
  const [version] = await read((db) => db.select({ id: liveVersion.id }).from(liveVersion));
  const topicId = topics.find((row) => row.kind === "topic" && row.outcome === null)!.id;
  await overwriteMeasure(live, months.inSession, {
    topicId,
    first: [district.actors["dept-works"]!, "无投诉"],
    second: [district.actors.office!, "全部亮灯"],
  });
  const [overwritten] = await read((db) => db.select({ id: overwrittenWords.id }).from(overwrittenWords));
  return {
    district,
    months,
    taskNumber: taskNumber!,
    file: await attachToTask(district, taskNumber!, past),
    publicTopicId: await newOf(past),
    topicId,
    proposal: await proposeTitle(district, months.inSession, topicId, `${today}T02:00:00.000Z`),
    rules: await proposeRules(district, past),
    attendanceId: called.find((row) => row.unitId === district.units.works)!.id,
    draft,
    weekly,
    resources: await someResources(district, taskNumber!, today),
    opinionId: await askWorks(district, topicId, today),
    ...(await visitTo(district, topicId, today)),
    correctionId: correction!.id,
    wordsId: overwritten!.id,
    reservationId: await reserveForWorks(district, months.inSession, topicId, `${today}T02:00:00.000Z`),
    versionId: version!.id,
    officePostId: district.actors.office!.postId,
    holdingId: held!.id,
  };
}

/** Has department works enter a reservation on a topic. */
async function reserveForWorks(
  district: SmallDistrict,
  slug: string,
  topicId: string,
  now: string,
): Promise<string> {
  const entered = { slug, topicId, unitId: district.units.works!, words: "经费来源未落实，保留意见" };
  mustSucceed(await reserve(district.actors["dept-works"]!, entered, now));
  const [row] = await read((db) => db.select({ id: reservation.id }).from(reservation));
  return row!.id;
}

/** Has the office propose rules that answer what a street said of one. */
async function proposeRules(district: SmallDistrict, now: string): Promise<World["rules"]> {
  const report = { rule: "window.cutOffDay", text: "截止太早", about: "" };
  const { id } = mustSucceed(await reportRule(district.actors["street-east"]!, report, now));
  const answers = [{ feedbackId: id, decision: "takenUp" as const, text: "推迟五天" }];
  const window = { ...usualRules.window, cutOffDay: 25 };
  const version = await proposedRules(district, { numbers: { window }, answers }, now);
  return { version: String(version) };
}

/** Has the lead unit attach something to the progress of a task. */
async function attachToTask({ actors }: SmallDistrict, number: string, now: string): Promise<World["file"]> {
  registerFileMaker(fileMaker);
  const [row] = await read((db) => db.select({ id: task.id }).from(task).where(eq(task.number, number)));
  const on = { kind: "taskProgress", subjectId: row!.id };
  const files = [{ name: "方案.pdf", bytes: new Uint8Array(pdf()) }];
  const { ids } = mustSucceed(await addFiles(fileKinds, actors["dept-works"]!, { ...on, files }, now));
  return { ...on, id: ids[0]! };
}

/** Has the lead unit propose another title on an agenda that is the moderator's. */
async function proposeTitle(
  { actors }: SmallDistrict,
  slug: string,
  topicId: string,
  now: string,
): Promise<World["proposal"]> {
  mustSucceed(await proposeForAgenda(actors["dept-works"]!, { slug, topicId, title: "东街路灯整治" }, now));
  const [waiting] = mustSucceed(await showAgenda(actors.office!, slug, now)).proposals;
  return { proposalId: waiting!.id, version: String(waiting!.mark) };
}

/** Lets the one public topic wait as if amended minutes had brought something new of it. */
async function newOf(at: string): Promise<string> {
  const [row] = await transact((tx) => tx.update(publicTopic).set({ waitsSince: at }).returning());
  return row!.topicId;
}

async function callWeekly(district: SmallDistrict, today: string): Promise<World["weekly"]> {
  const { works } = district.units;
  const { slug } = mustSucceed(
    await callMeeting(
      district.actors["street-east"]!,
      {
        ...{ kind: "weekly", title: "东街道周例会", date: today, startsAt: "09:15", place: "" },
        ...{ people: [], unitIds: [works!], agenda: ["门前三包"] },
      },
      `${today}T00:30:00.000Z`,
    ),
  );
  const known = await read(async (db) => {
    const [held] = await db.select().from(meeting).where(eq(meeting.slug, slug));
    const [called] = await db.select().from(attendance).where(eq(attendance.meetingId, held!.id));
    const topics = await db.select().from(topic).where(eq(topic.meetingId, held!.id));
    return { slug, attendanceId: called!.id, topicId: topics.find((row) => row.kind === "topic")!.id };
  });
  const opinionId = await askWorks(district, known.topicId, today);
  return { ...known, opinionId, ...(await visitTo(district, known.topicId, today)) };
}

/** A visit to a topic with a note; unit works is in the group. */
async function visitTo({ actors }: SmallDistrict, topicId: string, today: string) {
  const [about] = await read((db) => db.select().from(topic).where(eq(topic.id, topicId)));
  const [visitId, entryId] = [newId(), newId()];
  const at = `${today}T00:50:00.000Z`;
  const by = { byPersonId: actors.office!.personId, byPostId: actors.office!.postId };
  const { meetingId } = about!;
  await transact(async (tx) => {
    await tx.insert(researchMember).values({ meetingId, postId: actors["dept-works"]!.postId });
    await tx
      .insert(visit)
      .values({ id: visitId, meetingId, kind: "visit", title: "东街", date: today, createdAt: at, ...by });
    await tx.insert(visitMatter).values({ visitId, matterId: topicId, topicId });
    const note = { id: entryId, visitId, text: "灯杆倾斜", writtenAt: at, receivedAt: at };
    await tx.insert(visitEntry).values({ ...note, ...by });
  });
  return { visitId, entryId };
}

/** Unit works is asked what it thinks of a topic, whatever its meeting has come to. */
async function askWorks({ actors, units }: SmallDistrict, topicId: string, today: string): Promise<string> {
  const [about] = await read((db) => db.select().from(topic).where(eq(topic.id, topicId)));
  const asked = { askedAt: `${today}T00:40:00.000Z`, askedByPostId: actors.office!.postId, dueOn: today };
  const row = { id: newId(), meetingId: about!.meetingId, topicId, unitId: units.works!, ...asked };
  await transact((tx) => tx.insert(opinion).values(row));
  return row.id;
}

/** Kind of a step of the outbox that nobody can take, however often it is tried. */
export const stepThatFails = "test.dead";

/** What has followed from all that, and what has failed to. */
async function afterwards(district: SmallDistrict): Promise<Pick<World, "noticeId" | "deadStep">> {
  const { postId } = district.actors["dept-works"]!;
  const [told] = await read((db) => db.select().from(notice).where(eq(notice.readerId, postId)));
  const dead = {
    kind: stepThatFails,
    subject: "",
    payload: "{}",
    attempts: 11,
    lastError: "no",
    deadAt: "2026",
  };
  const [row] = await transact((tx) =>
    tx
      .insert(outbox)
      .values({ ...dead, createdAt: "2026-01-01T00:00:00.000Z" })
      .returning(),
  );
  return { noticeId: told!.id, deadStep: String(row!.sequence) };
}

/** A copy of the world that somebody knocks at. */
interface Stage {
  /** Whether anything was written since it was made. */
  touched(): boolean;
  end(): void;
}

function stageOn(original: string, copy: string): Stage {
  copyFileSync(original, copy);
  const database = openFile(copy);
  setDatabase(database);
  const live = startEngine();
  // Seen from the connection that only reads, it changes with each commit of another one.
  const commits = () => database.read.get<{ data_version: number }>(sql`pragma data_version`).data_version;
  const untouched = commits();
  return {
    touched: () => commits() !== untouched,
    end() {
      live.abandon();
      database.close();
      for (const ending of ["", "-wal", "-shm"]) rmSync(copy + ending, { force: true });
    },
  };
}

/** What there is beside the usual: streets by slug, and what was done besides. */
export interface More {
  streets?: string[];
  also?(world: Awaited<ReturnType<typeof build>>): Promise<void>;
}

/** Builds the world once; `fresh` puts it back for each knock that finds it changed. */
export async function buildWorld({ streets = [], also }: More = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "huishang-world-"));
  const original = join(folder, "original.sqlite");
  const first = openFile(original);
  setDatabase(first);
  const engine = startEngine();
  const built = await build(streets, engine);
  await also?.(built);
  const cookies = await signInAll(built.district);
  await engine.jobs.catchUp();
  const followed = await afterwards(built.district);
  await engine.drain();
  // Whoever closes it last writes the log back into the file.
  first.close();
  let count = 0;
  let stage: Stage | undefined;
  const endStage = () => {
    stage?.end();
    stage = undefined;
  };
  return {
    ...built,
    ...followed,
    cookies,
    async fresh(work) {
      if (stage?.touched()) endStage();
      stage ??= stageOn(original, join(folder, `${count++}.sqlite`));
      return work();
    },
    copyTo(other) {
      copyFileSync(original, databaseFile(other));
      cpSync(filesOf(original), filesOf(databaseFile(other)), { recursive: true });
    },
    remove() {
      endStage();
      setDatabase(undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
