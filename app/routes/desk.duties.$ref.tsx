import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { dutiesAddress, dutyAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { loadAnew } from "~/ui/form/loadAnew";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { DutyFacts } from "~/unit/duty/DutyFacts";
import { dutyQuery } from "~/unit/duty/DutyFilters";
import { editDutyForm } from "~/unit/duty/dutyForm";
import { EditDuty } from "~/unit/duty/EditDuty";
import { endDuty, saveDuty } from "~/unit/duty/saveDuty.server";
import { showDuty } from "~/unit/duty/showDuties.server";

export const shouldRevalidate = loadAnew;

export const handle = { title: pageTitle<typeof loader>(({ duty }) => duty.matter) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return foundOrThrow(await showDuty(actor, params.ref ?? ""));
}

export const action = intents(
  {
    save: act(
      editDutyForm,
      ({ actor, now, params }, input) => saveDuty(actor, input, now, params.ref ?? ""),
      ({ value }) => dutyAddress(value.ref),
    ),
    end: act(
      emptyForm,
      ({ actor, now, params }) => endDuty(actor, params.ref ?? "", now),
      ({ params }) => dutyAddress(params.ref ?? ""),
    ),
  },
  { meets: ({ actor, params }) => showDuty(actor, params.ref ?? "") },
);

export default function DutyPageRoute() {
  const { duty, units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const list = t(`duty.list.${duty.list}`);
  return (
    <div className="stack">
      <PageHead
        title={duty.matter}
        number={t("duty.ref", { list, number: duty.number })}
        crumbs={[
          { label: t("duty.title"), to: dutiesAddress },
          { label: list, to: `${dutiesAddress}${dutyQuery({ list: duty.list })}` },
        ]}
        actions={
          units &&
          !duty.endedAt && (
            <ConfirmButton
              label={t("duty.end")}
              consequence={<p>{t("duty.endText")}</p>}
              action=""
              name="intent"
              value="end"
            />
          )
        }
      />
      {duty.endedAt && <Notice>{t("duty.ended")}</Notice>}
      <DutyFacts duty={duty} />
      {units && (
        <details className="section" open={answer !== undefined}>
          <summary>{t(duty.endedAt ? "duty.again" : "duty.change")}</summary>
          <EditDuty units={units} duty={duty} answer={answer} />
        </details>
      )}
    </div>
  );
}
