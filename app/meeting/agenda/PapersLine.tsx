import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import type { AgendaPage } from "./showAgenda.server";
import type { AgendaPageLine } from "./shownLines.server";

/** Says of the papers of a topic whether they are there, in time and within the limit, with the numbers. */
export function PapersLine({ page, line }: { page: AgendaPage; line: AgendaPageLine }) {
  const { t } = useTranslation();
  const { papers } = line;
  if (!papers) return null;
  const { materialsBy, mostCharacters: most } = page.meeting;
  const { count, characters, uncounted, late, over, overdue } = papers;
  const until = <DateText value={materialsBy} now={page.now} withDistance />;
  if (count === 0 && page.meeting.stage !== "agenda") return null;
  if (count === 0)
    return (
      <p className="agenda-marks">
        <StateTag tone={overdue ? "warn" : "neutral"}>{t("agenda.papers.missing")}</StateTag>
        <span>
          {t("agenda.papers.by")} {until}
        </span>
      </p>
    );
  return (
    <p className="agenda-marks">
      {late === 0 && !over && <StateTag tone="good">{t("agenda.papers.there")}</StateTag>}
      {late > 0 && (
        <StateTag tone="warn">
          {t("agenda.papers.late", { count: late })} {until}
        </StateTag>
      )}
      {over && <StateTag tone="warn">{t("agenda.papers.over", { over: characters - most })}</StateTag>}
      <span>{t("agenda.papers.length", { count, characters, most })}</span>
      {uncounted > 0 && <span>{t("agenda.papers.uncounted", { count: uncounted })}</span>}
    </p>
  );
}
