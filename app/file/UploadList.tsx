import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import type { Upload } from "./useUploads";
import { writtenSize } from "./writtenSize";

interface UploadListProps {
  uploads: readonly Upload[];
  again: (key: string) => void;
  giveUp: (key: string) => void;
}

/** Files on their way: how far each has come, or why it was not taken. */
export function UploadList({ uploads, again, giveUp }: UploadListProps) {
  const { t } = useTranslation();
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={t("file.underWay")} aria-live="polite">
      {uploads.map((upload) => (
        <li key={upload.key} className="upload">
          <OnItsWay upload={upload} />
          {upload.answer && !upload.answer.ok && (
            <div className="upload-acts">
              {!upload.answer.refusal && (
                <Button type="button" size="small" onClick={() => again(upload.key)}>
                  {t("file.again")}
                </Button>
              )}
              <Button type="button" variant="quiet" size="small" onClick={() => giveUp(upload.key)}>
                {t("file.giveUp")}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function OnItsWay({ upload }: { upload: Upload }) {
  const { t, i18n } = useTranslation();
  const { file, sent, answer } = upload;
  const { name } = file;
  const words = (
    <span className="upload-name">
      {name} <span className="muted num">{writtenSize(file.size, i18n.language)}</span>
    </span>
  );
  if (answer && !answer.ok)
    return (
      <div className="upload-refused" role="alert">
        {words}
        <p className="tone-bad">
          {answer.refusal ? t(`refusal.${answer.refusal.code}`, answer.refusal.values) : t("file.notSent")}
        </p>
      </div>
    );
  return (
    <div className="upload-going">
      {words}
      <progress value={sent} max={1} aria-label={t("file.sending", { name })} />
      <span className="muted num">{sent < 1 ? `${Math.round(sent * 100)}%` : t("file.working")}</span>
    </div>
  );
}
