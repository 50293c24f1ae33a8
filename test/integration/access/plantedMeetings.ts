import { eq } from "drizzle-orm";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { keepVersion } from "~/meeting/history/keepVersion.server";
import { addTopic } from "~/record/document/record";
import { reportRule } from "~/rules/feedback/reportRule.server";
import { createTasks } from "~/task/createTasks.server";
import { read } from "~db/read";
import {
  agendaProposal,
  attendance,
  deviationRequest,
  meeting,
  minutes,
  overwrittenWords,
  resolution,
  task,
  taskEntry,
  taskWitness,
  topic,
  visit,
  visitEntry,
} from "~db/schema";
import { transact } from "~db/transact";
import { writeInRoom } from "../../builders/live";
import { issuedPaper } from "../../builders/paper";
import { mustSucceed } from "../../builders/result";
import type { World } from "../../builders/world";
import { now, officials, ofWeekly, type UnnamedThing } from "./plantedThing";

async function meetingOf(slug: string) {
  return read(async (db) => (await db.select().from(meeting).where(eq(meeting.slug, slug)))[0]!);
}
const weeklyOf = (world: World) => meetingOf(world.weekly.slug);
const dayInSession = (world: World) => meetingOf(world.months.inSession);

/** Department works proposes who is to present a topic. */
async function propose(world: World, held: { id: string }, topicId: string, proposed: string): Promise<void> {
  const { personId, postId } = world.district.actors["dept-works"]!;
  const about = { meetingId: held.id, topicId, kind: "presenter" as const, stood: "" };
  const by = { byPersonId: personId, byPostId: postId, at: now() };
  await transact((tx) => tx.insert(agendaProposal).values({ id: newId(), proposed, ...about, ...by }));
}

/** A task that street east's weekly meeting resolved for the street itself, row by row. */
async function taskOfMeeting(
  world: World,
  held: typeof meeting.$inferSelect,
  words: string,
  number = 1,
): Promise<string> {
  const at = now();
  const { east } = world.district.units;
  const made = await change(null, at, async (tx, book) => {
    const minutesId = newId();
    await tx.insert(minutes).values({
      ...{ id: minutesId, meetingId: held.id, series: "east", year: 2026, number, epoch: number },
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
    const given = {
      resolutionId,
      streetId: east!,
      leadUnitId: east!,
      overseerUnitId: east!,
      dueDate: "2099-01-20",
    };
    return done(await createTasks(tx, book, { year: 2026, tasks: [{ ...given, milestones: [] }] }, at));
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

/** What a meeting, its agenda, its record and its tasks keep from others. */
export const thingsOfMeetings: UnnamedThing[] = [
  {
    thing: "words overwritten in the record of a weekly meeting",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      const { personId, postId } = world.district.actors["dept-works"]!;
      const about = {
        room: liveRoomName(world.weekly.slug),
        epoch: 1,
        kind: "topic",
        field: "title",
      } as const;
      const item = { entryId: "none", client: 1, clock: 1, value: JSON.stringify(words) };
      const by = { writerPersonId: personId, writerPostId: postId, told: true, at: now() };
      await transact((tx) => tx.insert(overwrittenWords).values({ id: newId(), ...about, ...item, ...by }));
    },
  },
  {
    thing: "what was seen before a weekly meeting",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      const { visitId } = world.weekly;
      await transact(async (tx) => {
        await tx.update(visit).set({ title: words, people: words }).where(eq(visit.id, visitId));
        await tx.update(visitEntry).set({ text: words }).where(eq(visitEntry.visitId, visitId));
      });
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
    thing: "instead of whom somebody comes to it, and why",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      const here = eq(attendance.id, world.weekly.attendanceId);
      const named = {
        personName: "周到",
        comesAs: "substitute" as const,
        insteadOf: words,
        insteadReason: words,
      };
      await transact((tx) => tx.update(attendance).set(named).where(here));
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
    thing: "what was seen before a witness, and what they say",
    seenBy: ["office", "leader", "street-east", "community-east", "dept-water"],
    plant: async (world, words) => {
      const number = await taskOfMeeting(world, await weeklyOf(world), "门前三包", 2);
      const water = world.district.actors["dept-water"]!;
      await transact(async (tx) => {
        const [row] = await tx.select().from(task).where(eq(task.number, number));
        const [entryId, taskId] = [newId(), row!.id];
        const by = { byPostId: world.district.actors.office!.postId, at: now() };
        await tx.insert(taskEntry).values({ id: entryId, taskId, event: "verifySolved", text: words, ...by });
        const { personId, postId } = water;
        await tx.insert(taskWitness).values({ entryId, taskId, personId, postId, answer: words });
      });
      return { taskWithWitness: number };
    },
  },
  {
    thing: "what a unit says that is asked for its written opinion",
    seenBy: [...ofWeekly, "dept-water"],
    plant: async (world, words) => {
      const slug = await callWeekly(world, "周例会", ["门前三包"]);
      await transact(async (tx) => {
        const [held] = await tx.select().from(meeting).where(eq(meeting.slug, slug));
        const called = { id: newId(), meetingId: held!.id, unitId: world.district.units.water! };
        await tx
          .insert(attendance)
          .values({ ...called, invitation: "writtenOpinion", state: "excused", reason: words });
      });
      return { weeklyOfOpinion: slug };
    },
  },
  {
    thing: "a change that a unit proposes for the agenda of a day",
    seenBy: officials,
    plant: async (world, words) => {
      await propose(world, await dayInSession(world), world.topicId, words);
    },
  },
  {
    thing: "a change that a unit proposes for the agenda of such a meeting",
    seenBy: ofWeekly,
    plant: async (world, words) => {
      await propose(world, await weeklyOf(world), world.weekly.topicId, words);
    },
  },
  {
    thing: "why a departure from the rules is asked for",
    seenBy: ["office", "leader", "street-east"],
    plant: async (world, words) => {
      const held = await dayInSession(world);
      const [asker, approver] = [world.district.actors["street-east"]!, world.district.actors.leader!];
      const id = newId();
      await transact((tx) =>
        tx.insert(deviationRequest).values({
          ...{ id, meetingId: held.id, occasion: "reopenSession" as const, reason: words, askedAt: now() },
          ...{ askedByPersonId: asker.personId, askedByPostId: asker.postId },
          ...{ approverPersonId: approver.personId, approverPostId: approver.postId },
        }),
      );
      return { deviation: id };
    },
  },
  {
    thing: "what somebody reports about a rule",
    seenBy: ["admin", "office", "leader", "street-east"],
    plant: async (world, words) => {
      const said = { rule: "window.cutOffDay", text: words, about: "" };
      mustSucceed(await reportRule(world.district.actors["street-east"]!, said, now()));
    },
  },
];
