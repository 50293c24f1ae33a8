import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { OutboxList } from "~/audit/OutboxList";
import { showOutbox } from "~/audit/showOutbox.server";
import { stepForm } from "~/audit/stepForm";
import { dropStep, retryStep } from "~/audit/tendStep.server";
import { useTranslation } from "~/i18n/useTranslation";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("ledger.outbox.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { now, steps: valueOrThrow(await showOutbox(actor)) };
}

export const action = intents({
  retry: act(
    stepForm,
    ({ actor, now }, input) => retryStep(actor, input, now),
    () => "/desk/outbox",
  ),
  drop: act(
    stepForm,
    ({ actor, now }, input) => dropStep(actor, input, now),
    () => "/desk/outbox",
  ),
});

export default function OutboxRoute() {
  const { now, steps } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t } = useTranslation();
  const crumbs = [{ label: t("ledger.title"), to: "/desk/ledger" }];
  return (
    <div className="stack">
      <PageHead title={t("ledger.outbox.title")} crumbs={crumbs} />
      <p className="prose">{t("ledger.outbox.lead")}</p>
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {steps.length === 0 ? (
        <EmptyState title={t("ledger.outbox.none")}>
          <p>{t("ledger.outbox.noneText")}</p>
        </EmptyState>
      ) : (
        <OutboxList steps={steps} now={now} />
      )}
    </div>
  );
}
