import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { dutiesAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { ChooseDutyFile, DutyPreview } from "~/problem/dutyFile/DutyImport";
import { dropDutyUpload, uploadDuties } from "~/problem/dutyFile/dutyUpload.server";
import { importDuties, showDutyImport } from "~/problem/dutyFile/importDuties.server";
import { uploadForm } from "~/problem/import/chosenColumns";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("duty.import.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return valueOrThrow(await showDutyImport(actor));
}

const here = `${dutiesAddress}/import`;

export const action = intents(
  {
    upload: act(
      uploadForm,
      async ({ actor, now }, { file = new File([], "") }) =>
        uploadDuties(actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, now),
      () => here,
    ),
    import: act(
      emptyForm,
      ({ actor, now }) => importDuties(actor, now),
      ({ value }) => `${dutiesAddress}?imported=${value.add + value.change}`,
    ),
    drop: act(
      emptyForm,
      ({ actor, now }) => dropDutyUpload(actor, now),
      () => here,
    ),
  },
  // More than a file may have, so that one somewhat too large is refused beside its field.
  { bounds: { megabytes: 6, files: true } },
);

export default function ImportDutiesPage() {
  const { limits, waiting } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHead
        title={t("duty.import.title")}
        number={waiting?.fileName}
        crumbs={[{ label: t("duty.title"), to: dutiesAddress }]}
      />
      {refusal && waiting && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <p className="prose">{t("duty.import.lead")}</p>
      {waiting ? <DutyPreview waiting={waiting} /> : <ChooseDutyFile limits={limits} refusal={refusal} />}
    </div>
  );
}
