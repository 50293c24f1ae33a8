import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { problemAddress } from "~/address/problems";
import { Attachments } from "~/file/Attachments";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { TypedProvider, useRefusedForm } from "~/ui/typed";
import { Words } from "~/ui/Words";
import { AddEntry } from "./AddEntry";
import { visitShown } from "./researchForm";
import type { VisitPage } from "./showVisit.server";
import { useVisitOutbox } from "./useVisitOutbox";
import { VisitEntries } from "./VisitEntries";
import { VisitFields } from "./VisitFields";
import { VisitWaiting } from "./VisitWaiting";
import "./research.css";

/** One visit: what it concerns, its notes and its photos. */
export function VisitView({ page, refusal }: { page: VisitPage; refusal?: Refusal }) {
  const { t } = useTranslation();
  const { meeting, files, now, choices } = page;
  const outbox = useVisitOutbox(page);
  return (
    <div className="stack">
      <MeetingHead
        meeting={meeting}
        page="visit"
        below={[{ label: t("research.title"), to: meetingAddress(meeting, "research") }]}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <section className="section stack">
        <Facts page={page} />
        {choices && <EditVisit page={page} />}
      </section>
      <section className="section stack">
        <h2>{t("research.notes")}</h2>
        <VisitEntries page={page} />
        <VisitWaiting outbox={outbox} now={now} />
        {choices && <AddEntry outbox={outbox} />}
      </section>
      <section className="section stack" id="files">
        <Attachments
          shown={files}
          now={now}
          heading={<h2>{t("research.photos")}</h2>}
          keep={(chosen) => void outbox.addFiles(chosen)}
        />
      </section>
    </div>
  );
}

function Facts({ page }: { page: VisitPage }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("research");
  const { visit, problems, topics, now } = page;
  return (
    <>
      <h2>
        <Words text={visit.title} />
      </h2>
      <p className="muted">
        {nameOf(visit.kind)} · <DateText value={visit.date} now={now} />
        {visit.people && ` · ${visit.people}`}
      </p>
      {problems.length + topics.length > 0 && (
        <ul className="visit-matters">
          {problems.map(({ id, number, title }) => (
            <li key={id}>
              <Link to={problemAddress(number!)}>
                <Words text={title} />
              </Link>{" "}
              <span className="num muted">{number}</span>
            </li>
          ))}
          {topics.map(({ id, title }) => (
            <li key={id}>
              <Words text={title} />
            </li>
          ))}
        </ul>
      )}
      {problems.length + topics.length === 0 && <p className="muted">{t("research.noMatters")}</p>}
    </>
  );
}

function EditVisit({ page }: { page: VisitPage }) {
  const { t } = useTranslation();
  const { visit, choices, problems, topics } = page;
  const refused = useRefusedForm({ intent: "editVisit" });
  const { nameOf } = useCodeNames("research");
  const titles = new Map([...problems, ...topics, ...choices!.problems].map(({ id, title }) => [id, title]));
  const labels = {
    kind: t("research.kind"),
    title: t("research.place"),
    date: t("research.date"),
    people: t("research.people"),
    problemId: t("research.matters"),
    topicId: t("research.matters"),
  };
  return (
    <details className="fold no-print" open={refused && true} key={visit.version}>
      <summary className="btn btn-secondary btn-small">{t("research.editVisit")}</summary>
      <OnceForm className="fold-form fold-body" preventScrollReset>
        <Meanwhile
          now={visitShown(visit)}
          labels={labels}
          say={(name, value) => (name === "kind" ? nameOf(value) : (titles.get(value) ?? value))}
          answer={refused}
        />
        <TypedProvider value={refused?.typed ?? {}}>
          <VisitFields choices={choices!} now={visit} />
        </TypedProvider>
        <div className="form-actions">
          <Button name="intent" value="editVisit">
            {t("session.save")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
