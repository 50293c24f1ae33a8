import { addDays } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import type { RuleSet } from "~/rules/ruleSet";

type Deadlines = Pick<RuleSet, "deadlines">;

/** The first day to which a due date can be moved: after it, and not in the past. All are days, YYYY-MM-DD. */
export function earliestExtension({ dueDate, today }: { dueDate: string; today: string }): string {
  return addDays(dueDate > today ? dueDate : today, 1);
}

/**
 * Checks the day to which an extension moves a due date: later than it and than `today` (`dueNotLater`), and within
 * what the rules let one extension add (`dueTooFar`). All are days, YYYY-MM-DD.
 */
export function checkExtension(
  { toDate, dueDate, today }: { toDate: string; dueDate: string; today: string },
  { deadlines }: Deadlines,
): Result<null> {
  const earliest = earliestExtension({ dueDate, today });
  if (toDate < earliest) return refuse("dueNotLater", { field: "toDate" });
  if (toDate >= addDays(earliest, deadlines.extendedByAtMost))
    return refuse("dueTooFar", { field: "toDate" });
  return done(null);
}

/**
 * Checks the day on which a suspended task is looked at again: after `today` (`reviewNotAhead`), and within what the
 * rules allow (`reviewTooFar`).
 */
export function checkReview(
  { reviewOn, today }: { reviewOn: string; today: string },
  { deadlines }: Deadlines,
): Result<null> {
  if (reviewOn <= today) return refuse("reviewNotAhead", { field: "reviewOn" });
  if (reviewOn > addDays(today, deadlines.reviewedWithin))
    return refuse("reviewTooFar", { field: "reviewOn" });
  return done(null);
}
