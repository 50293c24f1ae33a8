import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { present } from "~/meeting/conduct/present";
import { ChangeSizeText } from "~/record/difference/ChangeSizeText";
import { DateText } from "~/ui/DateText";
import { Pager } from "~/ui/Pager";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { HistoryPage } from "./showHistory.server";
import type { VersionLabel, VersionRow } from "./versionLabel";

const tones: Record<VersionLabel, Tone> = {
  automatic: "neutral",
  agendaPublished: "info",
  sessionOpened: "info",
  sessionClosed: "info",
  issued: "official",
  kept: "good",
  beforeRestore: "warn",
  amendmentBegun: "info",
  amendmentDropped: "warn",
  beforeLines: "neutral",
};

/** The address of this page with two states in comparison. */
export function comparing(from: string, to: string): string {
  return `?${new URLSearchParams({ from, to })}#compared`;
}

function Row({ page, row, before }: { page: HistoryPage; row: VersionRow; before: string | undefined }) {
  const { t } = useTranslation();
  const { slug } = page.meeting;
  return (
    <li className="version" aria-current={page.compared?.from === row.id ? "true" : undefined}>
      <p className="version-head">
        <DateText value={row.at} now={page.now} withTime />
        <StateTag tone={tones[row.label]}>{t(`history.label.${row.label}`)}</StateTag>
      </p>
      {row.note && <p className="version-note">{row.note}</p>}
      <p className="small muted">{row.by ?? t("history.platform")}</p>
      <p>
        <ChangeSizeText size={row.size} />
      </p>
      <p className="version-links small">
        <Link to={comparing(row.id, present)}>{t("history.withNow")}</Link>
        {before && <Link to={comparing(before, row.id)}>{t("history.withBefore")}</Link>}
        <Link to={`${meetingAddress({ slug }, "history/writers")}?of=${row.id}`}>
          {t("history.whoWrote")}
        </Link>
      </p>
    </li>
  );
}

/** The versions of a record, newest first, with now on top. */
export function VersionList({ page }: { page: HistoryPage }) {
  const { t } = useTranslation();
  const { rows, versions, older, sinceNewest, meeting } = page;
  const isFirstPage = rows[0]?.id === versions[0]?.id;
  const next = (row: VersionRow) => versions[versions.findIndex((one) => one.id === row.id) + 1]?.id;
  return (
    <section className="section versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{t("history.versions")}</h2>
      <ol className="divided">
        {isFirstPage && (
          <li className="version">
            <p className="version-head">
              <strong>{t("history.now")}</strong>
            </p>
            {rows.length > 0 && (
              <p className="small">
                {t("history.sinceNewest")} <ChangeSizeText size={sinceNewest} />
              </p>
            )}
            <p className="version-links small">
              <Link to={meetingAddress(meeting, "history/writers")}>{t("history.whoWrote")}</Link>
            </p>
          </li>
        )}
        {rows.map((row) => (
          <Row key={row.id} page={page} row={row} before={next(row)} />
        ))}
      </ol>
      <Pager
        previousHref={isFirstPage ? undefined : meetingAddress(meeting, "history")}
        nextHref={older ? `?${new URLSearchParams({ older })}` : undefined}
      />
    </section>
  );
}
