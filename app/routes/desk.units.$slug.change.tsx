import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { unitAddress, unitsAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { loadAnew } from "~/ui/form/loadAnew";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { changeUnit } from "~/unit/registry/changeUnit.server";
import { editUnit } from "~/unit/registry/editUnit.server";
import { UnitForm } from "~/unit/registry/UnitForm";
import { changeUnitForm } from "~/unit/registry/unitForms";

export const shouldRevalidate = loadAnew;

export const handle = { title: pageTitle<typeof loader>((_, t) => t("registry.changeUnit")) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return valueOrThrow(await editUnit(actor, params.slug ?? ""));
}

export const action = oneForm(
  act(
    changeUnitForm,
    ({ actor, now }, input) => changeUnit(actor, input, now),
    ({ value }) => unitAddress(value.slug),
  ),
);

export default function ChangeUnitPage() {
  const { streets, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const name = named({ zh: values.nameZh, en: values.nameEn }, i18n.language);
  return (
    <div className="stack">
      <PageHead
        title={t("registry.changeUnit")}
        crumbs={[
          { label: t("unit.title"), to: unitsAddress },
          { label: name, to: unitAddress(values.slug) },
        ]}
      />
      <p className="prose">{t("registry.changeUnitLead")}</p>
      <UnitForm key={values.version} streets={streets} values={values} answer={answer} />
    </div>
  );
}
