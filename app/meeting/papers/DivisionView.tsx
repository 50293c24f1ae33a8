import { meetingAddress } from "~/address/meetings";
import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import type { ShownMeeting } from "~/meeting/conduct/shownMeeting";
import type { Paper } from "~/meeting/minutes/paper";
import { ButtonLink } from "~/ui/ButtonLink";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PrintButton } from "~/ui/PrintButton";
import { type Division, divisionOf, type Part } from "./division";
import "./papers.css";

/** Told by shape and by word: on paper there is no colour. */
function Mark({ part }: { part: Part | null }) {
  const { t } = useTranslation();
  if (!part) return null;
  return (
    <span className="division-mark" data-part={part}>
      <span aria-hidden="true">{part === "leads" ? "●" : "○"}</span>
      <span className="visually-hidden">{t(`papers.division.${part}`)}</span>
    </span>
  );
}

function Chart({ division: { matters, rows } }: { division: Division }) {
  const { t, i18n } = useTranslation();
  const caption = t("papers.division.chart");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, and moved by keyboard too
    <section className="division-scroll" tabIndex={0} aria-label={caption}>
      <table className="division">
        <caption>{t("papers.division.legend")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("papers.division.unit")}</th>
            {matters.map(({ id, ordinal, text }) => (
              <th key={id} scope="col" className="num" title={text}>
                {ordinal}
              </th>
            ))}
            <th scope="col">{t("papers.division.leads")}</th>
            <th scope="col">{t("papers.division.assists")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, parts, leads, assists }) => (
            <tr key={unit.zh}>
              <th scope="row">{named(unit, i18n.language)}</th>
              {parts.map((part, at) => (
                <td key={matters[at]?.id}>
                  <Mark part={part} />
                </td>
              ))}
              <td className="num">{leads}</td>
              <td className="num">{assists}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Matters({ division: { matters } }: { division: Division }) {
  const { t, i18n } = useTranslation();
  const name = (one: { zh: string; en: string }) => named(one, i18n.language);
  return (
    <DataTable
      caption={t("session.paper.divisionTable")}
      rows={matters}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "ordinal",
          head: t("session.paper.column.ordinal"),
          width: "tight",
          cell: ({ ordinal }) => ordinal,
        },
        { key: "matter", head: t("session.paper.column.matter"), width: "wide", cell: ({ text }) => text },
        { key: "lead", head: t("session.paper.column.lead"), cell: ({ lead }) => name(lead) },
        {
          key: "assisting",
          head: t("session.paper.column.assisting"),
          cell: ({ assisting }) => assisting.map(name).join(t("session.comma")) || "—",
        },
        {
          key: "due",
          head: t("session.paper.column.due"),
          cell: ({ dueDate }) => (dueDate ? writtenDay(dueDate, i18n.language) : t("session.paper.open")),
        },
      ]}
    />
  );
}

/** 任务分工图: who leads and who helps in each matter of a meeting, as a chart and as a table. */
export function DivisionView({ meeting, paper }: { meeting: ShownMeeting; paper: Paper | null }) {
  const { t } = useTranslation();
  const division = paper && divisionOf(paper);
  return (
    <div className="stack division-page">
      <MeetingHead
        meeting={meeting}
        page="division"
        actions={
          <>
            <PrintButton />
            <ButtonLink to={meetingAddress(meeting, "minutes")}>{t("plan.link.minutes")}</ButtonLink>
          </>
        }
      />
      {division && division.rows.length > 0 ? (
        <>
          <Chart division={division} />
          <Matters division={division} />
        </>
      ) : (
        <EmptyState title={t("papers.division.none")} />
      )}
    </div>
  );
}
