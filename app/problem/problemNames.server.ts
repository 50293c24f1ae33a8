import { and, eq, inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { listAddress, problemAddress } from "~/address/problems";
import { monthInBoth } from "~/calendar/writtenDate";
import { communityProposal, listing, meeting, problem, problemList, unit } from "~db/schema";
import { canList, canSeeProposal } from "./permission";
import { visibleListings, visibleProblems } from "./scope.server";

const problems: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: problem.id, number: problem.number })
    .from(problem)
    .where(and(inArray(problem.id, ids), visibleProblems(db, reader)));
  return rows.map(({ id, number }) => calledSame(id, number, problemAddress(number)));
};

const lists: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: problemList.id, month: meeting.slug, street: unit })
    .from(problemList)
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .innerJoin(unit, eq(unit.id, problemList.streetId))
    .where(inArray(problemList.id, ids));
  return rows
    .filter(({ street }) => canList(reader, "see", { streetId: street.id }))
    .map(({ id, month, street }) => ({
      id,
      zh: `${street.nameZh} ${monthInBoth(month).zh}`,
      en: `${street.nameEn}, ${monthInBoth(month).en}`,
      to: listAddress(month, street.slug),
    }));
};

const listings: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: listing.id, number: problem.number })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(and(inArray(listing.id, ids), visibleProblems(db, reader), visibleListings(reader)));
  return rows.map(({ id, number }) => calledSame(id, number, problemAddress(number)));
};

/** Proposals are called by their problem's number. */
const proposals: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ proposal: communityProposal, number: problem.number })
    .from(communityProposal)
    .innerJoin(problem, eq(problem.id, communityProposal.problemId))
    .where(inArray(communityProposal.id, ids));
  return rows
    .filter(({ proposal }) => canSeeProposal(reader, proposal))
    .map(({ proposal, number }) => calledSame(proposal.id, number, problemAddress(number)));
};

/** Problems, and the streets' lists with what stands on them. */
export const problemNames: NameFinders = {
  ...{ problem: problems, list: lists, listing: listings, communityProposal: proposals },
};
