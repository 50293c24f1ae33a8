import { refusedRowsAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { Notice } from "~/ui/Notice";
import { ImportRowTable } from "./PreviewRows";
import type { ImportView } from "./showImport.server";

interface DoneProps {
  view: Extract<ImportView, { step: "done" }>;
  /** The address of the list. */
  list: string;
}

function Refused({ view, list }: DoneProps) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("problem.import.doneRejected", { count: view.rejectedCount })}</p>
      <p>
        <a href={refusedRowsAddress(list, view.fileId)}>{t("problem.import.refusedFile")}</a>
      </p>
      <ImportRowTable rows={view.rejected} />
    </>
  );
}

/** Shows what an import did, which rows it did not take, and undoes it while nobody has touched what it brought. */
export function ImportDone({ view, list }: DoneProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Notice tone="success" title={t("problem.import.done")}>
        <p>
          {t("problem.import.doneText", { name: view.file, accepted: view.accepted })}{" "}
          {view.numbers && t("problem.import.doneNumbers", view.numbers)}
        </p>
      </Notice>
      <div className="form-actions">
        <ButtonLink variant="primary" to={list}>
          {t("problem.import.toList")}
        </ButtonLink>
        <ButtonLink to={`${list}/import`}>{t("problem.import.again")}</ButtonLink>
        {view.canUndo && (
          <ConfirmButton
            label={t("problem.import.undo")}
            consequence={<p>{t("problem.import.undoText", { count: view.accepted })}</p>}
            hidden={{ fileId: view.fileId }}
            action=""
            name="intent"
            value="undo"
          />
        )}
      </div>
      {view.rejectedCount > 0 && <Refused view={view} list={list} />}
    </div>
  );
}

interface GoneProps {
  view: Extract<ImportView, { step: "gone" }>;
  list: string;
}

/** Says of an import that was undone, or could not be finished, that nothing of it is on the list. */
export function ImportGone({ view, list }: GoneProps) {
  const { t } = useTranslation();
  const key = view.undone ? "undone" : "broken";
  return (
    <div className="stack">
      <Notice title={t(`problem.import.${key}`)}>
        <p>{t(`problem.import.${key}Text`, { name: view.file })}</p>
      </Notice>
      <div className="form-actions">
        <ButtonLink variant="primary" to={`${list}/import`}>
          {t("problem.import.again")}
        </ButtonLink>
        <ButtonLink to={list}>{t("problem.import.toList")}</ButtonLink>
      </div>
    </div>
  );
}
