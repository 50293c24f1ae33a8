import { addDays } from "~/calendar/day";
import type { NamedMeeting } from "~/i18n/meetingName";
import type { NextKey } from "~/plan/nextStep";

/** The parts of "My work", in order. `answered` is news of what one asked for; `later` is everything that is one's own and not yet near. */
export const workGroups = ["overdue", "today", "week", "answered", "later", "waiting"] as const;
export type WorkGroup = (typeof workGroups)[number];

/** What is to be done; its sentence is `task.work.what.<kind>`, that of a step of a meeting `meeting.next.<key>`. */
export type WorkKind =
  | "acknowledge"
  | "milestone"
  | "handle"
  | "redo"
  | "verify"
  | "strikeOff"
  | "decideExtension"
  | "review"
  | "submitList"
  | "correctList"
  | "raiseProblems"
  | "relistProblems"
  | "answerInvitation"
  | "remindUnits"
  | "writeOpinion"
  | "answerOffer"
  | "research"
  | "decideCorrections"
  | "decideProposals"
  | "publishTopics"
  | "answerWitness"
  | "answerDeviation"
  | "answerLate"
  | "answerResident"
  | "answerProposals"
  | "carryList"
  | "useDeviation"
  | "adoptRules"
  | "proposeRules"
  | "confirmHandover"
  | "stepIn"
  | "answerOrder"
  | ReadKind;

// What asks for nothing but to be looked at has no word for doing it.
const readKinds = [
  "correctionAdopted",
  "correctionRefused",
  "waitVerify",
  "waitExtension",
  "waitOrder",
  "followTask",
  "waitOverdue",
  "waitLists",
  "waitAnswer",
  "waitProposals",
  "proposalDeclined",
  "waitDeviation",
  "deviationRefused",
  "rulesRefused",
  "vacantPosts",
] as const;
type ReadKind = (typeof readKinds)[number];

/** Tells the kinds of which nothing is to be done but look from those whose doing is worded by `task.work.do.<kind>`. */
export function isOnlyRead(kind: WorkKind): kind is ReadKind {
  return readKinds.some((one) => one === kind);
}

/** Why it is this person's; its sentence is `task.work.why.<reason>`. */
export type WorkReason =
  | "lead"
  | "territory"
  | "streetLeads"
  | "office"
  | "organiser"
  | "chair"
  | "ownStreet"
  | "community"
  | "invited"
  | "inGroup"
  | "claimed"
  | "asked"
  | "proposed"
  | "witness"
  | "named"
  | "approved"
  | "adopter"
  | "handedOver"
  | "raisedHere"
  | "needed"
  | "carriedOver"
  | "ordered"
  | "tookOver";

/** One line of "My work" before anything in it is called by its name: all that the count needs. */
export interface BareItem {
  key: string;
  what: { kind: WorkKind } | { step: NextKey };
  why: WorkReason;
  taskId?: string;
  /** Whom one waits for. */
  unitId?: string;
  /** The meeting it is about. */
  meeting?: NamedMeeting;
  /** The problem it is about. */
  problem?: { number: string; title: string };
  /** How many, where one line stands for several. */
  count?: number;
  until: string | null;
  /** One waits for others: nothing can be done but look. */
  waiting?: boolean;
  /** Something was decided that one asked for: nothing is to be done but read it. */
  answered?: boolean;
  /** Where it is done. */
  to: string;
  /** What one press does without opening the page first. */
  press?: "acknowledge";
}

/** One line of "My work". */
export interface WorkItem extends Omit<BareItem, "taskId" | "unitId"> {
  /** The task it is about. */
  task?: { number: string; title: string };
  /** Whom one waits for. */
  unit?: { zh: string; en: string };
}

/** Picks what a consultation day is called by. */
export function namedDay({ month, date }: { month: string; date: string }): NamedMeeting {
  return { slug: month, title: "", date };
}

/** Picks what a meeting is called by. */
export function namedMeeting({ slug, title, date }: NamedMeeting): NamedMeeting {
  return { slug, title, date };
}

const daysAhead = 7;

/** Where a line belongs on `today`: this week ends on the seventh day from today. */
export function groupOf(item: Pick<WorkItem, "until" | "waiting" | "answered">, today: string): WorkGroup {
  if (item.waiting) return "waiting";
  if (item.answered) return "answered";
  if (item.until === null) return "later";
  if (item.until < today) return "overdue";
  if (item.until === today) return "today";
  return item.until <= addDays(today, daysAhead) ? "week" : "later";
}

/** The lines by group, in order of their dates; empty groups are left out. */
export function inGroups(
  items: readonly WorkItem[],
  today: string,
): { group: WorkGroup; items: WorkItem[] }[] {
  const sorted = [...items].sort((one, other) => order(one).localeCompare(order(other)));
  return workGroups
    .map((group) => ({ group, items: sorted.filter((item) => groupOf(item, today) === group) }))
    .filter(({ items: lines }) => lines.length > 0);
}

const order = (item: WorkItem) => `${item.until ?? "9999"} ${item.key}`;

/** How many lines need this person within the week: the number beside "My work". */
export function countOf(items: readonly BareItem[], today: string): number {
  return items.filter((item) => ["overdue", "today", "week"].includes(groupOf(item, today))).length;
}
