import { eq } from "drizzle-orm";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { keepVersion } from "~/meeting/history/keepVersion.server";
import { uploadImport } from "~/problem/import/uploadImport.server";
import { addTopic } from "~/record/document/record";
import { createTasks } from "~/task/createTasks.server";
import { read } from "~db/read";
import {
  attendance,
  holding,
  importedFile,
  listing,
  meeting,
  minutes,
  notice,
  outbox,
  problem,
  problemList,
  resolution,
  signIn,
  topic,
  withheldProblem,
} from "~db/schema";
import { transact } from "~db/transact";
import { writeInRoom } from "../../builders/live";
import { issuedPaper } from "../../builders/paper";
import { listedProblem } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import { type Knocker, knockers, type World } from "../../builders/world";

/** Something that not everybody may see, with words of its own in it. */
export interface Planted {
  /** What it is; its words are `found` by search where `sought` is asked for, and known by `mark`. */
  thing: string;
  sought: string;
  mark: string;
  seenBy: readonly Knocker[];
  /** Answers what its things are called, by names of the test. */
  plant(world: World, words: string): Promise<unknown>;
}

const now = () => new Date().toISOString();
const officials = knockers.filter((who) => who !== "visitor" && who !== "admin");
const district: Knocker[] = ["office", "leader"];
const ofWeekly: Knocker[] = ["street-east", "dept-works"];

async function weeklyOf(world: World) {
  return read(async (db) => (await db.select().from(meeting).where(eq(meeting.slug, world.weekly.slug)))[0]!);
}

async function draftOf(world: World, account: string, words: string) {
  const more = { title: words, concernedUnitIds: [world.district.units.works!] };
  return listedProblem(world.district, account, world.months.collecting, more);
}

/** A task that street east's weekly meeting resolved for the street itself, row by row. */
async function taskOfMeeting(
  world: World,
  held: typeof meeting.$inferSelect,
  words: string,
): Promise<string> {
  const at = now();
  const { east } = world.district.units;
  const made = await change(null, at, async (tx, book) => {
    const minutesId = newId();
    await tx.insert(minutes).values({
      ...{ id: minutesId, meetingId: held.id, series: "east", year: 2026, number: 1, epoch: 1 },
      ...{ canonicalJson: JSON.stringify({ paper: issuedPaper() }), sha256: "0".repeat(64) },
      ...{
        state: Buffer.from([0]),
        issuedByPostId: world.district.actors["street-east"]!.postId,
        issuedAt: at,
      },
    });
    const topicId = newId();
    await tx
      .insert(topic)
      .values({ id: topicId, meetingId: held.id, kind: "topic", title: words, outcome: "passed" });
    const resolutionId = newId();
    await tx.insert(resolution).values({
      ...{
        id: resolutionId,
        minutesId,
        meetingId: held.id,
        topicId,
        ordinal: 1,
        text: words,
        residentText: "",
      },
      ...{ leadUnitId: east!, dueDate: "2099-01-20", milestones: "[]", measure: words, evidence: "" },
      ...{ resourceKind: "none" as const, resourceText: "" },
    });
    const task = {
      resolutionId,
      streetId: east!,
      leadUnitId: east!,
      overseerUnitId: east!,
      dueDate: "2099-01-20",
    };
    return done(await createTasks(tx, book, { year: 2026, tasks: [{ ...task, milestones: [] }] }, at));
  });
  return mustSucceed(made)[0]!.number;
}

/** Street east calls a weekly meeting, and department works to it. Answers its slug. */
async function callWeekly(world: World, title: string, agenda: string[]): Promise<string> {
  const held = { kind: "weekly" as const, title, date: "2035-01-05", startsAt: "10:15", place: "" };
  const called = { people: [], unitIds: [world.district.units.works!], agenda };
  return mustSucceed(await callMeeting(world.district.actors["street-east"]!, { ...held, ...called }, now()))
    .slug;
}

const things: Omit<Planted, "sought" | "mark">[] = [
  {
    thing: "a street's draft",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const { number, problemId } = await draftOf(world, "street-east", words);
      return { draft: number, draftId: problemId };
    },
  },
  {
    thing: "a draft that a community raised",
    seenBy: ["street-east", "community-east"],
    plant: async (world, words) => {
      await draftOf(world, "community-east", words);
    },
  },
  {
    thing: "another street's draft of the same matter",
    seenBy: ["street-west"],
    plant: async (world, words) => {
      const { number } = await draftOf(world, "street-west", words);
      return { draftOfWest: number };
    },
  },
  {
    thing: "a problem of an import that was undone",
    seenBy: [],
    plant: async (world, words) => {
      const { problemId } = await draftOf(world, "street-east", words);
      await transact(async (tx) => {
        const [list] = await tx.select().from(problemList);
        const fileId = newId();
        await tx.insert(importedFile).values({
          ...{ id: fileId, listId: list!.id, fileName: "withdrawn.xlsx", sha256: "0".repeat(64) },
          ...{ rowsRead: 1, importedAt: now(), state: "undone" as const },
        });
        await tx.insert(withheldProblem).values({ problemId, fileId });
        await tx.update(listing).set({ state: "withdrawn" }).where(eq(listing.problemId, problemId));
      });
    },
  },
  {
    thing: "a submitted problem that concerns a unit",
    seenBy: ["office", "leader", "street-east", "community-east", "dept-works"],
    plant: async (world, words) => {
      const { number, problemId } = await draftOf(world, "street-east", words);
      const sent = { submittedAt: now() };
      await transact(async (tx) => {
        await tx.update(problem).set(sent).where(eq(problem.id, problemId));
        await tx
          .update(listing)
          .set({ ...sent, state: "submitted" })
          .where(eq(listing.problemId, problemId));
      });
      return { submitted: number };
    },
  },
  {
    thing: "a file that waits to be imported",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const bytes = Buffer.from(`问题名称,群众原话\n${words},路灯不亮\n`);
      const place = { month: world.months.collecting, street: "east", file: { name: "list.csv", bytes } };
      mustSucceed(await uploadImport(world.district.actors["street-east"]!, place, now()));
    },
  },
  {
    thing: "a meeting to which one is not called",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      const slug = await callWeekly(world, words, ["门前三包"]);
      return { weekly: slug };
    },
  },
  {
    thing: "a topic of such a meeting",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      return { weeklyOfTopic: await callWeekly(world, "周例会", [words]) };
    },
  },
  {
    thing: "the reason for which a unit stays away from it",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      const here = eq(attendance.id, world.weekly.attendanceId);
      await transact((tx) => tx.update(attendance).set({ reason: words }).where(here));
    },
  },
  {
    thing: "a version of its record",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      const actor = world.district.actors["street-east"]!;
      await writeInRoom(actor, world.weekly.slug, (document) =>
        addTopic(document, { id: newId(), title: words }),
      );
      mustSucceed(await keepVersion(actor, { slug: world.weekly.slug, note: words }, now()));
    },
  },
  {
    thing: "a task of its series",
    seenBy: ["office", "leader", "street-east", "community-east", "dept-works"],
    plant: async (world, words) => {
      const number = await taskOfMeeting(world, await weeklyOf(world), words);
      return { taskOfWeekly: number };
    },
  },
  {
    thing: "words in the unsigned record of a day",
    seenBy: officials,
    plant: async (world, words) => {
      const id = newId();
      await writeInRoom(world.district.actors.office!, world.months.inSession, (document) =>
        addTopic(document, { id, title: words }),
      );
      mustSucceed(
        await keepVersion(
          world.district.actors.office!,
          { slug: world.months.inSession, note: words },
          now(),
        ),
      );
    },
  },
  {
    thing: "somebody else's notice",
    seenBy: ["dept-works"],
    plant: async (world, words) => {
      const about = { subjectKind: "task", subjectId: "none", details: JSON.stringify({ text: words }) };
      const row = { kind: "taskAssigned", why: "lead", entry: 1, at: now() } as const;
      await transact((tx) =>
        tx.insert(notice).values({
          ...{ id: newId(), readerId: world.district.actors["dept-works"]!.postId, ...row, ...about },
        }),
      );
    },
  },
  {
    thing: "an event that is a street's own",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const by = world.district.actors["street-east"]!;
      const scopeUnitId = world.district.units.east!;
      await change(by, now(), async (_, book) => {
        const subject = { kind: "list", id: "none" };
        await book({ verb: "problem.submitList", subject, scopeUnitId, after: { reason: words } });
        return done(null);
      });
    },
  },
  {
    thing: "an event that every official may know",
    seenBy: district,
    plant: async (world, words) => {
      await change(world.district.actors.office!, now(), async (_, book) => {
        const subject = { kind: "list", id: "none" };
        await book({ verb: "problem.returnList", subject, after: { reason: words } });
        return done(null);
      });
    },
  },
  {
    thing: "what somebody handed over with a post",
    seenBy: ["office", "leader", "street-west"],
    plant: async (world, words) => {
      const post = world.district.actors["street-west"]!;
      await transact((tx) =>
        tx.update(holding).set({ handover: words }).where(eq(holding.id, world.holdingId)),
      );
      await change(world.district.actors.admin!, now(), async (_, book) => {
        const subject = { kind: "post", id: post.postId };
        await book({ verb: "unit.leavePost", subject, after: { handover: words } });
        return done(null);
      });
    },
  },
  {
    thing: "another's sign-in",
    seenBy: ["street-west"],
    plant: async (world, words) => {
      const mine = eq(signIn.personId, world.district.actors["street-west"]!.personId);
      await transact((tx) => tx.update(signIn).set({ browser: words }).where(mine));
    },
  },
  {
    thing: "what a step that was given up says",
    seenBy: ["admin", "office"],
    plant: async (_, words) => {
      await transact((tx) => tx.update(outbox).set({ lastError: words }));
    },
  },
];

/** Everything that not everybody may see, each with words of its own. */
export const plantedThings: Planted[] = things.map((one, at) => ({
  ...one,
  sought: `fieldfare${String.fromCharCode(97 + at)}`,
  mark: `brambling${String.fromCharCode(97 + at)}`,
}));
