import type { RefusalCode } from "~/ledger/refusal";
import { done, type Result, refuse } from "~/ledger/result";

/** Where a problem can be dealt with. `settled`: solved on the spot, or before its day. */
export const channels = ["list", "whistle", "forum", "order", "settled"] as const;
export type Channel = (typeof channels)[number];

/** A problem's channel, and the thing in it: its id and what it is called by, such as a month. */
export interface Place {
  channel: Channel;
  subjectId: string;
  number: string;
}

/** How a problem comes from where it is into another channel. */
export type Entry =
  /** It simply does: nothing held it. */
  | "enters"
  /** With a reason, which is kept. */
  | "withReason"
  /** Not before it has left where it is. */
  | "refused";

/**
 * From where a problem is (rows) into which channel (columns). A list lets go of what it does not hold any more, which
 * is then in no channel; what it holds may be settled, blown a whistle for, and so on, with a reason. An order or
 * whistle is finished or withdrawn by its own rules before another of its kind begins.
 */
export const channelTable: Readonly<Record<Channel | "none", Readonly<Record<Channel, Entry>>>> = {
  none: { list: "enters", whistle: "enters", forum: "enters", order: "enters", settled: "enters" },
  list: {
    ...{ list: "refused", whistle: "withReason", forum: "withReason" },
    ...{ order: "refused", settled: "withReason" },
  },
  whistle: {
    ...{ list: "withReason", whistle: "refused", forum: "withReason" },
    ...{ order: "refused", settled: "withReason" },
  },
  forum: {
    ...{ list: "withReason", whistle: "withReason", forum: "refused" },
    ...{ order: "refused", settled: "withReason" },
  },
  order: {
    ...{ list: "withReason", whistle: "withReason", forum: "withReason" },
    ...{ order: "refused", settled: "withReason" },
  },
  settled: {
    ...{ list: "withReason", whistle: "withReason", forum: "withReason" },
    ...{ order: "withReason", settled: "refused" },
  },
};

/** What is said where a problem is in a channel already. */
const alreadyIn: Record<Channel, RefusalCode> = {
  list: "alreadyListed",
  whistle: "inWhistle",
  forum: "inForum",
  order: "inOrder",
  settled: "isSettled",
};

/**
 * Decides whether a problem may come into a channel, and whether that is a change that needs a reason. Refuses with
 * `alreadyListed`, `inWhistle`, `inForum`, `inOrder`, `isSettled` (values: the `number` of the thing that it is in), also
 * where the reason is missing.
 * @param now where it is; null where nothing holds it
 */
export function entryInto(
  now: Place | null,
  channel: Channel,
  reason: string | undefined,
): Result<Exclude<Entry, "refused">> {
  const entry = channelTable[now?.channel ?? "none"][channel];
  if (entry === "enters") return done(entry);
  if (entry === "withReason" && reason) return done(entry);
  return refuse(alreadyIn[now!.channel], { values: { number: now!.number } });
}
