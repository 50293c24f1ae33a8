import { z } from "zod";
import { markOf } from "~/ledger/meanwhile";
import { askedFor, offeredClasses } from "~/meeting/conduct/attendance";
import { addedKinds } from "~/meeting/conduct/topic";
import { approver } from "~/rules/deviationRequest";
import {
  key,
  line,
  optionalKey,
  optionalLine,
  optionalWords,
  verbatim,
  versionIfAny,
  words,
} from "~/value/fields";

/** Most characters of a reason. */
const longestReason = 500;

/** An entry that the office adds by hand. `topicId` names one that was written straight into the record. */
export const addTopicForm = z.object({
  kind: z.enum(addedKinds, { error: "error.required" }),
  title: line(200),
  presenter: optionalLine(100),
  topicId: optionalKey(),
  /** What it is about is handed out on paper and may not stand here. */
  elsewhere: z.literal("yes").optional(),
});

/** The words of an entry as its form shows them. */
export function topicShown(words: { title: string; presenter: string; minutesAllotted: number | null }) {
  const { title, presenter, minutesAllotted } = words;
  const values = { title, presenter, minutesAllotted: String(minutesAllotted ?? "") };
  return { version: markOf(values), values };
}

/** What may be changed on an entry of the agenda; these stand in the live record. */
export const changeTopicForm = z.object({
  topicId: key(),
  title: line(200),
  presenter: optionalLine(100),
  minutesAllotted: z.coerce
    .number({ error: "session.error.minutes" })
    .int({ error: "session.error.minutes" })
    .min(1, { error: "session.error.minutes" })
    .max(600, { error: "session.error.minutes" })
    .optional(),
  /** Mark of the entry as it was shown; see {@link topicShown}. */
  version: versionIfAny(),
});

/** Moving an entry by one place, or before another one ("" = to the end). */
export const moveTopicForm = z.object({
  topicId: key(),
  to: z.enum(["up", "down", "before"], { error: "error.required" }),
  beforeId: optionalKey(),
});

/** An entry, and nothing else about it. */
export const topicForm = z.object({ topicId: key() });

/** An invitation, and nothing else about it. */
export const invitationForm = z.object({ attendanceId: key() });

/** Taking an entry off the agenda. */
export const takeOffForm = z.object({
  topicId: key(),
  reason: words(longestReason),
});

/** A reason asked for where a step leaves the rules; empty where it does not. */
export const reasonForm = z.object({ reason: optionalWords(longestReason) });

/** A step that may leave the rules: why, and who is named to approve it. */
export const departingForm = reasonForm.extend({ approver: approver() });

/** The chair's answer about the agenda as it was shown. */
export const approveForm = z.object({ sha256: verbatim(64) });

/** The agenda goes back, with what is to be changed. */
export const returnAgendaForm = approveForm.extend({ words: words(longestReason) });

/** One unit called to the day. */
export const inviteForm = z.object({
  unitId: key(),
  invitation: z.enum(offeredClasses, { error: "error.required" }),
  asksFor: z.enum(askedFor, { error: "error.required" }).optional(),
});

/** Units proposed, each with how strongly it is to be called; one that is left out comes without its id. */
export const inviteProposedForm = z.object({
  proposed: z.array(inviteForm.partial({ unitId: true })).max(500, { error: "error.tooLong" }),
});

/** The proposed units that are to be called. */
export function chosenOf(
  proposed: z.output<typeof inviteProposedForm>["proposed"],
): z.output<typeof inviteForm>[] {
  return proposed.flatMap(({ unitId, invitation }) => (unitId ? [{ unitId, invitation }] : []));
}
