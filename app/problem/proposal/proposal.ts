import { z } from "zod";
import { addProblemForm } from "~/problem/problemForm";
import { key, keys, words } from "~/value/fields";

/** What became of a problem that a community proposes for its street's list. */
export const proposalStates = ["waiting", "adopted", "merged", "declined", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Most characters of the reason for which a street declines. */
export const longestAnswer = 500;

/** What a community proposes says as much as what a street lists. */
export const proposeForm = addProblemForm;

/** The proposals that a street takes onto its list. */
export const adoptForm = z.object({ id: keys(500) });

/** A proposal, and the number of the problem on the list that is to carry it. */
export const mergeForm = z.object({ id: key(), into: key() });

/** Why a street does not take a proposal. */
export const declineForm = z.object({ id: key(), text: words(longestAnswer) });

/** The proposal that its community takes back. */
export const withdrawProposalForm = z.object({ id: key() });

/** True for what a street may still take: also what it has declined, on second thoughts. */
export const canBeAdopted = (state: ProposalState) => state === "waiting" || state === "declined";
