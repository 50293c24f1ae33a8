import { z } from "zod";
import { key, optionalKey, optionalWords, version } from "~/value/fields";
import { changeTopicForm } from "./agendaForm";

/** Stands for the end of the agenda where an entry is named before which another is to come. */
export const atEnd = "end";

/** What is proposed for an entry: the words of its form, and before which entry it is to come ("" = it stays). */
export const proposeForm = changeTopicForm.extend({ place: optionalKey() });

/** Deciding on a proposal; `version` is its mark, see `proposalMark`. */
export const decideProposalForm = z.object({
  proposalId: key(),
  version: version(),
  word: optionalWords(500),
});
