import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { StateTag, type Tone } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import type { VersionOutcome } from "./listVersion";
import type { VersionsView } from "./showVersions.server";

type Version = VersionsView["versions"][number];

const tones: Record<VersionOutcome, Tone> = { waiting: "info", accepted: "good", returned: "warn" };

/** What the office made of a version, in a word. */
export function OutcomeTag({ outcome }: { outcome: VersionOutcome }) {
  const { t } = useTranslation();
  return <StateTag tone={tones[outcome]}>{t(`lists.version.outcome.${outcome}`)}</StateTag>;
}

/** Every version of a list, the newest first: who submitted it when, and what the office made of it. */
export function VersionTable({ view, here, now }: { view: VersionsView; here: string; now: string }) {
  const { t, i18n } = useTranslation();
  const columns: Column<Version>[] = [
    {
      key: "number",
      head: t("lists.version.version"),
      cell: (row) => t("lists.version.number", { number: row.number }),
      width: "tight",
    },
    {
      key: "submitted",
      head: t("lists.version.submittedAt"),
      cell: (row) => <DateText value={row.submittedAt} now={now} withTime />,
    },
    { key: "by", head: t("lists.version.by"), cell: (row) => row.by && named(row.by, i18n.language) },
    { key: "rows", head: t("lists.version.problems"), cell: (row) => row.rows, align: "end" },
    {
      key: "outcome",
      head: t("lists.version.became"),
      cell: (row) => (
        <>
          <OutcomeTag outcome={row.outcome} /> {row.outcomeAt && <DateText value={row.outcomeAt} now={now} />}
          {row.returnReason && (
            <p className="as-written small">
              <Words text={row.returnReason} />
            </p>
          )}
        </>
      ),
    },
    {
      key: "digest",
      head: t("lists.version.digest"),
      cell: (row) =>
        row.sha256 ? (
          <code title={row.sha256}>{row.sha256.slice(0, 12)}</code>
        ) : (
          <span className="muted">{t("lists.version.before")}</span>
        ),
      hiddenOnPhone: true,
    },
  ];
  return (
    <DataTable
      caption={t("lists.version.caption")}
      captionHidden
      columns={columns}
      rows={view.versions}
      rowKey={(row) => row.id}
      rowHref={(row) => `${here}?version=${row.number}`}
      rowMarked={(row) => row.number === view.shown}
      density="dense"
    />
  );
}
