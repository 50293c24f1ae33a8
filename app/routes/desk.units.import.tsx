import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { act, intents, showOnce } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { accountsAddress } from "~/address/accounts";
import { registerFileAddress, unitsAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { done } from "~/ledger/result";
import { importRegister, type PreviewedRow, previewRegister } from "~/register/importRegister.server";
import { RegisterPreview } from "~/register/RegisterPreview";
import { importRegisterForm, previewForm } from "~/register/registerForms";
import { Button } from "~/ui/Button";
import { PlainFile } from "~/ui/form/PlainFile";
import { OnceForm } from "~/ui/OnceForm";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { mayAppoint } from "~/unit/permission";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("register.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return foundOrThrow(mayAppoint(actor) ? {} : null);
}

export const action = intents(
  {
    preview: showOnce(previewForm, async ({ actor, now }, { file = new File([], "") }) => {
      const rows = await previewRegister(actor, new Uint8Array(await file.arrayBuffer()), now);
      return rows.ok ? done(JSON.stringify(rows.value)) : rows;
    }),
    import: act(
      importRegisterForm,
      ({ actor, now }, { rows }) => importRegister(actor, rows, now),
      () => accountsAddress,
    ),
  },
  { bounds: { megabytes: 8, files: true } },
);

export default function RegisterImportPage() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const ofFile = answer?.typed?.intent !== "import";
  const rows = answer?.shownOnce ? (JSON.parse(answer.shownOnce) as PreviewedRow[]) : undefined;
  return (
    <div className="stack-wide">
      <PageHead title={t("register.title")} crumbs={[{ label: t("unit.title"), to: unitsAddress }]} />
      <p className="prose">{t("register.lead")}</p>
      {answer?.refusal && !ofFile && (
        <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} values={answer.refusal.values} />
      )}
      <OnceForm encType="multipart/form-data" className="form">
        <PlainFile
          name="file"
          label={t("register.file")}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          refusal={ofFile ? answer?.refusal : undefined}
        />
        <div className="form-actions">
          <Button variant={rows ? "secondary" : "primary"} name="intent" value="preview">
            {t("register.look")}
          </Button>
          <a href={registerFileAddress}>{t("register.export")}</a>
        </div>
      </OnceForm>
      {rows && <RegisterPreview rows={rows} />}
    </div>
  );
}
