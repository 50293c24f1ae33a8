import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { FoldForm } from "~/ui/form/FoldForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Words } from "~/ui/Words";
import { Group } from "./GroupForm";
import type { ResearchPage } from "./showResearch.server";
import { VisitFields } from "./VisitFields";
import "./research.css";

/** The research for a meeting: who is in the group, what it is to find out, and every visit. */
export function ResearchView({ page, refusal }: { page: ResearchPage; refusal?: Refusal }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <MeetingHead meeting={page.meeting} page="research" />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <p className="muted">{t("research.intro")}</p>
      <Group page={page} />
      <section className="section stack-tight">
        <h2>{t("research.visits")}</h2>
        {page.visits.length === 0 && <p className="muted">{t("research.noVisits")}</p>}
        <ul className="visit-lines">
          {page.visits.map((visit) => (
            <VisitLine key={visit.id} page={page} visit={visit} />
          ))}
        </ul>
        {page.can.write && (
          <FoldForm
            label={t("research.addVisit")}
            hidden={{ intent: "addVisit" }}
            submit={<Button variant="primary">{t("research.addVisitSubmit")}</Button>}
          >
            <VisitFields choices={page.choices} now={{ date: page.today }} />
          </FoldForm>
        )}
      </section>
    </div>
  );
}

function VisitLine({ page, visit }: { page: ResearchPage; visit: ResearchPage["visits"][number] }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("research");
  const { id, title, kind, date, people, notes } = visit;
  return (
    <li className="visit-line">
      <p>
        <Link to={meetingAddress(page.meeting, `research/${id}`)}>
          <Words text={title} />
        </Link>
      </p>
      <p className="small muted">
        {nameOf(kind)} · <DateText value={date} now={page.now} />
        {people && ` · ${people}`} · {t("research.notesCount", { count: notes })}
      </p>
    </li>
  );
}
