import { asc, eq } from "drizzle-orm";
import { dayOf, instantOf } from "~/calendar/day";
import { topicFiles } from "~/meeting/conduct/meetingFiles.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { opinionFiles } from "~/meeting/opinion/opinionFiles.server";
import { submitOpinion } from "~/meeting/opinion/writeOpinion.server";
import { setBrief, setMember } from "~/meeting/research/setGroup.server";
import { visitFiles } from "~/meeting/research/visitFiles.server";
import { addEntry } from "~/meeting/research/writeEntry.server";
import { addVisit } from "~/meeting/research/writeVisit.server";
import { problemFiles } from "~/problem/problemFiles.server";
import { phrases, posts, preparing } from "~db/demo/texts";
import { read } from "~db/read";
import { attendance, opinion, topic, unit } from "~db/schema";
import type { HeldDay } from "./attendance";
import { attach, letterFile, streetPicture, wordPaper } from "./files";
import { topicsByDecision } from "./heldDay";
import { later, workingDayAfter } from "./instants";
import { problemText } from "./lists";
import { filled, pick } from "./phrase";
import { accountOf, must, type World } from "./world";

/** When a day is prepared: its agenda is made, and published. */
export interface Preparation {
  made: string;
  published: string;
}

/**
 * What makes a day ready besides its agenda: photos of the first matters, papers on all, units' opinions, and what the
 * research group went to see.
 * @param held finds the day once it has an agenda
 */
export function schedulePreparing(
  world: World,
  held: () => Promise<HeldDay>,
  { made, published }: Preparation,
): void {
  const next = workingDayAfter(made, 1);
  const at = (day: string, time: string, act: (held: HeldDay, at: string) => Promise<void>) =>
    world.timeline.schedule(instantOf(day, time), async (now) => act(await held(), now));
  at(made, "17:45", (day, now) => photograph(world, day, now));
  at(made, "17:50", (day, now) => formGroup(world, day, now));
  at(made, "17:55", (day, now) => ask(world, day, published, now));
  at(next, "14:30", (day, now) => visit(world, day, now));
  at(next, "16:00", (day, now) => bringPapers(world, day, now));
  at(published, "17:50", (day, now) => answer(world, day, now));
}

/** The street attaches photos to the first two matters. */
async function photograph(world: World, { cast }: HeldDay, at: string): Promise<void> {
  for (const [turn, { problemKey }] of cast.decided.slice(0, 2).entries()) {
    const street = await world.actor(accountOf(problemText(problemKey).streetSlug), at);
    const on = { kind: problemFiles, subjectId: world.listed.get(problemKey)!.problemId };
    const names = ["现场1.jpg", "现场2.jpg"];
    const photos = await Promise.all(names.map((name, place) => streetPicture(name, turn * 2 + place)));
    await attach(street, on, photos, later(at, turn), preparing.problemPhoto);
  }
}

async function formGroup(world: World, { month, cast }: HeldDay, at: string): Promise<void> {
  const office = await world.actor("office", at);
  const first = problemText(cast.decided[0]!.problemKey);
  const members = [office, ...(await Promise.all(membersOf(first).map((one) => world.actor(one, at))))];
  for (const [place, { postId }] of members.entries()) {
    const leads = place === 0 ? ("yes" as const) : undefined;
    must(await setMember(office, { slug: month, postId, leads }, at), `setMember ${month}`);
  }
  must(await setBrief(office, { slug: month, brief: preparing.brief, version: 0 }, at), `setBrief ${month}`);
}

const membersOf = ({ streetSlug, powerUnit }: { streetSlug: string; powerUnit: string }) =>
  [streetSlug, powerUnit].filter((slug) => posts.some((post) => post.unitSlug === slug)).map(accountOf);

/** The office asks whoever leads the first matters, and who is called for an opinion alone. */
async function ask(world: World, held: HeldDay, published: string, at: string): Promise<void> {
  const { month, date, dayId } = held;
  const office = await world.actor("office", at);
  const called = await read((db) =>
    db
      .select({ row: attendance, slug: unit.slug })
      .from(attendance)
      .innerJoin(unit, eq(unit.id, attendance.unitId))
      .where(eq(attendance.meetingId, dayId))
      .orderBy(asc(attendance.id)),
  );
  const able = called.filter(({ row }) => row.invitation === "lead" || row.invitation === "writtenOpinion");
  const writing = able.filter(({ row }) => row.invitation === "writtenOpinion");
  const topics = (await topicsByDecision(world, held)).slice(0, 2);
  for (const [turn, [topicId]] of topics.entries()) {
    const asked = [able[turn], ...writing.slice(turn, turn + 2)];
    const unitId = [...new Set(asked.flatMap((one) => one?.row.unitId ?? []))];
    if (unitId.length === 0) continue;
    const dueOn = published < date ? published : date;
    must(await askOpinions(office, { slug: month, topicId, unitId, dueOn }, at), `askOpinions ${month}`);
  }
}

/** Whoever holds a post where an opinion was asked submits it, but for the last one; the first with a signed letter. */
async function answer(world: World, { month, dayId }: HeldDay, at: string): Promise<void> {
  const rows = await read((db) =>
    db
      .select({ opinion, slug: unit.slug, topic: topic.title })
      .from(opinion)
      .innerJoin(topic, eq(topic.id, opinion.topicId))
      .innerJoin(unit, eq(unit.id, opinion.unitId))
      .where(eq(opinion.meetingId, dayId))
      .orderBy(asc(opinion.id)),
  );
  const able = rows.filter(({ slug }) => posts.some((post) => post.unitSlug === slug)).slice(0, -1);
  for (const [turn, { opinion: asked, slug, topic: about }] of able.entries()) {
    const now = later(at, turn);
    const actor = await world.actor(accountOf(slug), now);
    const { position, terms, text } = pick(preparing.opinions, turn);
    if (turn === 0) {
      const title = filled(preparing.letter, about);
      const file = letterFile(title, [...inLines(text), preparing.letterEnd]);
      await attach(actor, { kind: opinionFiles, subjectId: asked.id }, [file], now);
    }
    const written = { slug: month, opinionId: asked.id, version: 1, position, terms, text };
    must(await submitOpinion(actor, written, now), `submitOpinion ${month} ${slug}`);
  }
}

/** Breaks words into lines that fit a sheet. */
const inLines = (text: string) => text.match(/.{1,30}/gu) ?? [];

/** The group goes to see the first matters. */
async function visit(world: World, { month, cast }: HeldDay, at: string): Promise<void> {
  const matters = cast.decided.slice(0, 2).map(({ problemKey }) => problemKey);
  const first = problemText(matters[0]!);
  const office = await world.actor("office", at);
  const street = await world.actor(accountOf(first.streetSlug), at);
  const words = {
    title: filled(preparing.visit.title, first.place || first.title),
    people: preparing.visit.people,
  };
  const about = {
    ...{ slug: month, kind: "visit", date: dayOf(at), ...words, topicId: [] },
    problemId: matters.map((key) => world.listed.get(key)!.problemId),
  };
  const visitId = must(await addVisit(office, about, at), `addVisit ${month}`);
  for (const [turn, text] of preparing.visit.notes.entries()) {
    const now = later(at, 8 * (turn + 1));
    const author = turn % 2 === 0 ? office : street;
    must(await addEntry(author, { slug: month, visitId, text }, now), `addEntry ${month}`);
  }
  const photos = await Promise.all([5, 6].map((turn) => streetPicture(`调研${turn - 4}.jpg`, turn)));
  const caption = filled(preparing.visit.caption, first.title);
  await attach(office, { kind: visitFiles, subjectId: visitId }, photos, later(at, 30), caption);
}

/** A paper on each topic: what it is about, how far it was coordinated, what is to be decided. */
async function bringPapers(world: World, held: HeldDay, at: string): Promise<void> {
  const office = await world.actor("office", at);
  const { title, lead, coordination, question } = preparing.paper;
  for (const [turn, [topicId, { problemKey }]] of (await topicsByDecision(world, held)).entries()) {
    const text = problemText(problemKey);
    const file = await wordPaper(filled(title, text.title), phrases.office.nameZh, [
      [lead, text.summary],
      [coordination, text.coordination],
      [question, text.question],
    ]);
    await attach(office, { kind: topicFiles, subjectId: topicId }, [file], later(at, turn));
  }
}
