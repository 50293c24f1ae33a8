import type { ToldEvent } from "~/ledger/toldEvent";

/** What people are told of. */
export const noticeKinds = [
  "invited",
  "replyReminded",
  "opinionAsked",
  "listReturned",
  "problemRefused",
  "taskAssigned",
  "extensionDecided",
  "taskOverdue",
  "taskEscalated",
  "correctionDecided",
  "minutesToSign",
  "minutesAnswered",
  "proposalDecided",
  "wordsOverwritten",
  "witnessNamed",
  "witnessDenied",
  "deviationAsked",
  "deviationAnswered",
  "lateAnswered",
  "communityAnswered",
  "resourceOffered",
  "resourcePromised",
  "resourceDeclined",
  "resourceWithdrawn",
  "resourceTakenBack",
  "resourceNeedEnded",
  "rulesProposed",
  "rulesDecided",
  "ruleAnswered",
  "meetingCancelled",
  "meetingRestored",
  "meetingPostponed",
  "meetingPutBack",
  "meetingArranged",
  "hostsSwapped",
  "substituteNamed",
  "substituteEnded",
  "postVacant",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * Who is told, and so also why: the invited unit; the unit whose opinion is asked for; the street whose list it is; the community that raised it; the
 * unit that leads or assists; the street in whose territory it lies; the district office, which oversees tasks, drafts rules and knows how posts are filled; whoever proposed it; whoever wrote it; the witness of a verification; whoever verified; the post
 * that was named to approve a deviation, and whoever asked for it; those who may adopt rules; of a meeting whoever chairs it, the street that hosts it
 * those that join, and those that have begun a list; whoever stands in, and for whom; the unit whose need a resource serves, and the one that gives it.
 */
export const noticeReasons = [
  "invited",
  "opinionOf",
  "ownStreet",
  "raised",
  "lead",
  "assists",
  "territory",
  "office",
  "drafts",
  "posts",
  "proposed",
  "wrote",
  "witness",
  "verifier",
  "approver",
  "asker",
  "adopter",
  "chairs",
  "hosts",
  "joins",
  "listed",
  "substitute",
  "holder",
  "needs",
  "gives",
] as const;
export type NoticeReason = (typeof noticeReasons)[number];

/** What a notice keeps besides the thing it is about; nothing that only some may know. */
export type NoticeDetails = Record<string, string | number>;

/** One line of the table: which events are told, to whom. */
interface NoticeRule {
  kind: NoticeKind;
  /** Verbs of the ledger. */
  verbs: readonly string[];
  /** Left out where every event of these verbs is told. */
  when?: (after: Record<string, unknown>) => boolean;
  /** In this order: who is concerned in several ways is told once, for the first. */
  tells: readonly NoticeReason[];
  details?: (event: ToldEvent, after: Record<string, unknown>) => NoticeDetails;
}

/** All who count on a meeting being held as it stands. */
const concerned: readonly NoticeReason[] = ["chairs", "hosts", "joins", "listed", "invited"];

const dayItIsDue = (_event: ToldEvent, { dueOn }: Record<string, unknown>) => ({ dueDate: String(dueOn) });

const dayItIsHeld = (_event: ToldEvent, { date }: Record<string, unknown>) => ({ dueDate: String(date) });

const answersToMinutes: Record<string, string> = {
  "session.signMinutes": "signed",
  "session.returnMinutes": "returned",
  "session.takeBackMinutes": "takenBack",
};

/** Which event tells whom. What happens to a thing is booked by its own room, with `told`. */
export const noticeTable: readonly NoticeRule[] = [
  { kind: "invited", verbs: ["session.invite"], tells: ["invited"] },
  { kind: "replyReminded", verbs: ["session.remindReply"], tells: ["invited"], details: dayItIsDue },
  { kind: "opinionAsked", verbs: ["session.askOpinion"], tells: ["opinionOf"], details: dayItIsDue },
  { kind: "listReturned", verbs: ["problem.returnList"], tells: ["ownStreet"] },
  {
    kind: "problemRefused",
    verbs: ["problem.decideListing"],
    when: ({ state }) => state === "refused",
    tells: ["raised", "ownStreet"],
  },
  { kind: "taskAssigned", verbs: ["task.dispatch"], tells: ["lead", "assists"] },
  {
    kind: "extensionDecided",
    verbs: ["task.grantExtension", "task.refuseExtension"],
    tells: ["lead"],
    details: ({ verb }, { dueDate }): NoticeDetails =>
      verb === "task.grantExtension"
        ? { decision: "granted", dueDate: String(dueDate) }
        : { decision: "refused" },
  },
  {
    kind: "taskOverdue",
    verbs: ["task.fallOverdue"],
    tells: ["lead", "territory"],
    details: (_event, { dueDate }) => ({ dueDate: String(dueDate) }),
  },
  {
    kind: "taskEscalated",
    verbs: ["task.escalate"],
    tells: ["lead", "territory", "office"],
    details: (_event, { timesCarriedOver }) => ({ times: Number(timesCarriedOver) }),
  },
  {
    kind: "correctionDecided",
    verbs: ["session.adoptCorrection", "session.refuseCorrection"],
    tells: ["proposed"],
    details: ({ verb }) => ({ decision: verb === "session.adoptCorrection" ? "adopted" : "refused" }),
  },
  {
    kind: "proposalDecided",
    verbs: ["session.takeProposal", "session.declineProposal"],
    tells: ["proposed"],
    details: ({ verb }) => ({ decision: verb === "session.takeProposal" ? "taken" : "declined" }),
  },
  { kind: "minutesToSign", verbs: ["session.proposeMinutes"], tells: ["chairs"] },
  {
    kind: "minutesAnswered",
    verbs: ["session.signMinutes", "session.returnMinutes", "session.takeBackMinutes"],
    tells: ["proposed"],
    details: ({ verb }) => ({ decision: answersToMinutes[verb] ?? "" }),
  },
  { kind: "wordsOverwritten", verbs: ["session.overwriteWords"], tells: ["wrote"] },
  { kind: "witnessNamed", verbs: ["task.verifySolved"], tells: ["witness"] },
  { kind: "witnessDenied", verbs: ["task.denyWitness"], tells: ["verifier", "lead"] },
  { kind: "deviationAsked", verbs: ["plan.askDeviation"], tells: ["approver"] },
  {
    kind: "deviationAnswered",
    verbs: ["plan.confirmDeviation", "plan.refuseDeviation"],
    tells: ["asker"],
    details: ({ verb }) => ({ decision: verb === "plan.confirmDeviation" ? "confirmed" : "refused" }),
  },
  {
    kind: "lateAnswered",
    verbs: ["problem.grantLate", "problem.refuseLate"],
    tells: ["ownStreet", "raised"],
    details: ({ verb }) => ({ decision: verb === "problem.grantLate" ? "granted" : "refused" }),
  },
  {
    kind: "communityAnswered",
    verbs: ["problem.adoptProposal", "problem.mergeProposal", "problem.declineProposal"],
    tells: ["raised"],
    details: (_event, { state }) => ({ decision: String(state) }),
  },
  { kind: "resourceOffered", verbs: ["resource.addOffer"], tells: ["needs"] },
  { kind: "resourcePromised", verbs: ["resource.acceptOffer"], tells: ["gives", "needs"] },
  { kind: "resourceDeclined", verbs: ["resource.declineOffer"], tells: ["gives"] },
  { kind: "resourceWithdrawn", verbs: ["resource.withdrawOffer"], tells: ["needs"] },
  { kind: "resourceTakenBack", verbs: ["resource.takeBackPromise"], tells: ["gives", "needs"] },
  { kind: "resourceNeedEnded", verbs: ["resource.meetNeed", "resource.withdrawNeed"], tells: ["gives"] },
  { kind: "rulesProposed", verbs: ["plan.proposeRules"], tells: ["adopter"] },
  {
    kind: "rulesDecided",
    verbs: ["plan.adoptRules", "plan.refuseRules"],
    tells: ["drafts"],
    details: ({ verb }) => ({ decision: verb === "plan.adoptRules" ? "adopted" : "refused" }),
  },
  {
    kind: "ruleAnswered",
    verbs: ["plan.answerRule"],
    tells: ["wrote"],
    details: (_event, { decision }) => ({ decision: String(decision) }),
  },
  { kind: "meetingCancelled", verbs: ["meeting.cancel"], tells: concerned },
  { kind: "meetingRestored", verbs: ["meeting.restore"], tells: concerned },
  {
    kind: "meetingPostponed",
    verbs: ["meeting.postpone"],
    tells: concerned,
    details: dayItIsHeld,
  },
  { kind: "meetingPutBack", verbs: ["meeting.undoPostpone"], tells: concerned, details: dayItIsHeld },
  // Told where others count on what was changed; what it is now, the meeting says.
  { kind: "meetingArranged", verbs: ["plan.editDay", "meeting.arrange"], tells: concerned },
  { kind: "hostsSwapped", verbs: ["plan.swapHost"], tells: ["hosts", "joins", "chairs"] },
  {
    kind: "substituteNamed",
    verbs: ["unit.appointSubstitute"],
    tells: ["substitute", "holder"],
    details: (_event, { fromDay, toDay }): NoticeDetails => ({
      from: String(fromDay),
      ...(typeof toDay === "string" ? { until: toDay } : { decision: "vacant" }),
    }),
  },
  { kind: "substituteEnded", verbs: ["unit.endSubstitute"], tells: ["substitute", "holder"] },
  { kind: "postVacant", verbs: ["unit.findVacant"], tells: ["posts"] },
];

/** What is to be told of an event, to whom; null when nothing is. */
export function noticeOf(
  event: ToldEvent,
): { kind: NoticeKind; tells: readonly NoticeReason[]; details: NoticeDetails } | null {
  const after = (event.after ?? {}) as Record<string, unknown>;
  const rule = noticeTable.find(({ verbs, when }) => verbs.includes(event.verb) && (!when || when(after)));
  return rule ? { kind: rule.kind, tells: rule.tells, details: rule.details?.(event, after) ?? {} } : null;
}

/** Whose notices somebody reads: those of the post they act in, and those to themselves. */
export function readersMeant(actor: { postId: string; personId: string }): string[] {
  return [actor.postId, actor.personId];
}
