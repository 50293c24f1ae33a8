import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { person } from "~db/schema";
import { feedbackFor } from "../feedback/feedbackFor.server";
import { canAnswerProposal, canRules, canSeeProposal, seesAllFeedback } from "../permission";
import { ruleDifference } from "../ruleDifference";
import { ruleListNames } from "../ruleLists";
import { parseRules, usualRules } from "../ruleSet";
import { rulesInForce } from "../rulesOfMeeting.server";
import { openProposal, type ProposalRow } from "./openProposal.server";
import { rowsOf } from "./ruleRows";

/** The page of the open proposal. */
export type ProposalPage = NonNullable<Awaited<ReturnType<typeof pageOf>>>;

/**
 * The open proposal with what it changes, for the office and those who adopt it; null while there is none for them.
 * For all others there is no such page (`notFound`).
 */
export async function showProposal(actor: Actor, now: string): Promise<Result<ProposalPage | null>> {
  return seesAllFeedback(actor) ? done(await pageOf(actor, now)) : refuse("notFound");
}

async function pageOf(actor: Actor, now: string) {
  return read(async (db) => {
    const row = await openProposal(db);
    if (!row || !canSeeProposal(actor, row)) return null;
    const inForce = await rulesInForce(db);
    const rules = parseRules(row.rules);
    const said = await feedbackFor(db, actor, row.id);
    const can = {
      change: canRules(actor, "propose"),
      answer: canAnswerProposal(actor, row),
    };
    const { lists: _lists, ...numbers } = rules;
    return {
      ...{ now, version: row.version, state: row.state, title: row.title },
      ...{ documentNumber: row.documentNumber, answer: row.answer, proposedAt: row.proposedAt },
      inForce: inForce?.version ?? null,
      people: await peopleOf(db, row),
      rules,
      numbers,
      lists: can.change ? ruleListNames.map((list) => ({ list, entries: rowsOf(list, rules) })) : [],
      difference: ruleDifference(inForce?.rules ?? usualRules, rules),
      /** What was said about rules and is not answered by a version yet. */
      feedback: said.filter(({ answer }) => !answer),
      can,
    };
  });
}

async function peopleOf(
  db: Queries,
  { begunByPersonId, proposedByPersonId, answeredByPersonId }: ProposalRow,
) {
  const nameOf = async (id: string | null) => {
    const [found] = id ? await db.select({ name: person.name }).from(person).where(eq(person.id, id)) : [];
    return found?.name ?? null;
  };
  return {
    begun: await nameOf(begunByPersonId),
    proposed: await nameOf(proposedByPersonId),
    answered: await nameOf(answeredByPersonId),
  };
}
