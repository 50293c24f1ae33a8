import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { listAddress } from "~/address/problems";
import { dayOf } from "~/calendar/day";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { askLateNew } from "~/problem/late/askLate.server";
import { LateForm } from "~/problem/late/LateForm";
import { newLateForm } from "~/problem/late/lateRequest";
import { showLateForm } from "~/problem/late/showLateForm.server";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

const placeOf = (params: Record<string, string | undefined>) => ({
  month: params.month ?? "",
  street: params.street ?? "",
});

export const handle = {
  title: pageTitle<typeof loader>(
    ({ view }, t, language) => `${t("problem.late.ask")} · ${named(view.street.name, language)}`,
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { view: foundOrThrow(await showLateForm(actor, placeOf(params))), today: dayOf(now) };
}

export const action = intents(
  {
    askLate: act(
      newLateForm,
      ({ actor, now, params }, input) => askLateNew(actor, { ...input, month: params.month ?? "" }, now),
      ({ params, value }) => `${listAddress(params.month ?? "", params.street ?? "")}#late-${value.number}`,
    ),
  },
  { meets: ({ actor, params }) => showLateForm(actor, placeOf(params)) },
);

export default function LatePage() {
  const { view, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const list = {
    label: t("problem.list.title", { street: named(view.street.name, i18n.language) }),
    to: listAddress(view.day.month, view.street.slug),
  };
  return (
    <div className="stack">
      <PageHead
        title={t("problem.late.ask")}
        number={t("problem.list.day", { month: writtenMonth(view.day.month, i18n.language, true) })}
        crumbs={[list]}
        next={{ what: t("problem.late.next"), who: t("problem.list.who.office") }}
      />
      {answered?.refusal && (
        <RefusalNotice messageKey={`refusal.${answered.refusal.code}`} values={answered.refusal.values} />
      )}
      <LateForm view={view} reply={answered?.reply} today={today} />
    </div>
  );
}
