import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { addDays } from "~/calendar/day";
import { decidedCorrections, waitingCorrections } from "~/meeting/conduct/corrections.server";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { answerBy } from "./taskWork.server";
import type { BareItem } from "./work";

// Whoever was away for a few days still hears of it.
const toldFor = 14;

/** Proposed corrections that the office has to decide on; for their authors, what was decided lately. */
export async function correctionWork(
  db: Queries,
  actor: Actor,
  today: string,
  { answers }: RuleSet,
): Promise<BareItem[]> {
  return [
    ...(actor.role === "office" ? await toDecide(db, answers.decideCorrections) : []),
    ...(await answered(db, actor, today)),
  ];
}

async function toDecide(db: Queries, days: number): Promise<BareItem[]> {
  const waiting = await waitingCorrections(db);
  return waiting.map(({ month, count, since }) => ({
    key: `corrections-${month}`,
    what: { kind: "decideCorrections" },
    why: "office",
    month,
    count,
    until: answerBy(since, days),
    to: meetingAddress({ month }, "corrections"),
  }));
}

async function answered(db: Queries, actor: Actor, today: string): Promise<BareItem[]> {
  const decided = await decidedCorrections(db, actor.personId, addDays(today, -toldFor));
  return decided.map(({ id, month, state }) => ({
    key: `correction-${id}`,
    what: { kind: state === "adopted" ? "correctionAdopted" : "correctionRefused" },
    why: "proposed",
    month,
    until: null,
    answered: true,
    to: `${meetingAddress({ month }, "corrections")}#correction-${id}`,
  }));
}
