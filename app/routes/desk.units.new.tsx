import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { unitAddress, unitsAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { addUnit } from "~/unit/registry/addUnit.server";
import { prepareUnit } from "~/unit/registry/editUnit.server";
import { UnitForm } from "~/unit/registry/UnitForm";
import { addUnitForm } from "~/unit/registry/unitForms";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("registry.addUnit")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return valueOrThrow(await prepareUnit(actor));
}

export const action = oneForm(
  act(
    addUnitForm,
    ({ actor, now }, input) => addUnit(actor, input, now),
    ({ value }) => unitAddress(value.slug),
  ),
);

export default function NewUnitPage() {
  const { streets } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHead title={t("registry.addUnit")} crumbs={[{ label: t("unit.title"), to: unitsAddress }]} />
      <p className="prose">{t("registry.addUnitLead")}</p>
      <UnitForm streets={streets} answer={useActionData<typeof action>()} />
    </div>
  );
}
