import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { unitAddress, unitsAddress } from "~/address/units";
import { closeUnit } from "~/closing/closeUnit.server";
import { closeUnitForm, mergeUnitForm } from "~/closing/closingForms";
import { mergeUnits } from "~/closing/mergeUnits.server";
import { OpenList } from "~/closing/OpenList";
import { type ClosingPage, showClosing } from "~/closing/showClosing.server";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("closing.title")) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return valueOrThrow(await showClosing(actor, params.slug ?? ""));
}

export const action = intents({
  merge: act(
    mergeUnitForm,
    ({ actor, now }, input) => mergeUnits(actor, input, now),
    ({ value }) => unitAddress(value.slug),
  ),
  close: act(
    closeUnitForm,
    ({ actor, now }, input) => closeUnit(actor, input, now),
    ({ value }) => unitAddress(value.slug),
  ),
});

function Merge({ page }: { page: ClosingPage }) {
  const { t, i18n } = useTranslation();
  const others = page.others.map(({ slug, name }) => ({ value: slug, label: named(name, i18n.language) }));
  if (page.writing > 0) return <Notice>{t("closing.writing", { count: page.writing })}</Notice>;
  if (others.length === 0) return <p className="muted">{t("closing.noOther")}</p>;
  return (
    <ConfirmButton
      label={t("closing.merge")}
      consequence={t("closing.mergeConsequence", { name: named(page.name, i18n.language) })}
      action=""
      name="intent"
      value="merge"
      hidden={{ slug: page.slug }}
    >
      <PlainSelect name="into" label={t("closing.into")} options={others} required />
    </ConfirmButton>
  );
}

function Close({ page }: { page: ClosingPage }) {
  const { t, i18n } = useTranslation();
  if (page.open.length > 0) return <p className="muted">{t("closing.notYet")}</p>;
  return (
    <ConfirmButton
      label={t("closing.close")}
      consequence={t("closing.closeConsequence", { name: named(page.name, i18n.language) })}
      action=""
      name="intent"
      value="close"
      hidden={{ slug: page.slug }}
    />
  );
}

export default function CloseUnitPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t, i18n } = useTranslation();
  return (
    <div className="stack-wide">
      <PageHead
        title={t("closing.title")}
        crumbs={[
          { label: t("unit.title"), to: unitsAddress },
          { label: named(page.name, i18n.language), to: unitAddress(page.slug) },
        ]}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <section className="section stack">
        <h2>{t("closing.open")}</h2>
        {page.open.length === 0 ? <p>{t("closing.nothing")}</p> : <OpenList open={page.open} />}
      </section>
      <section className="section stack">
        <h2>{t("closing.merge")}</h2>
        <p className="prose">{t("closing.mergeText")}</p>
        <Merge page={page} />
      </section>
      <section className="section stack">
        <h2>{t("closing.close")}</h2>
        <p className="prose">{t("closing.closeText")}</p>
        <Close page={page} />
      </section>
    </div>
  );
}
