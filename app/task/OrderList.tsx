import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import type { ShownOrder } from "./ordersOf.server";

/** What leaders ordered about a task, and what was answered or is overdue. */
export function OrderList({ orders, now }: { orders: readonly ShownOrder[]; now: string }) {
  const { t, i18n } = useTranslation();
  if (orders.length === 0) return null;
  return (
    <ul className="divided" aria-label={t("task.order.title")}>
      {orders.map(({ id, kind, text, answerBy, at, answer, answeredAt, by }) => (
        <li key={id} className="stack-tight">
          <p className="cluster">
            <strong>{t(`task.order.kind.${kind}`)}</strong>
            <span className="muted">
              {by.name} {named(by.title, i18n.language)} <DateText value={dayOf(at)} now={now} />
            </span>
            {answerBy && !answeredAt && (
              <StateTag tone={answerBy < dayOf(now) ? "bad" : "warn"}>
                {t("task.order.answerBy")} <DateText value={answerBy} now={now} />
              </StateTag>
            )}
          </p>
          <p className="as-written">{text}</p>
          {answeredAt && (
            <p className="muted">
              {t("task.order.answered")} <DateText value={dayOf(answeredAt)} now={now} />{" "}
              <span className="as-written">{answer}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
