import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { problemAddress } from "~/address/problems";
import { taskAddress } from "~/address/tasks";
import { noName } from "~/i18n/names";
import { ledgerScopeOf } from "~/meeting/conduct/ledgerScope";
import { unitsById } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { resourceNeed, resourceOffer, resourcePromise } from "~db/schema";
import { stillLacking } from "./need";
import { joinedNeeds, needScope, offerScope } from "./needScope.server";
import { promisesWhere } from "./promises.server";
import type { NeedSubject, ShownNeed } from "./shownResource";

type Joined = Awaited<ReturnType<typeof joinedNeeds>>[number];

/** A need as use cases change it. */
export type FoundNeed = Joined["need"] & {
  ownerUnitId: string;
  /** Who alone reads in the ledger what happens to it. */
  scopeUnitId: string | undefined;
  /** The meeting whose draft it stands on, or whose minutes made the task. */
  meeting: Joined["meeting"];
  topicId: string | null;
  /** The resolution is still being drafted. */
  drafted: boolean;
};

/** A need by its number or id, as far as somebody may see it. */
export async function findNeed(db: Queries, reader: Actor, which: SQL): Promise<FoundNeed | undefined> {
  const [row] = await joinedNeeds(db)
    .where(and(which, needScope(db, reader)))
    .limit(1);
  return row && found(row);
}

/** Names a need by its number. */
export const needNumbered = (number: string) => eq(resourceNeed.number, number);
/** Names a need by its id. */
export const needOf = (id: string) => eq(resourceNeed.id, id);

function found({ need, owner, problem, submittedAt, task, meeting, topic }: Joined): FoundNeed {
  const ofDraft = problem && submittedAt === null ? problem.streetId : undefined;
  const ofMeeting = meeting && !task ? ledgerScopeOf(meeting) : undefined;
  return {
    ...need,
    topicId: topic?.id ?? null,
    ownerUnitId: owner,
    scopeUnitId: ofDraft ?? ofMeeting,
    meeting,
    drafted: need.resolutionId !== null && task === null,
  };
}

/**
 * Needs with what is promised for them, the newest first, as far as a reader sees them.
 * @param page how many, and from where on
 */
export async function needsWhere(
  db: Queries,
  reader: Actor,
  where: SQL | undefined,
  page: { limit: number } = { limit: 200 },
): Promise<ShownNeed[]> {
  const rows = await joinedNeeds(db)
    .where(and(where, needScope(db, reader)))
    .orderBy(desc(resourceNeed.id))
    .limit(page.limit);
  const ids = rows.map(({ need }) => need.id);
  const promises = await promisesWhere(db, inArray(resourcePromise.needId, ids));
  const offers = await db
    .select({ number: resourceOffer.number })
    .from(resourceOffer)
    .where(
      and(
        inArray(
          resourceOffer.number,
          promises.flatMap(({ offerNumber }) => offerNumber ?? []),
        ),
        offerScope(db, reader),
      ),
    );
  const seen = new Set(offers.map(({ number }) => number));
  const units = await unitsById(
    db,
    rows.map(({ owner }) => owner),
  );
  return rows.map((row) => {
    const { id, number, kind, amount, countedIn, from, until, words, state, version } = row.need;
    const own = promises
      .filter(({ needId }) => needId === id)
      .map((one) => (seen.has(one.offerNumber ?? "") ? one : { ...one, offerNumber: null }));
    const { endReason, endedAt, createdAt } = row.need;
    return {
      ...{ id, number, kind, amount, countedIn, from, until, words, state, version },
      ...{ endReason, endedAt, createdAt },
      subject: subjectOf(row),
      unsent: row.problem !== null && row.submittedAt === null,
      ownerUnitId: row.owner,
      owner: units.get(row.owner)?.name ?? noName,
      promises: own,
      lacking: stillLacking(
        { kind, amount, countedIn },
        own.filter(({ takenBackAt }) => takenBackAt === null),
      ),
    };
  });
}

function subjectOf({ need, problem, task, topic, meeting }: Joined): NeedSubject {
  const bare = { number: null, meeting: null };
  if (task)
    return {
      ...bare,
      on: "task",
      number: task.number,
      title: topic?.title ?? "",
      to: taskAddress(task.number),
    };
  if (need.resolutionId && meeting) {
    const to = meetingAddress({ slug: meeting.slug }, `agenda#topic-${topic?.id}`);
    const { slug, title, date } = meeting;
    return { ...bare, on: "resolution", title: topic?.title ?? "", meeting: { slug, title, date }, to };
  }
  const { number, title } = problem!;
  return { ...bare, on: "problem", number, title, to: problemAddress(number) };
}
