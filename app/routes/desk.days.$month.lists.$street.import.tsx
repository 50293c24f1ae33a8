import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { type Asked, act, intents } from "~/access/intents.server";
import { requireActor, sendTo, valueOrThrow } from "~/access/request.server";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { ChooseFile } from "~/problem/import/ChooseFile";
import {
  choicesForm,
  readChoices,
  readImportChoice,
  undoForm,
  uploadForm,
} from "~/problem/import/chosenColumns";
import { ImportDone, ImportGone } from "~/problem/import/ImportDone";
import { ImportProgress } from "~/problem/import/ImportProgress";
import { importUploaded } from "~/problem/import/importUploaded.server";
import { MatchColumns } from "~/problem/import/MatchColumns";
import { PreviewRows } from "~/problem/import/PreviewRows";
import { type ImportView, showImport } from "~/problem/import/showImport.server";
import { undoImport } from "~/problem/import/undoImport.server";
import { dropUpload, uploadImport } from "~/problem/import/uploadImport.server";
import { meetsList } from "~/problem/mayOpenList.server";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Stations } from "~/ui/Stations";

const placeOf = (params: Record<string, string | undefined>) => ({
  month: params.month ?? "",
  street: params.street ?? "",
});
const listOf = (params: Record<string, string | undefined>) =>
  `/desk/days/${params.month}/lists/${params.street}`;

export const handle = {
  title: pageTitle<typeof loader>(
    ({ view }, t, language) => `${t("problem.import.title")} · ${named(view.street.name, language)}`,
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const result = await showImport(actor, placeOf(params), readImportChoice(search), search, now);
  // Sent meanwhile: the list says so itself.
  if (!result.ok && result.refusal.code === "listClosed") throw sendTo(listOf(params));
  const view: ImportView = valueOrThrow(result);
  return { view, list: listOf(params), now };
}

const place = ({ params }: Asked) => placeOf(params);
const toImport = ({ params }: Pick<Asked, "params">) => `${listOf(params)}/import`;

/** Brings a file; no file at all is refused like one that cannot be read. */
async function upload(asked: Asked, brought = new File([], "")) {
  const file = { name: brought.name, bytes: new Uint8Array(await brought.arrayBuffer()) };
  return uploadImport(asked.actor, { ...place(asked), file }, asked.now);
}

export const action = intents(
  {
    upload: act(uploadForm, (asked, { file }) => upload(asked, file), toImport),
    import: act(
      choicesForm,
      (asked, chosen) => {
        const choices = readChoices(new URLSearchParams(chosen));
        return importUploaded(asked.actor, { ...place(asked), choices }, asked.now);
      },
      ({ params, value }) => `${toImport({ params })}?done=${value.fileId}`,
    ),
    undo: act(
      undoForm,
      (asked, { fileId }) => undoImport(asked.actor, { ...place(asked), fileId }, asked.now),
      ({ params, input }) => `${toImport({ params })}?done=${input.fileId}`,
    ),
    drop: act(emptyForm, (asked) => dropUpload(asked.actor, place(asked), asked.now), toImport),
  },
  {
    // The acts are about its own street's list: another street does not learn that it is there.
    meets: (asked) => meetsList(asked.actor, place(asked)),
    // More than a file may have, so that one somewhat too large is refused beside its field.
    bounds: { megabytes: 60, files: true },
  },
);

const steps = ["file", "columns", "rows"] as const;

function Steps({ step }: { step: ImportView["step"] }) {
  const { t } = useTranslation();
  const at = { file: 0, reading: 0, columns: 1, rows: 2, running: 2, done: 3, gone: 3 }[step];
  const stations = steps.map((key, index) => ({
    key,
    label: t(`problem.import.step.${key}`),
    state: index < at ? ("done" as const) : index === at ? ("current" as const) : ("todo" as const),
  }));
  return <Stations label={t("problem.import.steps")} stations={stations} />;
}

function OtherFile() {
  const { t } = useTranslation();
  return (
    <OnceForm>
      <Button variant="quiet" name="intent" value="drop">
        {t("problem.import.other")}
      </Button>
    </OnceForm>
  );
}

export default function ImportPage() {
  const { view, list, now } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const refusal = answered?.refusal ?? ("refusal" in view ? view.refusal : undefined);
  const waiting = view.step === "columns" || view.step === "rows" || view.step === "reading";
  return (
    <div className="stack">
      <PageHead
        title={t("problem.import.title")}
        number={named(view.street.name, i18n.language)}
        crumbs={[
          { label: t("problem.list.title", { street: named(view.street.name, i18n.language) }), to: list },
        ]}
        next={{ what: t(`problem.import.next.${view.step}`) }}
        actions={waiting && <OtherFile />}
      />
      <Steps step={view.step} />
      {refusal && view.step !== "file" && (
        <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />
      )}
      {view.step === "file" && <ChooseFile view={view} now={now} refusal={refusal} />}
      {(view.step === "reading" || view.step === "running") && <ImportProgress view={view} list={list} />}
      {view.step === "columns" && <MatchColumns view={view} />}
      {view.step === "rows" && <PreviewRows view={view} now={now} />}
      {view.step === "done" && <ImportDone view={view} list={list} />}
      {view.step === "gone" && <ImportGone view={view} list={list} />}
    </div>
  );
}
