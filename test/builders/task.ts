import { eq } from "drizzle-orm";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { createTasks } from "~/task/createTasks.server";
import { read } from "~db/read";
import {
  listing,
  meeting,
  minutes,
  problem,
  problemList,
  publicTopic,
  resolution,
  resolutionAssistingUnit,
  ruleSet,
  topic,
} from "~db/schema";
import type { SmallDistrict } from "./district";
import { insertDay } from "./insertDay";
import { issuedPaper } from "./paper";

/** What a test says about one task; everything else is invented. */
export interface TaskWish {
  /** Slugs of units. */
  street: string;
  lead: string;
  assisting?: string[];
  due: string;
  title?: string;
  text?: string;
  milestones?: { text: string; due: string }[];
}

type Tx = Parameters<Parameters<typeof change>[2]>[0];

async function write<T>(now: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await change(null, now, async (tx, book) => {
    const value = await work(tx);
    await book({ verb: "test.build", subject: { kind: "test", id: "test" } });
    return done(value);
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function someRuleSet(tx: Tx, now: string): Promise<string> {
  const [known] = await tx.select({ id: ruleSet.id }).from(ruleSet).limit(1);
  if (known) return known.id;
  const id = newId();
  const row = { id, version: 1, title: "会商日规则", documentNumber: "〔2026〕1号", rules: "{}" };
  await tx.insert(ruleSet).values({ ...row, adoptedAt: now });
  return id;
}

/** A consultation day on the 20th of `month` (unless told), at any station, hosted by a street. */
export async function dayAt(
  district: SmallDistrict,
  month: string,
  stage: Stage,
  more: { host?: string; date?: string } = {},
): Promise<string> {
  const now = `${month}-01T00:00:00.000Z`;
  return write(now, async (tx) => {
    const id = newId();
    await insertDay(tx, {
      ...{ id, month, date: more.date ?? `${month}-20`, stage, ruleSetId: await someRuleSet(tx, now) },
      hostStreetId: district.units[more.host ?? "east"]!,
      chairPostId: district.actors.leader!.postId,
    });
    return id;
  });
}

async function insertProblem(tx: Tx, district: SmallDistrict, dayId: string, wish: TaskWish, now: string) {
  const streetId = district.units[wish.street]!;
  const problemId = newId();
  await tx.insert(problem).values({
    id: problemId,
    number: `P-${problemId.slice(-12)}`,
    streetId,
    source: "resident",
    originalWording: `${wish.title ?? "路面破损"}，一下雨就积水`,
    title: wish.title ?? "路面破损",
    problemClass: "publicFacilities",
    raisedAt: now.slice(0, 10),
    createdAt: now,
  });
  const [known] = await tx
    .select({ id: problemList.id, streetId: problemList.streetId })
    .from(problemList)
    .where(eq(problemList.dayId, dayId))
    .then((rows) => rows.filter((row) => row.streetId === streetId));
  const listId = known?.id ?? newId();
  if (!known) await tx.insert(problemList).values({ id: listId, dayId, streetId, state: "screened" });
  const listingId = newId();
  await tx.insert(listing).values({ id: listingId, listId, problemId, position: "a0", state: "admitted" });
  return { problemId, listingId };
}

async function insertResolution(
  tx: Tx,
  district: SmallDistrict,
  day: { id: string; minutesId: string },
  wish: TaskWish,
  ordinal: number,
  now: string,
): Promise<string> {
  const raised = await insertProblem(tx, district, day.id, wish, now);
  const topicId = newId();
  const title = wish.title ?? "路面破损";
  await tx
    .insert(topic)
    .values({ id: topicId, meetingId: day.id, kind: "topic", title, outcome: "passed", ...raised });
  await tx.insert(publicTopic).values({ topicId, meetingId: day.id, title, seenEpoch: 1, seenAt: now });
  const id = newId();
  await tx.insert(resolution).values({
    id,
    minutesId: day.minutesId,
    meetingId: day.id,
    topicId,
    ordinal,
    text: wish.text ?? `修复${title}`,
    residentText: `${title}要修好`,
    leadUnitId: district.units[wish.lead]!,

    dueDate: wish.due,
    milestones: JSON.stringify(wish.milestones ?? []),
    measure: "雨后不积水",
    evidence: "前后照片",
    resourceKind: "none",
    resourceText: "",
  });
  for (const [at, slug] of (wish.assisting ?? []).entries())
    await tx
      .insert(resolutionAssistingUnit)
      .values({ resolutionId: id, unitId: district.units[slug]!, place: at + 1 });
  return id;
}

/** Resolutions of an issued day, without their tasks. Returns their ids in order. */
export async function adoptedResolutions(
  district: SmallDistrict,
  dayId: string,
  wishes: TaskWish[],
  now: string,
): Promise<string[]> {
  return write(now, async (tx) => {
    const [day] = await tx.select().from(meeting).where(eq(meeting.id, dayId));
    const issued = await tx.select({ number: minutes.number, id: minutes.id }).from(minutes);
    const minutesId = newId();
    await tx.insert(minutes).values({
      id: minutesId,
      meetingId: dayId,
      series: "consultationDay",
      year: Number(day!.date.slice(0, 4)),
      number: issued.length + 1,
      epoch: 1,
      canonicalJson: JSON.stringify({ paper: issuedPaper() }),
      sha256: "0".repeat(64),
      state: Buffer.from([0]),
      issuedByPostId: district.actors.office!.postId,
      issuedAt: now,
    });
    const ids: string[] = [];
    for (const wish of wishes)
      ids.push(await insertResolution(tx, district, { id: dayId, minutesId }, wish, ids.length + 1, now));
    return ids;
  });
}

/** Makes the tasks of an issued day; returns their numbers in order. */
export async function dispatchedTasks(
  district: SmallDistrict,
  dayId: string,
  wishes: TaskWish[],
  now: string,
): Promise<string[]> {
  const ids = await adoptedResolutions(district, dayId, wishes, now);
  const year = await read(async (db) => {
    const [day] = await db.select().from(meeting).where(eq(meeting.id, dayId));
    return Number(day!.date.slice(0, 4));
  });
  const result = await change(null, now, async (tx, book) => {
    const tasks = wishes.map((wish, at) => ({
      resolutionId: ids[at]!,
      streetId: district.units[wish.street]!,
      leadUnitId: district.units[wish.lead]!,
      overseerUnitId: null,
      dueDate: wish.due,
      milestones: wish.milestones ?? [],
    }));
    return done(await createTasks(tx, book, { year, tasks }, now));
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.map((made) => made.number);
}
