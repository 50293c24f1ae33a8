import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { ProblemView } from "./showProblem.server";

// What a street does about its own problem; the rest is the office's.
const byStreet: readonly string[] = ["draft", "returned", "refused", "deferred", "withdrawn"];

/** What happens next, as long as no resolution has made a task of it. */
export function useNextStep({ trace, units }: ProblemView) {
  const { t, i18n } = useTranslation();
  const latest = trace.listings.at(-1);
  if (!latest || trace.resolutions.length > 0) return undefined;
  // What was not sent in time is free for a later list, as what was taken off is.
  const late = (latest.standing === "draft" || latest.standing === "returned") && !latest.open;
  const standing = late ? "withdrawn" : latest.standing;
  const key = trace.topics.some((one) => one.outcome) ? "concluded" : standing;
  const street = units.street ? named(units.street.name, i18n.language) : undefined;
  return {
    what: t(`problem.page.next.${key}`),
    who: byStreet.includes(key) ? street : t("problem.list.who.office"),
  };
}
