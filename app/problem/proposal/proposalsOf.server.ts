import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import type { EditedProblem } from "~/problem/list/showList.server";
import { concernedUnitsOf } from "~/problem/listedProblems.server";
import { takesChanges } from "~/problem/listing";
import { canAnswerProposal, canSeeProposal, hasRaised } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { communityProposal, listing, meeting, problem, unit } from "~db/schema";
import { likeOnList } from "./likeOnList.server";
import { canBeAdopted, type ProposalState } from "./proposal";

/** One proposal as its community and its street see it. */
export interface ShownProposal {
  id: string;
  number: string;
  title: string;
  originalWording: string;
  summary: string;
  place: string;
  community: Name;
  /** The month for whose list it was raised. */
  month: string;
  proposedAt: string;
  state: ProposalState;
  answer: string;
  answeredAt: string | null;
  /** The number of the problem that carries it. */
  into: string | null;
  /** Of one that waits for the street's answer: numbers on the list that are told alike, nearest first. */
  like: string[];
  can: { adopt: boolean; answer: boolean; change: boolean };
}

/** What communities propose beside a street's list. */
export interface ProposalsView {
  rows: ShownProposal[];
  /** What stands on the list, into which a proposal can be merged. */
  carriers: { number: string; title: string }[];
  /** The proposal that is being changed. */
  edited: EditedProblem | null;
  /** Waits from this month for the next list: this one can be changed no more. */
  carries: boolean;
}

const nothing: ProposalsView = { rows: [], carriers: [], edited: null, carries: false };

/**
 * Reads what communities propose for a street's list of a month: the street sees all of it, a community its own, others
 * nothing. What waits from earlier months stands among it while the list may change, until it is answered.
 */
export async function proposalsOf(
  actor: Actor,
  input: { month: string; street: string; edit?: string | null },
): Promise<ProposalsView> {
  return read(async (db) => {
    const street = await findStreet(db, input.street);
    if (!street || street.id !== actor.streetId) return nothing;
    const found = await findStreetList(db, input.month, street.id);
    if (!found) return nothing;
    const open = takesChanges(found.day.stage, found.list?.state ?? "draft");
    const answers = open && canAnswerProposal(actor, { streetId: street.id });
    const rows = await rowsOf(db, street.id, found.day.id);
    const seen = rows
      .filter(({ proposal, month }) => canSeeProposal(actor, proposal) && (open || month === input.month))
      .map(({ proposal, ...row }): ShownProposal => {
        const { id, state, proposedAt, answer, answeredAt } = proposal;
        const can = {
          adopt: answers && canBeAdopted(state),
          answer: answers && state === "waiting",
          change: state === "waiting" && hasRaised(actor, proposal),
        };
        return { ...row, id, state, proposedAt, answer, answeredAt, like: [], can };
      });
    const list = found.list;
    const shown = list ? await withLike(db, seen, rows, list.id) : seen;
    return {
      rows: shown,
      carriers: answers && found.list ? await carriersOf(db, found.list.id) : [],
      edited: shown.some((one) => one.can.change && one.number === input.edit)
        ? await editedProblem(db, input.edit!)
        : null,
      carries: !open && shown.some(({ state }) => state === "waiting"),
    };
  });
}

async function withLike(
  db: Queries,
  shown: ShownProposal[],
  rows: Awaited<ReturnType<typeof rowsOf>>,
  listId: string,
): Promise<ShownProposal[]> {
  const problemOf = new Map(rows.map(({ proposal }) => [proposal.id, proposal.problemId]));
  const compared: ShownProposal[] = [];
  for (const one of shown)
    compared.push(
      one.can.answer ? { ...one, like: await likeOnList(db, problemOf.get(one.id)!, listId) } : one,
    );
  return compared;
}

async function editedProblem(db: Queries, number: string): Promise<EditedProblem | null> {
  const [row] = await db.select().from(problem).where(eq(problem.number, number));
  if (!row) return null;
  return { ...row, concernedUnitIds: (await concernedUnitsOf(db, [row.id])).get(row.id) ?? [] };
}

/** The proposals for a day, and those of any other that wait. */
async function rowsOf(db: Queries, streetId: string, dayId: string) {
  const carrier = alias(problem, "carrier");
  const rows = await db
    .select({
      proposal: communityProposal,
      ...{ number: problem.number, title: problem.title, originalWording: problem.originalWording },
      ...{ summary: problem.summary, place: problem.place, month: meeting.slug, into: carrier.number },
      ...{ zh: unit.nameZh, en: unit.nameEn },
    })
    .from(communityProposal)
    .innerJoin(problem, eq(problem.id, communityProposal.problemId))
    .innerJoin(meeting, eq(meeting.id, communityProposal.dayId))
    .innerJoin(unit, eq(unit.id, communityProposal.communityId))
    .leftJoin(carrier, eq(carrier.id, communityProposal.intoProblemId))
    .where(
      and(
        eq(communityProposal.streetId, streetId),
        or(eq(communityProposal.dayId, dayId), eq(communityProposal.state, "waiting")),
      ),
    )
    .orderBy(asc(communityProposal.proposedAt), asc(communityProposal.id));
  return rows.map(({ zh, en, ...row }) => ({ ...row, community: { zh, en } }));
}

// More than anybody looks through in a choice.
const mostCarriers = 500;

function carriersOf(db: Queries, listId: string) {
  return db
    .select({ number: problem.number, title: problem.title })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(
      and(
        eq(listing.listId, listId),
        ne(listing.state, "withdrawn"),
        inArray(listing.state, ["draft", "submitted"]),
      ),
    )
    .orderBy(asc(listing.position), asc(listing.id))
    .limit(mostCarriers);
}
