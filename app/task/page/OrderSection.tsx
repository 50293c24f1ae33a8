import { useTranslation } from "~/i18n/useTranslation";
import { OrderList } from "~/task/OrderList";
import { orderKinds } from "~/task/order";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainRadios } from "~/ui/form/PlainRadios";
import { PlainText } from "~/ui/form/PlainText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useRefusedForm } from "~/ui/typed";
import type { ShownTask } from "./showTask.server";

/** What leaders ordered about a task that was carried over too often; a leader orders here, the lead unit answers. */
export function OrderSection({ shown, now }: { shown: ShownTask; now: string }) {
  const { t } = useTranslation();
  const { orders, can } = shown;
  const orderRefused = useRefusedForm({ intent: "order" });
  const answerRefused = useRefusedForm({ intent: "answerOrder" });
  const refused = orderRefused ?? answerRefused;
  if (orders.length === 0 && !can.order) return null;
  const open = orders.filter(({ kind, answeredAt }) => kind !== "takeOver" && !answeredAt);
  return (
    <section className="section stack" id="orders" aria-labelledby="orders-title">
      <h2 id="orders-title">{t("task.order.title")}</h2>
      {refused && <RefusalNotice messageKey={`refusal.${refused.refusal.code}`} />}
      <OrderList orders={orders} now={now} />
      {can.order && <OrderForm takenOver={orders.some(({ kind }) => kind === "takeOver")} />}
      {can.answerOrder &&
        open.map(({ id, text }) => (
          <FoldForm
            key={id}
            label={t("task.order.answerTo", { text: text.length > 20 ? `${text.slice(0, 20)}…` : text })}
            hidden={{ intent: "answerOrder", orderId: id }}
            submit={<Button variant="primary">{t("task.order.sendAnswer")}</Button>}
          >
            <PlainTextArea name="text" label={t("task.order.answer")} required maxLength={1000} />
          </FoldForm>
        ))}
    </section>
  );
}

function OrderForm({ takenOver }: { takenOver: boolean }) {
  const { t } = useTranslation();
  const kinds = orderKinds.filter((kind) => kind !== "takeOver" || !takenOver);
  return (
    <FoldForm
      label={t("task.order.give")}
      hidden={{ intent: "order" }}
      submit={<Button variant="primary">{t("task.order.send")}</Button>}
    >
      <PlainRadios
        name="kind"
        label={t("task.order.how")}
        defaultValue="order"
        options={kinds.map((value) => ({
          value,
          label: t(`task.order.kind.${value}`),
          hint: t(`task.order.hint.${value}`),
        }))}
      />
      <PlainTextArea name="text" label={t("task.order.text")} required maxLength={500} />
      <PlainText
        name="answerBy"
        type="date"
        label={t("task.order.answerBy")}
        hint={t("task.order.answerByHint")}
      />
    </FoldForm>
  );
}
