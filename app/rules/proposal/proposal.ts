import { z } from "zod";
import { line, optionalLine, version, words } from "~/value/fields";
import { ruleListNames } from "../ruleLists";
import { ruleNumbersSchema } from "../ruleSet";
import { faultsOfRows, ruleRows } from "./ruleRows";

/** Where a proposal for the next version of the rules stands. */
export const proposalStates = ["draft", "proposed", "refused", "withdrawn", "adopted"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What can be done with it. */
export const proposalEvents = ["change", "submit", "withdraw", "adopt", "refuse"] as const;
export type ProposalEvent = (typeof proposalEvents)[number];

const table: Record<ProposalState, Partial<Record<ProposalEvent, ProposalState>>> = {
  draft: { change: "draft", submit: "proposed", withdraw: "withdrawn" },
  // Whoever adopts it has seen which state of it they adopt: a change raises its version.
  proposed: { change: "proposed", withdraw: "withdrawn", adopt: "adopted", refuse: "refused" },
  refused: { change: "refused", submit: "proposed", withdraw: "withdrawn" },
  withdrawn: {},
  adopted: {},
};

/** The state that an event leads to; null where it cannot be. */
export function advanceProposal(state: ProposalState, event: ProposalEvent): ProposalState | null {
  return table[state][event] ?? null;
}

/** States in which it is still to become a version. */
export const openStates: readonly ProposalState[] = ["draft", "proposed", "refused"];

/** What it is called, and the document by which it is to be adopted. */
export const headForm = z.object({ version: version(), title: line(100), documentNumber: optionalLine(100) });

/** The rules that are numbers. */
export const numbersForm = z.object({ version: version(), rules: ruleNumbersSchema });

/** One list, row by row. What is new stands apart: two who each add something do not write into one row. */
export const listForm = z
  .object({ version: version(), list: z.enum(ruleListNames), entries: ruleRows, added: ruleRows })
  .superRefine(({ list, entries, added }, context) => {
    const there = entries.length;
    for (const { at, field, message } of faultsOfRows(list, [...entries, ...added])) {
      const row = at < there ? ["entries", at] : ["added", at - there];
      context.addIssue({ code: "custom", path: [...row, field], message });
    }
  });

/** An act on the whole of it, as it was shown. */
export const actForm = z.object({ version: version() });

/** Refusing it says why. */
export const refuseForm = z.object({ version: version(), answer: words(500) });

/** The form by which a proposal is begun. */
export const beginForm = z.object({ title: line(100) });
