import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { ProblemView } from "./showProblem.server";

// What a street does about its own problem; the rest is the office's.
const byStreet: readonly string[] = ["draft", "returned", "refused", "answered", "deferred", "withdrawn"];

/** What a resident was told of a refusal, or is still to be told; undefined also where the reader does not see it. */
function answerTo({ answers }: Pick<ProblemView, "answers">, listingId: string) {
  return answers.findLast((one) => one.listingId === listingId && !one.isEnded);
}

/** What happens next, as long as no resolution has made a task of it. */
export function useNextStep(view: ProblemView) {
  const { trace, units } = view;
  const { t, i18n } = useTranslation();
  const latest = trace.listings.at(-1);
  if (!latest || trace.resolutions.length > 0) return undefined;
  // What was not sent in time is free for a later list, as what was taken off is.
  const late = (latest.standing === "draft" || latest.standing === "returned") && !latest.open;
  const standing = late ? "withdrawn" : latest.standing;
  const key = trace.topics.some((one) => one.outcome) ? "concluded" : standing;
  const answer = key === "refused" ? answerTo(view, latest.id) : undefined;
  const step = answer?.answeredOn ? "answered" : key;
  const street = units.street ? named(units.street.name, i18n.language) : undefined;
  const owes = step === "refused" && answer ? named(answer.unit, i18n.language) : street;
  return {
    what: t(`problem.page.next.${step}`),
    who: byStreet.includes(step) ? owes : t("problem.list.who.office"),
  };
}
