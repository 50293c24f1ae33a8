import { type CalledDoer, calledDoer } from "~/meeting/kind/doer";
import type { Stage } from "~/meeting/kind/stage";
import { type Count, type MeetingDates, type MeetingStep, nextAtMeeting } from "~/meeting/progress/progress";
import type { DayFacts } from "./checklist";

/** What happens next on a day, who must do it and until when. */
export interface NextStep {
  /** Its sentence is `meeting.next.<key>`. */
  key: NextKey;
  /** Its name is `meeting.who.<who>`; `clock` where it happens by itself. */
  who: CalledDoer | "streets" | "clock";
  by?: string;
}

/** Steps of the plan before there is an agenda, then those of any meeting. */
export type NextKey =
  | "adoptPlan"
  | "openWindow"
  | "submitLists"
  | "closeWindow"
  | "decideListings"
  | "startAgenda"
  | MeetingStep;

/** The dates that a day's steps are due by. */
export interface DayDates extends MeetingDates {
  today: string;
  windowOpensOn: string;
  windowClosesOn: string;
}

const open = (count: Count) => count.have < count.need;

type PlannedStage = "planned" | "collecting" | "screening";

// A window whose time went by, as when the plan was adopted late, is opened by nobody but the office.
const isMissed = (dates: DayDates) => dates.today > dates.windowClosesOn;

const tables: Record<PlannedStage, (facts: DayFacts, dates: DayDates) => NextStep> = {
  planned: (facts, dates) =>
    facts.planAdopted
      ? { key: "openWindow", who: isMissed(dates) ? "office" : "clock", by: dates.windowOpensOn }
      : { key: "adoptPlan", who: "office", by: dates.windowOpensOn },
  collecting: (facts, dates) =>
    facts.lists && open(facts.lists)
      ? { key: "submitLists", who: "streets", by: dates.windowClosesOn }
      : { key: "closeWindow", who: "clock", by: dates.windowClosesOn },
  screening: (facts, dates) =>
    facts.decisions && open(facts.decisions)
      ? { key: "decideListings", who: "office", by: dates.agendaApprovedBy }
      : { key: "startAgenda", who: "office", by: dates.agendaApprovedBy },
};

/** What happens next at the station a day is at, as far as the reader's facts tell. */
export function nextStepOf(stage: Stage, facts: DayFacts, dates: DayDates): NextStep {
  const day = { kind: "consultationDay" as const, stage };
  const next = nextAtMeeting(day, facts, dates);
  if (next) return { key: next.step, who: calledDoer(day, next.who), by: next.by };
  return tables[stage as PlannedStage](facts, dates);
}
