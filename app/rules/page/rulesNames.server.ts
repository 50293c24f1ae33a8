import { eq, inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { deviationAddress, proposalAddress, rulesAddress } from "~/address/plans";
import { deviationRequest, meeting, ruleProposal, ruleSet } from "~db/schema";
import { canSeeDeviation, canSeeProposal } from "../permission";
import { advanceProposal } from "../proposal/proposal";

const ruleSets: NameFinder = async (db, ids) => {
  const rows = await db.select().from(ruleSet).where(inArray(ruleSet.id, ids));
  return rows.map(({ id, version, title }) => calledSame(id, title, rulesAddress(version)));
};

/** Requests for deviations, by the month or number of their meeting, for who may see them. */
const requests: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ request: deviationRequest, slug: meeting.slug })
    .from(deviationRequest)
    .innerJoin(meeting, eq(meeting.id, deviationRequest.meetingId))
    .where(inArray(deviationRequest.id, ids));
  return rows
    .filter(({ request }) => canSeeDeviation(reader, request))
    .map(({ request: { id }, slug }) => calledSame(id, slug, deviationAddress(id)));
};

/** Proposals for the rules; only the open one has a page. */
const proposals: NameFinder = async (db, ids, reader) => {
  const rows = await db.select().from(ruleProposal).where(inArray(ruleProposal.id, ids));
  return rows
    .filter((row) => canSeeProposal(reader, row))
    .map(({ id, title, state }) =>
      calledSame(id, title, advanceProposal(state, "change") ? proposalAddress : undefined),
    );
};

/** Versions of the rules, which every official may read. */
export const rulesNames: NameFinders = {
  ruleSet: ruleSets,
  ruleProposal: proposals,
  deviation: requests,
};
