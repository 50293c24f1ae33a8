import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { addDays } from "~/calendar/day";
import { decidedCorrections, waitingCorrections } from "~/meeting/conduct/corrections.server";
import { organisesMeeting } from "~/meeting/conduct/permission";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { answerBy } from "./taskWork.server";
import { type BareItem, namedMeeting } from "./work";

// Whoever was away for a few days still hears of it.
const toldFor = 14;

/** Proposed corrections that those who hold a meeting have to decide on; for their authors, what was decided lately. */
export async function correctionWork(
  db: Queries,
  actor: Actor,
  today: string,
  { answers }: RuleSet,
): Promise<BareItem[]> {
  return [...(await toDecide(db, actor, answers.decideCorrections)), ...(await answered(db, actor, today))];
}

async function toDecide(db: Queries, actor: Actor, days: number): Promise<BareItem[]> {
  if (actor.role !== "office" && actor.role !== "street") return [];
  const waiting = await waitingCorrections(db);
  return waiting
    .filter(({ meeting }) => organisesMeeting(actor, meeting))
    .map(({ meeting, count, since }) => ({
      key: `corrections-${meeting.slug}`,
      what: { kind: "decideCorrections" },
      why: actor.role === "office" ? "office" : "organiser",
      meeting: namedMeeting(meeting),
      count,
      until: answerBy(since, days),
      to: meetingAddress(meeting, "corrections"),
    }));
}

async function answered(db: Queries, actor: Actor, today: string): Promise<BareItem[]> {
  const decided = await decidedCorrections(db, actor.personId, addDays(today, -toldFor));
  return decided.map(({ id, meeting, state }) => ({
    key: `correction-${id}`,
    what: { kind: state === "adopted" ? "correctionAdopted" : "correctionRefused" },
    why: "proposed",
    meeting: namedMeeting(meeting),
    until: null,
    answered: true,
    to: meetingAddress(meeting, `corrections#correction-${id}`),
  }));
}
