import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import type { HistoryPage } from "./showHistory.server";

function Parts({ versionId, seen }: { versionId: string; seen: string }) {
  return (
    <>
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

type Scope = "topic" | "notes" | "resolution" | "all";

/** Brings back what a thing said in the earlier version; not there where that cannot be done. */
export function RestoreButton(props: { page: HistoryPage; thing: string; versionName: string }) {
  const { t } = useTranslation();
  const { page, thing, versionName } = props;
  const offer = page.offers[thing];
  if (!offer || !page.compared) return null;
  const scope = (thing.split("/")[0] ?? "all") as Scope;
  // Bringing back goes the other way: what came since goes, what went comes.
  const { wordsAdded: gone, wordsRemoved: back } = offer.size;
  return (
    <ConfirmButton
      variant="secondary"
      size="small"
      label={t(`history.restore.label.${scope}`)}
      confirmLabel={t("history.restore.confirm")}
      consequence={
        <>
          <p>{t(`history.restore.text.${scope}`, { version: versionName })}</p>
          {gone + back > 0 && <p>{t("history.restore.words", { back, gone })}</p>}
          <p>{t("history.restore.stays")}</p>
        </>
      }
      action=""
      name="intent"
      value="restore"
    >
      <Parts versionId={page.compared.from} seen={offer.seen} />
    </ConfirmButton>
  );
}

/** Says that wording was brought back, and offers to take that back in one step. */
export function Restored({ page }: { page: HistoryPage }) {
  const { t } = useTranslation();
  const { restored } = page;
  if (!restored) return null;
  return (
    <Notice tone="success">
      <p>{t("history.restore.done")}</p>
      {restored.left > 0 && <p>{t("history.restore.left", { count: restored.left })}</p>}
      {restored.closed.map(({ kind, title }) => (
        <p key={`${kind} ${title}`}>{t(`history.restore.closed.${kind}`, { title })}</p>
      ))}
      {restored.seen && (
        <OnceForm className="restore-back no-print">
          <Parts versionId={restored.beforeId} seen={restored.seen} />
          <Button name="intent" value="restore" size="small">
            {t("history.restore.back")}
          </Button>
        </OnceForm>
      )}
    </Notice>
  );
}
