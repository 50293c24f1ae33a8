import { type ChangeEvent, useId } from "react";
import { attachedAddress } from "~/address/files";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { useHydrated } from "~/ui/useHydrated";
import { fileLimits } from "./fileLimits";
import type { ShownFiles } from "./fileRights";
import { acceptedFiles, acceptedPhotos } from "./fileType";

interface AddFilesProps {
  on: ShownFiles;
  add: (files: Iterable<File>) => void;
  folded?: boolean;
}

/** Takes files: each is sent as soon as it is chosen; without script, all of them with the form. */
export function AddFiles({ on, add, folded }: AddFilesProps) {
  const { t } = useTranslation();
  if (!folded) return <AddForm on={on} add={add} />;
  return (
    <details className="files-fold no-print">
      <summary className="btn btn-secondary btn-small">{t("file.add")}</summary>
      <AddForm on={on} add={add} />
    </details>
  );
}

function AddForm({ on, add }: AddFilesProps) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const hintId = useId();
  const { megabytes, count } = fileLimits;
  return (
    <OnceForm
      action={attachedAddress(on)}
      encType="multipart/form-data"
      className={hydrated ? "files-add files-add-live no-print" : "files-add no-print"}
    >
      <input type="hidden" name="intent" value="add" />
      <div className="files-ways">
        <Way name="file" label={t("file.choose")} accept={acceptedFiles} add={add} hintId={hintId} />
        <Way name="photo" label={t("file.photo")} accept={acceptedPhotos} add={add} hintId={hintId} />
        {hydrated ? (
          <span className="files-or">{t("file.orDrop")}</span>
        ) : (
          <Button variant="primary">{t("file.send")}</Button>
        )}
      </div>
      <p className="field-hint" id={hintId}>
        {t("file.hint", { megabytes, count })} <strong>{t("file.noSecrets")}</strong>
      </p>
    </OnceForm>
  );
}

interface WayProps {
  name: "file" | "photo";
  label: string;
  accept: string;
  add: (files: Iterable<File>) => void;
  hintId: string;
}

function Way({ name, label, accept, add, hintId }: WayProps) {
  const hydrated = useHydrated();
  const id = useId();
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    add([...(target.files ?? [])]);
    // The same file may be chosen again.
    target.value = "";
  };
  return (
    <div className={`files-way files-way-${name}`}>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        multiple={name === "file"}
        capture={name === "photo" ? "environment" : undefined}
        className="input-file"
        aria-describedby={hintId}
        onChange={hydrated ? chosen : undefined}
      />
      <label htmlFor={id} className={hydrated ? "btn btn-secondary btn-small" : "field-label"}>
        {label}
      </label>
    </div>
  );
}
