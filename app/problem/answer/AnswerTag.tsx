import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { StateTag } from "~/ui/StateTag";
import { type AnswerStanding, isOverdue } from "./residentAnswer";

/** How an answer to a resident stands: given, owed until a day, or overdue. */
export function AnswerTag({ answer, now }: { answer: AnswerStanding; now: string }) {
  const { t, i18n } = useTranslation();
  const { answeredOn, dueOn } = answer;
  const day = writtenDay(answeredOn ?? dueOn, i18n.language);
  if (answeredOn) return <StateTag tone="good">{t("screening.answer.given", { day })}</StateTag>;
  if (isOverdue(answer, dayOf(now)))
    return <StateTag tone="bad">{t("screening.answer.overdue", { day })}</StateTag>;
  return <StateTag tone="warn">{t("screening.answer.owed", { day })}</StateTag>;
}
