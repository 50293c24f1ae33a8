import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Words } from "~/ui/Words";
import type { RemovedFile } from "./fileRights";

/** What was removed stays to be seen, with its reason, and is served to nobody. */
export function RemovedFiles({ removed, now }: { removed: readonly RemovedFile[]; now: string }) {
  const { t, i18n } = useTranslation();
  if (removed.length === 0) return null;
  return (
    <details className="files-removed">
      <summary className="muted">{t("file.removed", { count: removed.length })}</summary>
      <ul className="divided">
        {removed.map(({ id, name, removedAt, removedBy, reason }) => (
          <li key={id}>
            <s>{name}</s> <span className="muted">{named(removedBy, i18n.language)}</span>{" "}
            <DateText value={dayOf(removedAt)} now={now} /> <Words text={reason} />
          </li>
        ))}
      </ul>
    </details>
  );
}
