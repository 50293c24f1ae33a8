import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { handoverAddress, postAddress, unitAddress, unitsAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { TypedProvider } from "~/ui/typed";
import { confirmHandover } from "~/work/handover/confirmHandover.server";
import { HandoverForm, HandoverRead } from "~/work/handover/HandoverItems";
import {
  confirmHandoverForm,
  leavePostForm,
  restStaysForm,
  sayHandoverForm,
} from "~/work/handover/handoverForms";
import { LeaveForm } from "~/work/handover/LeaveForm";
import { leavePost } from "~/work/handover/leavePost.server";
import { letRestStay, sayHandover } from "~/work/handover/sayHandover.server";
import { type HandoverPage, showHandover } from "~/work/handover/showHandover.server";

export const handle = { title: pageTitle<typeof loader>(({ person }, t) => t("handover.title", { person })) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showHandover(actor, params.holding ?? "", now));
}

const here = ({ input }: { input: { holdingId: string } }) => handoverAddress(input.holdingId);

export const action = intents({
  say: act(sayHandoverForm, ({ actor, now }, input) => sayHandover(actor, input, now), here),
  restStays: act(restStaysForm, ({ actor, now }, input) => letRestStay(actor, input, now), here),
  confirm: act(confirmHandoverForm, ({ actor, now }, input) => confirmHandover(actor, input, now), here),
  leave: act(leavePostForm, ({ actor, now }, input) => leavePost(actor, input, now), here),
});

function Lead({ page }: { page: HandoverPage }) {
  const { t } = useTranslation();
  if (page.over)
    return (
      <p className="prose">
        {t("handover.leadOver")} {page.toDay && <DateText value={page.toDay} now={page.now} />}
      </p>
    );
  return <p className="prose">{t("handover.lead")}</p>;
}

function Confirm({ page }: { page: HandoverPage }) {
  const { t } = useTranslation();
  if (!page.can.confirm) return null;
  return (
    <OnceForm>
      <input type="hidden" name="holdingId" value={page.id} />
      <Button variant="primary" name="intent" value="confirm">
        {t("handover.confirm")}
      </Button>
    </OnceForm>
  );
}

export default function HandoverRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const { unit, title, id } = page.post;
  const refusal = answer?.refusal;
  const elsewhere = answer?.typed?.intent === "leave";
  return (
    <div className="stack-wide">
      <PageHead
        title={t("handover.title", { person: page.person })}
        crumbs={[
          { label: t("unit.title"), to: unitsAddress },
          { label: named(unit.name, i18n.language), to: unitAddress(unit.slug) },
          { label: named(title, i18n.language), to: postAddress(unit.slug, id) },
        ]}
      />
      <Lead page={page} />
      {refusal && !elsewhere && (
        <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />
      )}
      <section className="section stack">
        <h2>
          {t("handover.items")} <span className="num muted">{page.lines.length}</span>
        </h2>
        {page.lines.length === 0 && <p className="muted">{t("handover.none")}</p>}
        {page.lines.length > 0 && page.can.say && (
          <TypedProvider value={answer?.typed ?? {}}>
            <HandoverForm page={page} />
          </TypedProvider>
        )}
        {page.lines.length > 0 && !page.can.say && <HandoverRead page={page} />}
        <Confirm page={page} />
      </section>
      {page.words && (
        <section className="section stack">
          <h2>{t("unit.leave.handover")}</h2>
          <p className="as-written prose">{page.words}</p>
        </section>
      )}
      {page.can.leave && <LeaveForm holdingId={page.id} today={page.today} answered={answer?.reply} />}
    </div>
  );
}
