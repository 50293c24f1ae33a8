import { createHash } from "node:crypto";
import { and, eq, max } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { headOf } from "~/ledger/head.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { lastSignOff, namedBy } from "~/meeting/approval/lastSignOff.server";
import { signOffStanding } from "~/meeting/approval/signOffStanding";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { meetingInWriting, titlesOf } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, type ReadRecord } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { minutesSeriesOf } from "~/meeting/kind/kind";
import { moveStage } from "~/meeting/stage/moveStage.server";
import { reopenFollowUp } from "~/meeting/stage/reopenFollowUp.server";
import { paperHash } from "~/meeting/wording/paperHash.server";
import { paperTexts } from "~/meeting/wording/paperTexts.server";
import { canonicalJson, canonicalRecord } from "~/record/document/record";
import { labelMentions } from "~/record/editor/labelMentions.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { liveRoom, minutes } from "~db/schema";
import { indexSubject } from "~db/search";
import { adoptResolutions } from "./adoptResolutions.server";
import { assemblePaper } from "./assemblePaper";
import { awaitPublication } from "./awaitPublication.server";
import { endAmendment } from "./endAmendment.server";
import { findMinutes, type Issued } from "./findMinutes.server";
import { minutesSearch } from "./minutesSearch.server";
import { type Missing, missingForMinutes } from "./missingForMinutes";
import type { IssuedPaper, IssuedRecord, Paper } from "./paper";
import { minutesFacts } from "./paperFacts.server";

/**
 * The one transaction in which minutes come to be, from a record in which nobody writes any more: for the
 * first time, or amended. Checks everything again inside. Refuses like `issueMinutes`.
 */
export async function storeMinutes(
  actor: Actor,
  slug: string,
  frozen: ReadRecord,
  now: string,
): Promise<Result<Issued>> {
  const written = canonicalRecord(frozen.document);
  return changeMeeting(actor, now, slug, async (tx, book, later, bookForAll) => {
    const found = await meetingInWriting(tx, actor, slug, ["minutes"]);
    if (!found.ok) return found;
    const day = found.value;
    if (day.amendment && day.amendment.epoch !== frozen.epoch) return refuse("changedMeanwhile");
    const record = await labelMentions(tx, written);
    const facts = await minutesFacts(tx, day);
    const missing = missingForMinutes(record, facts.gate);
    if (missing.length > 0) return refusalOf(missing);
    const cited = { id: newId(), ...(await nextNumber(tx, minutesSeriesOf(day), now)) };
    const content = assemblePaper(
      record,
      facts.topics,
      facts.paper,
      facts.unitName,
      paperTexts,
      facts.adopted,
    );
    const signed = await signedOff(tx, day, content);
    if (!signed.ok) return signed;
    const paper: IssuedPaper = {
      ...content,
      year: cited.year,
      number: cited.number,
      issuedAt: now,
      issuedBy: { name: actor.name, post: actor.postTitle },
      ...(signed.value && { signedBy: signed.value }),
      ledgerHead: await ledgerHeadOf(tx),
    };
    const issued: IssuedRecord = { ...record, paper };
    await insertMinutes(tx, book, { actor, meeting: day, frozen, now }, cited, canonicalJson(issued));
    await indexSubject(tx, minutesSearch, cited.id);
    await adoptResolutions(
      tx,
      { book, bookForAll },
      { meeting: day, facts, paper, minutesId: cited.id },
      now,
    );
    await awaitPublication(tx, day, cited.id, now);
    const moved = await endWriting(tx, book, { meeting: day, minutesId: cited.id }, now);
    if (!moved.ok) return moved;
    await freezeForGood(tx, slug, frozen, now);
    await keepMilestone(tx, slug, "issued", frozen, { personId: actor.personId, at: now });
    await later(freshness, { kind: "stage", slug });
    return done(cited);
  });
}

/**
 * Who signed off what is issued, where somebody did. Refuses with `signOffMissing` where the rules ask for it, and where
 * what waits for the chair, or was signed, is not what would be issued.
 */
async function signedOff(
  tx: Queries,
  day: Meeting,
  paper: Paper,
): Promise<Result<IssuedPaper["signedBy"] | null>> {
  const last = await lastSignOff(tx, day);
  const standing = signOffStanding(last, paperHash(paper));
  const { answeredByPersonId, answeredByPostId, answeredAt } = last ?? {};
  if (standing === "signed" && answeredByPersonId && answeredByPostId && answeredAt)
    return done({ ...(await namedBy(tx, answeredByPersonId, answeredByPostId)), at: answeredAt });
  const isDemanded = (await rulesOfMeeting(tx, day.id)).session.minutesSigned === 1;
  return isDemanded || standing !== "none" ? refuse("signOffMissing") : done(null);
}

async function ledgerHeadOf(tx: Queries): Promise<IssuedPaper["ledgerHead"]> {
  const { sequence, hash } = await headOf(tx);
  return { sequence, hash };
}

const codes = {
  unplaced: "topicsUnplaced",
  differs: "recordDiffers",
  outcome: "outcomesMissing",
  quorum: "decidedWithoutQuorum",
  wording: "wordingLacksOutcome",
  reopened: "topicsReopened",
  adopted: "adoptedChanged",
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

/**
 * The day is issued from now on; where it was, its amendment has ended, and where it was followed up already,
 * the tasks that the amended minutes have brought open it again.
 */
async function endWriting(
  tx: Queries,
  book: Book,
  { meeting: day, minutesId }: { meeting: Meeting; minutesId: string },
  now: string,
): Promise<Result<unknown>> {
  if (!day.amendment) return moveStage(tx, book, day, "issue");
  const ended = await endAmendment(tx, day.amendment, { result: "issued", minutesId }, now);
  if (!ended) return refuse("changedMeanwhile");
  return reopenFollowUp(tx, book, day.id);
}

/** Minutes are numbered in their series through the year in which they are issued. */
async function nextNumber(
  tx: Queries,
  series: string,
  now: string,
): Promise<{ year: number; number: number }> {
  const year = Number(dayOf(now).slice(0, 4));
  const [last] = await tx
    .select({ number: max(minutes.number) })
    .from(minutes)
    .where(and(eq(minutes.series, series), eq(minutes.year, year)));
  return { year, number: (last?.number ?? 0) + 1 };
}

async function insertMinutes(
  tx: Queries,
  book: Book,
  from: { actor: Actor; meeting: Meeting; frozen: ReadRecord; now: string },
  cited: Issued,
  text: string,
) {
  const { actor, meeting, frozen, now } = from;
  const replaced = meeting.amendment && (await findMinutes(tx, meeting.id));
  const amends = replaced?.id;
  const sha256 = createHash("sha256").update(text).digest("hex");
  await tx.insert(minutes).values({
    ...cited,
    meetingId: meeting.id,
    series: minutesSeriesOf(meeting),
    epoch: frozen.epoch,
    canonicalJson: text,
    sha256,
    state: Buffer.from(frozen.state),
    issuedByPostId: actor.postId,
    issuedAt: now,
    amends,
  });
  await book({
    verb: amends ? "session.issueAmendedMinutes" : "session.issueMinutes",
    subject: { kind: "minutes", id: cited.id },
    after: { ...cited, meetingId: meeting.id, sha256, amends },
  });
}

async function freezeForGood(tx: Queries, slug: string, frozen: ReadRecord, now: string) {
  const name = liveRoomName(slug);
  await tx
    .insert(liveRoom)
    .values({ name, epoch: frozen.epoch, state: "frozen", createdAt: now, frozenAt: now })
    .onConflictDoNothing();
  await tx
    .update(liveRoom)
    .set({ state: "frozen", frozenAt: now })
    .where(and(eq(liveRoom.name, name), eq(liveRoom.epoch, frozen.epoch)));
}
