import { createHash } from "node:crypto";
import { and, eq, inArray, max } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { moveStage } from "~/plan/moveStage.server";
import { createTasks } from "~/task/createTasks.server";
import type { Queries } from "~db/connect";
import { liveRoom, minutes, resolution, topic } from "~db/schema";
import { indexText } from "~db/search";
import { assemblePaper } from "./assemblePaper";
import type { Issued } from "./issueMinutes.server";
import { liveRoomName } from "./liveRoomName";
import { type Day, dayToHold, titlesOf } from "./loadSession.server";
import { type Missing, missingForMinutes } from "./minutesGate";
import { nameMentions } from "./nameMentions.server";
import type { IssuedPaper, IssuedRecord, PaperTopic } from "./paper";
import { type MinutesFacts, minutesFacts } from "./paperFacts.server";
import { paperWords } from "./paperWords";
import { canonicalJson, canonicalRecord } from "./record";
import { keepMilestone, type ReadRecord } from "./recordOf.server";

/**
 * The one transaction in which minutes come to be, from a record in which nobody writes any more. Checks
 * everything again inside. Refuses like `issueMinutes`.
 */
export async function storeMinutes(
  actor: Actor,
  month: string,
  frozen: ReadRecord,
  now: string,
): Promise<Result<Issued>> {
  const written = canonicalRecord(frozen.document);
  return change(actor, now, async (tx, book) => {
    const found = await dayToHold(tx, actor, month, "issue", ["minutes"]);
    if (!found.ok) return found;
    const day = found.value;
    const record = await nameMentions(tx, written);
    const facts = await minutesFacts(tx, day);
    const missing = missingForMinutes(record, facts.gate);
    if (missing.length > 0) return refusalOf(missing);
    const cited = { id: newId(), ...(await nextNumber(tx, now)) };
    const paper: IssuedPaper = {
      ...assemblePaper(record, facts.topics, facts.paper, facts.unitName),
      year: cited.year,
      number: cited.number,
      issuedAt: now,
      issuedBy: { name: actor.name, post: actor.postTitle },
    };
    const issued: IssuedRecord = { ...record, paper };
    await insertMinutes(tx, book, { actor, day, frozen, now }, cited, canonicalJson(issued));
    await indexText(tx, { kind: "minutes", subjectId: cited.id, text: paperWords(paper) });
    await adopt(tx, book, { day, facts, paper, minutesId: cited.id }, now);
    const moved = await moveStage(tx, book, day, "issue");
    if (!moved.ok) return moved;
    await freezeForGood(tx, month, frozen, now);
    await keepMilestone(tx, month, "issued", frozen, { personId: actor.personId, at: now });
    return done(cited);
  });
}

const codes = {
  unplaced: "topicsUnplaced",
  outcome: "outcomesMissing",
  resolution: "resolutionsIncomplete",
} as const;

/** One refusal for many things missing: of the kind that is mended first, naming all of that kind. */
function refusalOf(missing: readonly Missing[]) {
  for (const one of missing)
    if (one.what === "lookBack")
      return refuse("lookBackIncomplete", { values: { stated: one.stated, total: one.total } });
  for (const [what, code] of Object.entries(codes)) {
    const alike = missing.flatMap((one) => (one.what !== "lookBack" && one.what === what ? [one.title] : []));
    const values = { count: alike.length, titles: titlesOf([...new Set(alike)]) };
    if (alike.length > 0) return refuse(code, { values });
  }
  throw new Error("nothing is missing");
}

/** Minutes are numbered through the year in which they are issued. */
async function nextNumber(tx: Queries, now: string): Promise<{ year: number; number: number }> {
  const year = Number(dayOf(now).slice(0, 4));
  const [last] = await tx
    .select({ number: max(minutes.number) })
    .from(minutes)
    .where(eq(minutes.year, year));
  return { year, number: (last?.number ?? 0) + 1 };
}

async function insertMinutes(
  tx: Queries,
  book: Book,
  from: { actor: Actor; day: Day; frozen: ReadRecord; now: string },
  cited: Issued,
  text: string,
) {
  const { actor, day, frozen, now } = from;
  const sha256 = createHash("sha256").update(text).digest("hex");
  await tx.insert(minutes).values({
    ...cited,
    dayId: day.id,
    epoch: frozen.epoch,
    canonicalJson: text,
    sha256,
    state: Buffer.from(frozen.state),
    issuedByPostId: actor.postId,
    issuedAt: now,
  });
  await book({
    verb: "session.issueMinutes",
    subject: { kind: "minutes", id: cited.id },
    after: { ...cited, month: day.month, sha256 },
  });
}

/** Adopts the resolutions under the ids they had in the record, and makes their tasks. */
async function adopt(
  tx: Queries,
  book: Book,
  from: { day: Day; facts: MinutesFacts; paper: IssuedPaper; minutesId: string },
  now: string,
) {
  const { day, facts, paper, minutesId } = from;
  const streets = new Map(facts.topics.map((one) => [one.id, one.streetId]));
  const tasks = [];
  for (const line of paper.topics) {
    await keepTitle(tx, line);
    for (const { lead: _lead, assisting: _assisting, ...one } of line.resolutions) {
      const id = await freeId(tx, one.id);
      await tx.insert(resolution).values({
        ...one,
        id,
        minutesId,
        dayId: day.id,
        topicId: line.id,
        assistingUnitIds: JSON.stringify(one.assistingUnitIds),
        milestones: JSON.stringify(one.milestones),
      });
      await book({
        verb: "session.adoptResolution",
        subject: { kind: "resolution", id },
        after: { ...one, id, topicId: line.id },
      });
      const { leadUnitId, dueDate, milestones } = one;
      const streetId = streets.get(line.id) ?? day.hostStreetId;
      tasks.push({ resolutionId: id, streetId, leadUnitId, dueDate, milestones });
    }
  }
  await createTasks(tx, book, { year: paper.year, tasks }, now);
}

/** The title as it was worded in the room is the topic's from now on. */
async function keepTitle(tx: Queries, line: PaperTopic) {
  if (line.title.trim() === "") return;
  await tx.update(topic).set({ title: line.title }).where(eq(topic.id, line.id));
}

// Ids in a record are made in browsers; one that is taken elsewhere would block the minutes for ever.
async function freeId(tx: Queries, id: string): Promise<string> {
  const taken = await tx
    .select({ id: resolution.id })
    .from(resolution)
    .where(inArray(resolution.id, [id]));
  return taken.length > 0 ? newId() : id;
}

async function freezeForGood(tx: Queries, month: string, frozen: ReadRecord, now: string) {
  const name = liveRoomName(month);
  await tx
    .insert(liveRoom)
    .values({ name, epoch: frozen.epoch, state: "frozen", createdAt: now, frozenAt: now })
    .onConflictDoNothing();
  await tx
    .update(liveRoom)
    .set({ state: "frozen", frozenAt: now })
    .where(and(eq(liveRoom.name, name), eq(liveRoom.epoch, frozen.epoch)));
}
