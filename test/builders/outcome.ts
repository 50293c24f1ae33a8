import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import type { Outcome } from "~/meeting/conduct/topic";
import type { Stage } from "~/meeting/kind/stage";
import { choiceValue } from "~/outcome/publishing/look";
import { publishTopic } from "~/outcome/publishing/publishTopic.server";
import { showPublishing } from "~/outcome/publishing/showPublishing.server";
import type { TaskState } from "~/task/taskState";
import * as schema from "~db/schema";
import type { SmallDistrict } from "./district";
import { insertDay as insertPlannedDay } from "./insertDay";
import { mustSucceed } from "./result";

/** One topic of a day; everything that is not said is a secret. */
export interface TopicWish {
  number: string;
  street: string;
  title: string;
  outcome?: Outcome | null;
  words?: string;
  withdrawn?: boolean;
  promises?: PromiseWish[];
}

/** One resolution with its task. */
export interface PromiseWish {
  task: string;
  lead: string;
  text: string;
  due: string;
  movedTo?: string;
  state?: TaskState;
  solvedAt?: string;
  blocked?: string;
  published?: string;
  withdrawn?: { text: string; reason: string };
}

/** What must never reach a public page: planted in every column that holds drafts, names or inner words. */
export const secret = "绝密";

type Tx = Parameters<Parameters<typeof change>[2]>[0];
interface Scene {
  tx: Tx;
  district: SmallDistrict;
  dayId: string;
  at: string;
}

/**
 * A day with its list, topics and, when `issued` is given, minutes, resolutions, tasks and publications.
 * Inserted row by row: what the pages show must not depend on how it came to be.
 */
export async function dayWith(
  district: SmallDistrict,
  wish: {
    month: string;
    host: string;
    stage: Stage;
    issued?: number;
    /** Left out, the office has looked at everything. */
    seen?: boolean;
    topics: TopicWish[];
  },
): Promise<void> {
  const at = `${wish.month}-20T06:00:00.000Z`;
  await change(null, at, async (tx, book) => {
    const scene = { tx, district, dayId: newId(), at };
    await insertDay(scene, wish);
    const minutesId = newId();
    if (wish.issued !== undefined) await insertMinutes(scene, minutesId, wish.issued);
    for (const [place, topic] of wish.topics.entries())
      await insertTopic(scene, topic, wish.issued === undefined ? null : minutesId, place);
    await book({ verb: "test.build", subject: { kind: "meeting", id: scene.dayId } });
    return done(null);
  });
  if (wish.issued !== undefined && wish.seen !== false)
    await lookEverythingOver(district.actors.office!, wish.month, at);
}

/** Publishes every topic of an issued day, leaving out whatever is marked in it. */
export async function lookEverythingOver(office: Actor, slug: string, now: string): Promise<void> {
  const { topics } = mustSucceed(await showPublishing(office, slug, now));
  for (const { id: topicId, version, waits, texts } of topics) {
    const choices = texts.flatMap(({ marks }) => marks.map((mark) => choiceValue(mark, "leaveOut")));
    const input = { slug, topicId, version, choices, passages: [], reason: "" };
    if (waits) mustSucceed(await publishTopic(office, input, now));
  }
}

async function insertDay(
  { tx, district, dayId, at }: Scene,
  { month, host, stage }: { month: string; host: string; stage: Stage },
) {
  const ruleSetId = newId();
  const version = Number(month.replace("-", ""));
  await tx.insert(schema.ruleSet).values({
    ...{ id: ruleSetId, version, title: secret, documentNumber: secret, rules: "{}", adoptedAt: at },
  });
  await insertPlannedDay(tx, {
    ...{ id: dayId, month, date: `${month}-20`, stage, ruleSetId, swapReason: secret },
    ...{ hostStreetId: district.units[host]!, chairPostId: district.actors.leader!.postId },
  });
  await tx.insert(schema.attendance).values({
    ...{
      id: newId(),
      meetingId: dayId,
      unitId: district.units.works!,
      invitation: "lead",
      personName: secret,
    },
    reason: secret,
  });
}

async function insertMinutes({ tx, district, dayId, at }: Scene, id: string, number: number) {
  await tx.insert(schema.minutes).values({
    ...{
      id,
      meetingId: dayId,
      series: "consultationDay",
      year: Number(at.slice(0, 4)),
      number,
      epoch: 1,
      canonicalJson: `{"note":"${secret}"}`,
    },
    ...{ sha256: secret, state: Buffer.from(secret), issuedAt: at },
    issuedByPostId: district.actors.office!.postId,
  });
}

async function insertTopic(scene: Scene, wish: TopicWish, minutesId: string | null, place: number) {
  const { tx, district, dayId, at } = scene;
  const problemId = newId();
  await tx.insert(schema.problem).values({
    ...{ id: problemId, number: wish.number, streetId: district.units[wish.street]!, source: "resident" },
    ...{ originalWording: wish.words ?? secret, title: secret, summary: secret, place: secret },
    ...{ problemClass: "traffic", legalBasis: secret, coordination: secret, question: secret },
    ...{ raisedAt: at, createdAt: at },
  });
  const topicId = newId();
  const outcome = wish.outcome === undefined ? "passed" : wish.outcome;
  await tx.insert(schema.topic).values({
    ...{
      id: topicId,
      meetingId: dayId,
      kind: "topic",
      problemId,
      title: wish.title,
      outcome,
      outcomeNote: secret,
    },
    ...{ reservations: secret, withdrawnAt: wish.withdrawn ? at : null },
  });
  if (minutesId === null) return;
  if (outcome !== null && !wish.withdrawn)
    await tx.insert(schema.publicTopic).values({ topicId, meetingId: dayId, waitsSince: at });
  for (const [index, promise] of (wish.promises ?? []).entries())
    await insertPromise(scene, promise, { minutesId, topicId, ordinal: place * 10 + index + 1, wish });
}

async function insertPromise(
  { tx, district, dayId, at }: Scene,
  wish: PromiseWish,
  owner: { minutesId: string; topicId: string; ordinal: number; wish: TopicWish },
) {
  const { minutesId, topicId, ordinal } = owner;
  const id = newId();
  const leadUnitId = district.units[wish.lead]!;
  await tx.insert(schema.resolution).values({
    ...{
      id,
      minutesId,
      meetingId: dayId,
      topicId,
      ordinal,
      text: secret,
      residentText: wish.text,
      leadUnitId,
    },
    ...{
      dueDate: wish.due,
      milestones: `[{"text":"${secret}","due":"${wish.due}"}]`,
    },
    ...{ measure: secret, evidence: secret, resourceKind: "none", resourceText: secret },
  });
  const taskId = newId();
  await tx.insert(schema.task).values({
    ...{ id: taskId, number: wish.task, resolutionId: id, meetingId: dayId },
    streetId: district.units[owner.wish.street]!,
    ...{ leadUnitId, state: wish.state ?? "dispatched", dispatchedAt: at, originalDueDate: wish.due },
    ...{ dueDate: wish.movedTo ?? wish.due, solvedAt: wish.solvedAt ?? null, blocked: wish.blocked ?? "" },
  });
  for (const event of ["acknowledge", "progress", "block", "askExtension", "sendToRework"] as const)
    await tx.insert(schema.taskEntry).values({ id: newId(), taskId, event, text: secret, at });
  await insertPublications({ tx, district, dayId, at }, taskId, wish);
}

async function insertPublications({ tx, district, at }: Scene, taskId: string, wish: PromiseWish) {
  const by = { taskId, publishedByPostId: district.actors.office!.postId, publishedAt: wish.solvedAt ?? at };
  if (wish.published)
    await tx.insert(schema.publication).values({ id: newId(), ...by, text: wish.published });
  if (!wish.withdrawn) return;
  const { text, reason } = wish.withdrawn;
  await tx
    .insert(schema.publication)
    .values({ id: newId(), ...by, text, withdrawnAt: at, withdrawnReason: reason });
}
