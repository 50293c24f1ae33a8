import type { TextsUnder } from "~/i18n/textKey";
import type { Channel } from "~/problem/channel";
import type { ListingState } from "~/problem/listing";
import type { ProposalState } from "~/problem/proposal/proposal";
import type { TaskEvent } from "~/task/taskState";

type Outcome = TextsUnder<"problem.outcome">;
type Statement = TextsUnder<"problem.statement">;

/** Which sentence tells it, and the code that goes into the sentence. */
type Told =
  | {
      kind:
        | "raised"
        | "listed"
        | "submitted"
        | "resolved"
        | "published"
        | "withdrawn"
        | "erased"
        | "answered";
    }
  | { kind: "decided"; code: ListingState }
  | { kind: "channel"; code: Channel; from?: Channel }
  | { kind: "outcome"; code: Outcome }
  | { kind: "task"; code: TaskEvent }
  | { kind: "lookBack"; code: Statement }
  | { kind: "proposal"; code: ProposalState };

/** One thing that happened to a problem. */
export type HistoryEntry = Told & {
  key: string;
  at: string;
  /** The day it belongs to, YYYY-MM. */
  month?: string;
  /** A number it concerns: minutes, task. */
  number?: string;
  text?: string;
};

/** What is put in order. */
export interface HistorySource {
  listings: {
    id: string;
    state: ListingState;
    submittedAt: string | null;
    decidedAt: string | null;
    decisionText: string | null;
    month: string;
  }[];
  topics: {
    id: string;
    outcome: Outcome | null;
    outcomeAt: string | null;
    outcomeNote: string;
    month: string;
  }[];
  resolutions: {
    id: string;
    text: string;
    minutesNumber: number;
    minutesYear: number;
    issuedAt: string;
    month: string;
    task: { id: string; number: string } | null;
  }[];
  entries: { taskId: string; event: TaskEvent; text: string; at: string }[];
  statements: { taskId: string; statement: Statement; text: string; at: string; month: string }[];
  publications: {
    taskId: string;
    text: string;
    publishedAt: string;
    withdrawnAt: string | null;
    withdrawnReason: string | null;
  }[];
  erasures: { id: string; at: string }[];
  answers: { id: string; answeredAt: string | null; text: string }[];
  proposal: {
    state: ProposalState;
    answer: string;
    month: string;
    proposedAt: string;
    answeredAt: string | null;
    own: boolean;
  } | null;
  channels: { id: string; channel: Channel; number: string; since: string; reason: string | null }[];
}

/** Everything that happened to a problem, from the words to what residents were told, in order of time. */
export function problemHistory(
  problem: { raisedAt: string; createdAt: string },
  source: HistorySource,
): HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...(problem.raisedAt ? [{ key: "raised", at: problem.raisedAt, kind: "raised" } as const] : []),
    { key: "listed", at: problem.createdAt, kind: "listed", month: source.listings[0]?.month },
    ...ofProposal(source.proposal),
    ...source.listings.flatMap(ofListing),
    ...source.topics.flatMap(ofTopic),
    ...source.resolutions.map(ofResolution),
    ...ofTasks(source),
    ...ofChannels(source),
    ...source.answers.flatMap(({ id, answeredAt: at, text }) =>
      at ? [{ key: `answered ${id}`, at, kind: "answered", text } as const] : [],
    ),
    ...source.erasures.map(({ id, at }) => ({ key: `erased ${id}`, at, kind: "erased" }) as const),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Coming from one channel into another. How a problem stands on lists is told by the lists. */
function ofChannels({ channels, listings }: HistorySource): HistoryEntry[] {
  return channels.flatMap(({ id, channel: code, number, since: at, reason }, index): HistoryEntry[] => {
    const from = channels[index - 1]?.channel;
    if (code === "list" && (from === undefined || from === "list")) return [];
    // What the office decided is told with its words just before.
    const isTold = listings.some((one) => one.decidedAt === at && one.decisionText === reason);
    const text = isTold ? undefined : (reason ?? undefined);
    return [{ key: `channel ${id}`, at, kind: "channel", code, number, text, ...(from && { from }) }];
  });
}

/** What a community proposed, and what its street made of it; whether it was declined is between the two. */
function ofProposal(proposal: HistorySource["proposal"]): HistoryEntry[] {
  if (!proposal) return [];
  const { state, answer, month, proposedAt, answeredAt, own } = proposal;
  const made = { key: "proposed", at: proposedAt, kind: "proposal", code: "waiting", month } as const;
  if (state === "waiting" || !answeredAt || (state === "declined" && !own)) return [made];
  const text = answer || undefined;
  return [made, { key: "answered", at: answeredAt, kind: "proposal", code: state, month, text }];
}

function ofListing(one: HistorySource["listings"][number]): HistoryEntry[] {
  const { month } = one;
  const entries: HistoryEntry[] = [];
  if (one.submittedAt)
    entries.push({ key: `submitted ${one.id}`, at: one.submittedAt, kind: "submitted", month });
  if (one.decidedAt)
    entries.push({
      key: `decided ${one.id}`,
      at: one.decidedAt,
      kind: "decided",
      month,
      code: one.state,
      text: one.decisionText ?? undefined,
    });
  return entries;
}

function ofTopic(one: HistorySource["topics"][number]): HistoryEntry[] {
  if (!one.outcomeAt || !one.outcome) return [];
  const { month, outcome: code, outcomeNote: text } = one;
  return [{ key: `outcome ${one.id}`, at: one.outcomeAt, kind: "outcome", month, code, text }];
}

function ofResolution(one: HistorySource["resolutions"][number]): HistoryEntry {
  const number = `${one.minutesYear}-${one.minutesNumber}`;
  return {
    key: `resolved ${one.id}`,
    at: one.issuedAt,
    kind: "resolved",
    month: one.month,
    number,
    text: one.text,
  };
}

function ofTasks(source: HistorySource): HistoryEntry[] {
  const numbers = new Map(source.resolutions.map((one) => [one.task?.id, one.task?.number]));
  return [
    ...source.entries.map((one, at) => ({
      key: `task ${at}`,
      at: one.at,
      kind: "task" as const,
      code: one.event,
      number: numbers.get(one.taskId),
      text: one.text,
    })),
    ...source.statements.map((one, at) => ({
      key: `look-back ${at}`,
      at: one.at,
      kind: "lookBack" as const,
      month: one.month,
      code: one.statement,
      number: numbers.get(one.taskId),
      text: one.text,
    })),
    ...source.publications.flatMap((one, at) => ofPublication(one, at, numbers.get(one.taskId))),
  ];
}

function ofPublication(
  one: HistorySource["publications"][number],
  at: number,
  number: string | undefined,
): HistoryEntry[] {
  const entries: HistoryEntry[] = [
    { key: `published ${at}`, at: one.publishedAt, kind: "published", number, text: one.text },
  ];
  if (one.withdrawnAt)
    entries.push({
      key: `withdrawn ${at}`,
      at: one.withdrawnAt,
      kind: "withdrawn",
      number,
      text: one.withdrawnReason ?? undefined,
    });
  return entries;
}
