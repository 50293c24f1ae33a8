import { workingDaysBefore } from "~/calendar/workingDay";
import type { Stage } from "~/meeting/kind/stage";
import type { DayFacts } from "./checklist";

/** What happens next on a day, who must do it and until when. */
export interface NextStep {
  /** Its sentence is `plan.next.<key>`. */
  key: NextKey;
  /** Its name is `plan.who.<who>`. */
  who: "office" | "streets" | "chair" | "officeAndChair" | "departments" | "nobody";
  by?: string;
}

export type NextKey =
  | "adoptPlan"
  | "openWindow"
  | "submitLists"
  | "closeWindow"
  | "decideListings"
  | "startAgenda"
  | "inviteUnits"
  | "publishAgenda"
  | "openSession"
  | "callRoll"
  | "lookBack"
  | "recordOutcomes"
  | "closeSession"
  | "issueMinutes"
  | "finishAmendment"
  | "acknowledgeTasks"
  | "finishTasks"
  | "followUp"
  | "nothing";

/** The dates that a day's steps are due by. */
export interface DayDates {
  date: string;
  windowOpensOn: string;
  windowClosesOn: string;
  /** Last day on which the agenda is approved. */
  agendaApprovedBy: string;
}

/** The last day on which the agenda is approved, so many working days before the day. */
export function agendaApprovedBy(date: string, workingDays: number): string {
  return workingDaysBefore(date, workingDays);
}

const open = (count: { have: number; need: number }) => count.have < count.need;

const finishAmendment: NextStep = { key: "finishAmendment", who: "officeAndChair" };

const tables: Record<Stage, (facts: DayFacts, dates: DayDates) => NextStep> = {
  planned: (facts, dates) =>
    facts.planAdopted
      ? { key: "openWindow", who: "office", by: dates.windowOpensOn }
      : { key: "adoptPlan", who: "office", by: dates.windowOpensOn },
  collecting: (facts, dates) =>
    facts.lists && open(facts.lists)
      ? { key: "submitLists", who: "streets", by: dates.windowClosesOn }
      : { key: "closeWindow", who: "office", by: dates.windowClosesOn },
  screening: (facts, dates) =>
    facts.decisions && open(facts.decisions)
      ? { key: "decideListings", who: "office", by: dates.agendaApprovedBy }
      : { key: "startAgenda", who: "office", by: dates.agendaApprovedBy },
  agenda: nextOnAgenda,
  inSession: nextInSession,
  minutes: () => ({ key: "issueMinutes", who: "officeAndChair" }),
  issued: (facts) => {
    if (facts.amending) return finishAmendment;
    if (open(facts.acknowledged)) return { key: "acknowledgeTasks", who: "departments" };
    if (open(facts.finished)) return { key: "finishTasks", who: "departments" };
    return { key: "followUp", who: "office" };
  },
  followedUp: (facts) => (facts.amending ? finishAmendment : { key: "nothing", who: "nobody" }),
};

function nextOnAgenda(facts: DayFacts, dates: DayDates): NextStep {
  if (facts.invitedUnits === 0) return { key: "inviteUnits", who: "office", by: dates.agendaApprovedBy };
  if (!facts.agendaPublished) return { key: "publishAgenda", who: "office", by: dates.agendaApprovedBy };
  return { key: "openSession", who: "officeAndChair", by: dates.date };
}

function nextInSession(facts: DayFacts, dates: DayDates): NextStep {
  const by = dates.date;
  if (open(facts.rollCall)) return { key: "callRoll", who: "officeAndChair", by };
  if (open(facts.lookBack)) return { key: "lookBack", who: "officeAndChair", by };
  if (open(facts.outcomes)) return { key: "recordOutcomes", who: "officeAndChair", by };
  return { key: "closeSession", who: "officeAndChair", by };
}

/** What happens next at the station a day is at, as far as the reader's facts tell. */
export function nextStepOf(stage: Stage, facts: DayFacts, dates: DayDates): NextStep {
  return tables[stage](facts, dates);
}
