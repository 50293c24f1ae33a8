import { asc, eq } from "drizzle-orm";
import { instantOf } from "~/calendar/day";
import { nothingDeclared } from "~/calendar/holiday";
import { workingDaysBefore } from "~/calendar/workingDay";
import { nameDelegates } from "~/meeting/attendance/nameDelegates.server";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { submitOpinion } from "~/meeting/opinion/writeOpinion.server";
import { preparing } from "~db/demo/texts";
import { read } from "~db/read";
import { attendance, meeting, opinion, topic, unit } from "~db/schema";
import { later, workingDayAfter } from "./instants";
import { pick } from "./phrase";
import { accountOf, must, type World } from "./world";

const called = ["construction", "water", "housing", "urban-management"];
const asked = ["construction", "water"];

/** The office has called a meeting for the days ahead: some have answered, and written what they were asked; others not. */
export function scheduleWeekly(world: World): void {
  const day = workingDaysBefore(world.today, 2, nothingDeclared);
  const date = workingDayAfter(world.today, 3);
  world.timeline.schedule(instantOf(day, "15:20"), async (at) => {
    const slug = await call(world, date, at);
    await ask(world, slug, workingDayAfter(world.today, 1), later(at, 10));
    world.timeline.schedule(later(at, 60), (now) => answer(world, slug, now));
  });
}

async function call(world: World, date: string, at: string): Promise<string> {
  const office = await world.actor("office", at);
  const { title, startsAt, place, agenda, people } = preparing.weekly;
  const unitIds = called.map(world.unitId);
  const input = {
    ...{ kind: "weekly" as const, title, date, startsAt, place, unitIds },
    ...{ agenda: [...agenda], people: [...people] },
  };
  return must(await callMeeting(office, input, at), "callMeeting").slug;
}

async function ask(world: World, slug: string, dueOn: string, at: string): Promise<void> {
  const office = await world.actor("office", at);
  const [second] = await read((db) =>
    db
      .select({ id: topic.id })
      .from(topic)
      .innerJoin(meeting, eq(meeting.id, topic.meetingId))
      .where(eq(topic.title, preparing.weekly.agenda[1])),
  );
  const unitId = asked.map(world.unitId);
  must(await askOpinions(office, { slug, topicId: second!.id, unitId, dueOn }, at), "askOpinions weekly");
}

/** One unit says who comes and writes its opinion; the others are still to. */
async function answer(world: World, slug: string, at: string): Promise<void> {
  const actor = await world.actor(accountOf(asked[1]!), at);
  const rows = await read((db) =>
    db
      .select({ attendance, opinion })
      .from(attendance)
      .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
      .innerJoin(unit, eq(unit.id, attendance.unitId))
      .innerJoin(opinion, eq(opinion.unitId, attendance.unitId))
      .where(eq(meeting.slug, slug))
      .orderBy(asc(attendance.id)),
  );
  const mine = rows.find(
    (row) => row.attendance.unitId === actor.unitId && row.opinion.meetingId === row.attendance.meetingId,
  )!;
  const person = { personName: actor.name, personTitle: actor.postTitle.zh, comesAs: "member" as const };
  const people = [{ ...person, insteadOf: "", insteadReason: "" }];
  const answered = { slug, attendanceId: mine.attendance.id, people };
  must(await nameDelegates(actor, answered, at), "nameDelegates weekly");
  const { position, terms, text } = pick(preparing.opinions, 0);
  const written = { slug, opinionId: mine.opinion.id, version: 1, position, terms, text };
  must(await submitOpinion(actor, written, later(at, 5)), "submitOpinion weekly");
}
