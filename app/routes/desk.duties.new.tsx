import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { dutiesAddress, dutyAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { dutyForm } from "~/unit/duty/dutyForm";
import { EditDuty } from "~/unit/duty/EditDuty";
import { saveDuty } from "~/unit/duty/saveDuty.server";
import { dutyUnits } from "~/unit/duty/showDuties.server";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("duty.add")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return { units: valueOrThrow(await dutyUnits(actor)) };
}

export const action = intents({
  save: act(
    dutyForm,
    ({ actor, now }, input) => saveDuty(actor, input, now),
    ({ value }) => dutyAddress(value.ref),
  ),
});

export default function NewDutyPage() {
  const { units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHead title={t("duty.add")} crumbs={[{ label: t("duty.title"), to: dutiesAddress }]} />
      <EditDuty units={units} answer={answer} />
    </div>
  );
}
