import { z } from "zod";
import { line } from "~/value/fields";
import { listFaults, listSchemas, ruleListNames } from "./ruleLists";
import { usualLists } from "./usualLists";

const whole = (least: number, most: number) =>
  z
    .number({ error: "plan.error.number" })
    .int({ error: "plan.error.number" })
    .min(least, { error: "plan.error.outOfRange" })
    .max(most, { error: "plan.error.outOfRange" });
const share = () =>
  z
    .number({ error: "plan.error.number" })
    .min(0, { error: "plan.error.outOfRange" })
    .max(1, { error: "plan.error.outOfRange" });

const windowRules = z.object({
  /** Usual day of the month of a consultation day; the next working day when it is not one. */
  usualDay: whole(1, 28).default(20),
  /** The window opens on this day of the month before. */
  opensOnDay: whole(1, 28).default(1),
  /** Last day for topics, in the month before (practice elsewhere: the 20th). */
  cutOffDay: whole(1, 28).default(20),
  /** Hour of the first day at which the window opens by itself, and of the last day at which it closes; 24 is its end. */
  opensAtHour: whole(0, 23).default(0),
  closesAtHour: whole(1, 24).default(24),
});

const agendaRules = z.object({
  /** Most topics on one day (practice elsewhere: 5 or 8). */
  limit: whole(1, 60).default(8),
  /** Minutes that a meeting lasts until its arrangement says otherwise. Practice, not of any source. */
  plannedMinutes: whole(10, 720).default(180),
  /** The agenda is approved this many working days before. */
  approvedWorkingDaysBefore: whole(0, 20).default(2),
  /** Materials are handed out this many days before. */
  materialsDaysBefore: whole(0, 30).default(3),
  /** Most characters of one topic's materials. */
  materialsCharacters: whole(100, 50_000).default(3000),
  /** Minutes that the report on a topic may take, and that somebody else may speak (practice of one city's executive meetings). */
  reportMinutes: whole(1, 120).default(10),
  speechMinutes: whole(1, 120).default(8),
  /** Units say who comes this many working days before. Practice, not of any source. */
  peopleNamedWorkingDaysBefore: whole(0, 20).default(1),
});

const sessionRules = z.object({
  /** More than this share of those called must be present. */
  quorumOver: share().default(0.5),
  /** An open task called more often than this escalates. */
  carryOverLimit: whole(1, 12).default(2),
  /** 1 where minutes are issued only once the chair has signed them off. What a place adopted before it could, goes on. */
  minutesSigned: whole(0, 1).default(0),
});

const recurrenceRules = z.object({
  /** This many problems of one class at one place … */
  count: whole(2, 50).default(3),
  /** … within this many days are proposed as one systemic topic. */
  days: whole(1, 730).default(90),
});

const rateRules = z.object({
  response: share().default(0.1),
  solved: share().default(0.5),
  satisfaction: share().default(0.4),
  /** What a "basically satisfied" counts beside a "satisfied". */
  basicallySatisfied: share().default(0.9),
});

const colourRules = z.object({
  /** Days left before a task is due from which on it is shown so; red also when overdue. */
  blue: whole(0, 365).default(7),
  yellow: whole(0, 365).default(3),
  red: whole(0, 365).default(0),
});

const answerRules = z.object({
  /** Days within which something is to be answered where it carries no date of its own. Practice, not of any source. */
  acknowledge: whole(0, 60).default(1),
  verify: whole(0, 60).default(3),
  strikeOff: whole(0, 60).default(5),
  decideExtension: whole(0, 60).default(2),
  decideCorrections: whole(0, 60).default(3),
  /** From a refusal in the screening to what whoever raised the problem is told. */
  answerResident: whole(0, 60).default(5),
  /** How long a deviation may wait for its approval, and the approval for the act. */
  approveDeviation: whole(0, 60).default(7),
  /** From the day to its issued minutes. */
  minutes: whole(0, 60).default(5),
  /** From issued minutes to what residents read of them. The law leaves 20 working days for it. */
  publish: whole(0, 60).default(5),
});

const deadlineRules = z.object({
  /** Most days that one extension may add, counted from the due date or, once it has passed, from today. Practice, not of any source. */
  extendedByAtMost: whole(1, 730).default(180),
  /** A suspended task is looked at again within so many days. Practice, not of any source. */
  reviewedWithin: whole(1, 730).default(365),
});

const clockRules = z.object({
  /** Hour at which a working day begins: what the clock finds is found, and told, from then on. Practice, not of any source. */
  workingDayBegins: whole(0, 23).default(8),
});

const lists = z
  .object({
    classes: listSchemas.classes.prefault(usualLists.classes),
    tests: listSchemas.tests.prefault(usualLists.tests),
    refusalReasons: listSchemas.refusalReasons.prefault(usualLists.refusalReasons),
    returnReasons: listSchemas.returnReasons.prefault(usualLists.returnReasons),
    research: listSchemas.research.prefault(usualLists.research),
  })
  .superRefine((given, context) => {
    for (const list of ruleListNames)
      for (const { at, field, message } of listFaults(list, given[list]))
        context.addIssue({ code: "custom", path: [list, at, field], message });
  });

const numberGroups = {
  window: windowRules.prefault({}),
  agenda: agendaRules.prefault({}),
  session: sessionRules.prefault({}),
  recurrence: recurrenceRules.prefault({}),
  rates: rateRules.prefault({}),
  colours: colourRules.prefault({}),
  answers: answerRules.prefault({}),
  deadlines: deadlineRules.prefault({}),
  clock: clockRules.prefault({}),
};

const numbers = z.object(numberGroups);

/** The rules that are numbers, group by group. */
export type RuleNumbers = z.output<typeof numbers>;

function checkNumbers(rules: RuleNumbers, context: z.RefinementCtx): void {
  const fault = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
  const { response, solved, satisfaction } = rules.rates;
  if (Math.abs(response + solved + satisfaction - 1) > 1e-9)
    fault(["rates", "satisfaction"], "plan.error.weightsNotWhole");
  const { blue, yellow, red } = rules.colours;
  if (blue < yellow || yellow < red) fault(["colours", "yellow"], "plan.error.coloursNotInOrder");
}

/** The numbers as a form sends them. */
export const ruleNumbersSchema = numbers.superRefine(checkNumbers);

/**
 * The rules of a place, with the defaults of practice. A stored set may be older than a rule: what it does
 * not say has the default. Days are calendar days unless they are called working days.
 */
export const ruleSetSchema = z
  .object({ ...numberGroups, lists: lists.prefault({}) })
  .superRefine(checkNumbers);

/** The rules a day is held by. */
export type RuleSet = z.output<typeof ruleSetSchema>;

/** The rules of practice, before a district has adopted any of its own. */
export const usualRules: RuleSet = ruleSetSchema.parse({});

/** Reads a stored rule set. */
export function parseRules(json: string): RuleSet {
  return ruleSetSchema.parse(JSON.parse(json));
}

/** A version as it is adopted: what it is called, by which document, and its rules. */
export const ruleSetForm = z.object({
  title: line(100),
  documentNumber: line(100),
  rules: ruleSetSchema,
});

/** More than the share of those called that the rules ask for. */
export function isQuorum(rules: Pick<RuleSet, "session">, present: number, called: number): boolean {
  return called > 0 && present > called * rules.session.quorumOver;
}

/** How near its due date a task is; null while it is far. */
export type Colour = "blue" | "yellow" | "red";

/** The colour of a task with this many days left (negative: overdue), by the rule table. */
export function colourOf(rules: Pick<RuleSet, "colours">, daysLeft: number): Colour | null {
  const { blue, yellow, red } = rules.colours;
  if (daysLeft <= red) return "red";
  if (daysLeft <= yellow) return "yellow";
  return daysLeft <= blue ? "blue" : null;
}
