import type { Stage } from "~/meeting/kind/stage";
import type { Count, MeetingProgress, MissingUnit } from "~/meeting/progress/progress";
import { isQuorum, type RuleSet } from "~/rules/ruleSet";

/**
 * What a day's checklist is computed from, counted in the database as far as the reader may see it: `null`
 * is what they may not know.
 */
export interface DayFacts extends MeetingProgress {
  planAdopted: boolean;
  /** Held by somebody today. */
  chairHeld: boolean;
  workingDay: boolean;
  /** Lists sent, of those expected; of a street, its own. */
  lists: Count | null;
  /** Problems decided about, of those sent; of a street, its own. */
  decisions: Count | null;
  admitted: number | null;
  /** Units with a task they have not acknowledged; of others than the district, none are named. */
  unacknowledged: MissingUnit[];
}

/** One line of the checklist; its sentence is `plan.check.<key>`. */
export interface Check {
  key: CheckKey;
  done: boolean;
  count?: Count;
  missing?: MissingUnit[];
}

export type CheckKey =
  | "planAdopted"
  | "chairHeld"
  | "workingDay"
  | "lists"
  | "decisions"
  | "admitted"
  | "topics"
  | "withinLimit"
  | "invited"
  | "agendaPublished"
  | "rollCall"
  | "quorum"
  | "lookBack"
  | "outcomes"
  | "minutesIssued"
  | "amendment"
  | "acknowledged"
  | "finished"
  | "seen"
  | "published";

const counted = (key: CheckKey, count: Count): Check => ({ key, done: count.have >= count.need, count });
const known = (key: CheckKey, count: Count | null): Check[] => (count ? [counted(key, count)] : []);

const amendment = ({ amending }: DayFacts): Check[] => (amending ? [{ key: "amendment", done: false }] : []);

const tables: Record<Stage, (facts: DayFacts, rules: RuleSet) => Check[]> = {
  planned: (facts) => [
    { key: "planAdopted", done: facts.planAdopted },
    { key: "chairHeld", done: facts.chairHeld },
    { key: "workingDay", done: facts.workingDay },
  ],
  collecting: (facts) => known("lists", facts.lists),
  screening: (facts) => [
    ...known("decisions", facts.decisions),
    ...(facts.admitted === null ? [] : [{ key: "admitted" as const, done: facts.admitted > 0 }]),
  ],
  agenda: (facts, rules) => [
    { key: "topics", done: facts.topics > 0 },
    {
      key: "withinLimit",
      done: facts.topics <= rules.agenda.limit,
      count: { have: facts.topics, need: rules.agenda.limit },
    },
    { key: "invited", done: facts.invitedUnits > 0 },
    { key: "agendaPublished", done: facts.agendaPublished },
  ],
  inSession: (facts, rules) => [
    { ...counted("rollCall", facts.rollCall), missing: facts.uncalled },
    { key: "quorum", done: isQuorum(rules, facts.leads.present, facts.leads.invited) },
    counted("lookBack", facts.lookBack),
    counted("outcomes", facts.outcomes),
  ],
  minutes: (facts) => [
    counted("outcomes", facts.outcomes),
    { key: "minutesIssued", done: facts.minutesIssued },
  ],
  issued: (facts) => [
    ...amendment(facts),
    { ...counted("acknowledged", facts.acknowledged), missing: facts.unacknowledged },
    counted("finished", facts.finished),
    counted("seen", facts.seen),
    counted("published", facts.published),
  ],
  cancelled: () => [],
  followedUp: (facts) => [
    ...amendment(facts),
    counted("finished", facts.finished),
    counted("seen", facts.seen),
    counted("published", facts.published),
  ],
};

/** The checklist of the station a day is at. */
export function checklistOf(stage: Stage, facts: DayFacts, rules: RuleSet): Check[] {
  return tables[stage](facts, rules);
}
