import { useTranslation } from "~/i18n/useTranslation";
import { hasReached, stages } from "~/meeting/kind/stage";
import { DateText } from "~/ui/DateText";
import { Stations } from "~/ui/Stations";
import type { DayPage } from "./showDay.server";

/** The strip of a day's stations, with the dates they fall on. */
export function DayStations({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  const dated = (value: string) => <DateText value={value} now={page.now} />;
  const notes: Partial<Record<(typeof stages)[number], JSX.Element>> = {
    collecting: dated(page.windowOpensOn),
    screening: dated(page.windowClosesOn),
    agenda: dated(page.agendaApprovedBy),
    inSession: dated(page.date),
    issued: page.minutes ? (
      <span className="num">{t("plan.days.number", { ...page.minutes })}</span>
    ) : undefined,
  };
  return (
    <Stations
      stations={stages.map((stage) => ({
        key: stage,
        label: t(`plan.stage.${stage}`),
        state: stage === page.stage ? "current" : hasReached(page.stage, stage) ? "done" : "todo",
        note: notes[stage],
      }))}
    />
  );
}
