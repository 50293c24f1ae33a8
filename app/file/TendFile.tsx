import { attachedAddress } from "~/address/files";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainText } from "~/ui/form/PlainText";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider, useRefusedForm } from "~/ui/typed";
import { longestCaption, longestReason } from "./fileForms";
import type { ShownFile, ShownFiles } from "./fileRights";

interface TendFileProps {
  shown: ShownFiles;
  file: ShownFile;
  at: number;
}

/** Folds open under a file: its caption, its place, and removing it with a reason. */
export function TendFile({ shown, file, at }: TendFileProps) {
  const { t } = useTranslation();
  const { id, caption, version, name } = file;
  const action = attachedAddress(shown);
  const refused = useRefusedForm({ intent: "caption", fileId: id });
  return (
    // What was saved folds shut.
    <details
      className="file-tend no-print"
      key={`${version} ${at}`}
      open={refused !== undefined || undefined}
    >
      <summary className="btn btn-quiet btn-small" aria-label={t("file.tendOf", { name: caption || name })}>
        {t("file.tend")}
      </summary>
      <OnceForm className="file-caption" action={action} preventScrollReset>
        <input type="hidden" name="fileId" value={id} />
        <input type="hidden" name="version" value={version} />
        <TypedProvider value={refused?.typed ?? {}}>
          <PlainText
            name="caption"
            label={t("file.caption")}
            defaultValue={caption}
            maxLength={longestCaption}
            size="full"
          />
          {shown.counts && (file.characters === null || file.charactersSaid) && (
            <PlainText
              name="characters"
              label={t("file.characters")}
              hint={t("file.charactersHint")}
              inputMode="numeric"
              defaultValue={file.characters ?? ""}
              size="short"
            />
          )}
        </TypedProvider>
        <Button size="small" name="intent" value="caption">
          {t("file.saveCaption")}
        </Button>
      </OnceForm>
      <div className="cluster">
        <Move shown={shown} file={file} at={at} />
        <ConfirmButton
          label={t("file.remove")}
          size="small"
          variant="quiet"
          consequence={<p>{t("file.removeText", { name: caption || name })}</p>}
          action={action}
          name="intent"
          value="remove"
          hidden={{ fileId: id }}
        >
          <PlainText name="reason" label={t("file.reason")} required maxLength={longestReason} size="full" />
        </ConfirmButton>
      </div>
    </details>
  );
}

function Move({ shown, file, at }: TendFileProps) {
  const { t } = useTranslation();
  const name = file.caption || file.name;
  const last = at === shown.files.length - 1;
  return (
    <OnceForm className="file-move" action={attachedAddress(shown)} preventScrollReset>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="fileId" value={file.id} />
      <Button size="small" name="to" value="up" disabled={at === 0} aria-label={t("file.up", { name })}>
        ↑
      </Button>
      <Button size="small" name="to" value="down" disabled={last} aria-label={t("file.down", { name })}>
        ↓
      </Button>
    </OnceForm>
  );
}
