import { count, desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { meeting, ruleSet } from "~db/schema";
import { feedbackFor, type ShownFeedback } from "../feedback/feedbackFor.server";
import { canAnswerProposal, canRules, canSeeProposal } from "../permission";
import { openProposal } from "../proposal/openProposal.server";
import type { ProposalState } from "../proposal/proposal";
import { parseRules, type RuleSet, usualRules } from "../ruleSet";
import { type OwnRule, ownRules } from "./ownRules";

/** A version among the others. */
export interface RulesListed {
  version: number;
  title: string;
  documentNumber: string;
  adoptedAt: string;
  /** How many days are held by it. */
  days: number;
}

/** The page of the rules. */
export interface RulesPage {
  now: string;
  versions: RulesListed[];
  /** The version that was asked for, or the one in force; null before there is any. */
  shown: RulesListed | null;
  /** The rules shown, or those of practice before there are any. */
  rules: RuleSet;
  /** The numbers of it that the district has set otherwise than is usual. */
  own: Partial<Record<string, OwnRule>>;
  /** What was said about rules, as far as the reader may read it. */
  feedback: ShownFeedback[];
  /** The open proposal, for those who may see it. */
  proposal: { state: ProposalState; title: string } | null;
  /** `adopt`: the open proposal waits for the reader. */
  can: { propose: boolean; adopt: boolean };
}

/**
 * The versions of the rules, newest first, and one of them in full.
 * @param version the one asked for; undefined for the one in force; `notFound` when there is no such
 */
export async function showRules(
  actor: Actor,
  version: number | undefined,
  now: string,
): Promise<Result<RulesPage>> {
  if (!canRules(actor, "see")) return refuse("notFound");
  return read(async (db) => {
    const rows = await db
      .select({ set: ruleSet, days: count(meeting.id) })
      .from(ruleSet)
      .leftJoin(meeting, eq(meeting.ruleSetId, ruleSet.id))
      .groupBy(ruleSet.id)
      .orderBy(desc(ruleSet.version));
    const listed = rows.map(({ set, days }) => ({
      version: set.version,
      title: set.title,
      documentNumber: set.documentNumber,
      adoptedAt: set.adoptedAt,
      days,
      json: set.rules,
    }));
    const wanted = version === undefined ? listed[0] : listed.find((set) => set.version === version);
    if (version !== undefined && !wanted) return refuse("notFound");
    const upToShown = listed.filter(({ version: number }) => wanted && number <= wanted.version);
    const withoutJson = ({ json: _json, ...rest }: (typeof listed)[number]): RulesListed => rest;
    const open = await openProposal(db);
    const proposal = open && canSeeProposal(actor, open) ? open : undefined;
    return done({
      now,
      versions: listed.map(withoutJson),
      shown: wanted ? withoutJson(wanted) : null,
      rules: wanted ? parseRules(wanted.json) : usualRules,
      own: ownRules(
        upToShown.map(({ version: number, json }) => ({ version: number, rules: parseRules(json) })),
      ),
      feedback: await feedbackFor(db, actor, null),
      proposal: proposal ? { state: proposal.state, title: proposal.title } : null,
      can: {
        propose: canRules(actor, "propose") && !proposal,
        adopt: proposal !== undefined && canAnswerProposal(actor, proposal),
      },
    });
  });
}
