import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { minutesNumber } from "~/address/minutesAddress";
import { rulesAddress } from "~/address/plans";
import { tasksAddress } from "~/address/tasks";
import { instantOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Person } from "~/ui/Person";
import { useWhoHas } from "~/unit/useWhoHas";
import type { MeetingIndex } from "./showMeeting.server";

/** When, where, by whom and by which rules a meeting is held, and what came of it. */
export function MeetingFacts({ page }: { page: MeetingIndex }) {
  const { t, i18n } = useTranslation();
  const whoHas = useWhoHas();
  const { meeting, now, chair, minutes, progress } = page;
  const notSaid = <span className="muted">{t("meeting.index.notSaid")}</span>;
  const { have, need } = progress.finished;
  return (
    <section className="section">
      <h2>{t("meeting.index.facts")}</h2>
      <dl className="facts">
        <Fact term={t("meeting.index.organiser")}>{named(meeting.host, i18n.language)}</Fact>
        <Fact term={t("meeting.index.time")}>
          <DateText
            value={meeting.startsAt ? instantOf(meeting.date, meeting.startsAt) : meeting.date}
            now={now}
            withDistance
            withTime
          />
        </Fact>
        <Fact term={t("agenda.planned.term")}>
          {t("session.minutesCount", { count: meeting.plannedMinutes ?? page.usualMinutes })}
        </Fact>
        <Fact term={t("meeting.index.place")}>{meeting.place || notSaid}</Fact>
        <Fact term={t("meeting.index.chair")}>
          {chair ? <Person name={whoHas(chair)} post={named(chair.title, i18n.language)} /> : notSaid}
        </Fact>
        <Fact term={t("meeting.index.rules")}>
          <Link to={rulesAddress(page.rules.version)}>{t("plan.day.rulesVersion", { ...page.rules })}</Link>
        </Fact>
        {minutes && (
          <Fact term={t("meeting.link.minutes")}>
            <Link className="num" to={meetingAddress(meeting, "minutes")}>
              {minutesNumber(minutes)}
            </Link>
          </Fact>
        )}
        {need > 0 && (
          <Fact term={t("meeting.index.tasks")}>
            <Link to={`${tasksAddress}?state=all&day=${meeting.slug}`}>
              {t("plan.day.have", { have, need })}
            </Link>
          </Fact>
        )}
      </dl>
      <p className="small muted">{t("meeting.index.seenBy")}</p>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
