import type { FormAnswer } from "~/access/formAnswer";
import { ledgerHome } from "~/address/desk";
import { meetingAddress, meetingsAddress } from "~/address/meetings";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { AddToCalendar } from "~/meeting/conduct/AddToCalendar";
import { StageTag } from "~/meeting/conduct/StageTag";
import { calledDoer } from "~/meeting/kind/doer";
import { PowersExercised } from "~/meeting/progress/PowersExercised";
import { pageOfStep } from "~/meeting/progress/progress";
import { TopicTimes } from "~/meeting/progress/TopicTimes";
import { RearrangeActions, RearrangedNote } from "~/meeting/stage/Rearrange";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { isOvertaken } from "~/ui/form/Meanwhile";
import { PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Stations } from "~/ui/Stations";
import { ArrangeMeetingForm } from "./ArrangeMeetingForm";
import { MeetingFacts } from "./MeetingFacts";
import { linkedPages } from "./meetingLink";
import type { MeetingIndex } from "./showMeeting.server";
import "./call.css";

function Pages({ page }: { page: MeetingIndex }) {
  const { t } = useTranslation();
  return (
    <nav className="section" aria-label={t("meeting.index.pages")}>
      <h2>{t("meeting.index.pages")}</h2>
      <div className="call-pages">
        {page.pages.map((link) => (
          <ButtonLink key={link} size="small" to={meetingAddress(page.meeting, linkedPages[link])}>
            {t(`meeting.link.${link}`)}
            {link === "corrections" && page.corrections > 0 && (
              <span className="num"> {page.corrections}</span>
            )}
          </ButtonLink>
        ))}
        {page.ledgerId && (
          <ButtonLink size="small" to={`${ledgerHome}?kind=meeting&id=${page.ledgerId}`}>
            {t("ledger.title")}
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}

function Actions({ page }: { page: MeetingIndex }) {
  const { t } = useTranslation();
  const to = page.next && pageOfStep[page.next.step];
  return (
    <>
      {to && (
        <ButtonLink variant="primary" to={meetingAddress(page.meeting, to)}>
          {t(`meeting.next.${page.next!.step}`)}
        </ButtonLink>
      )}
      <AddToCalendar meeting={page.meeting} />
      {page.can.followUp && page.next?.step === "followUp" && (
        <ConfirmButton
          variant="primary"
          label={t("meeting.next.followUp")}
          consequence={<p>{t("meeting.index.followUpText")}</p>}
          action=""
          name="intent"
          value="followUp"
        />
      )}
    </>
  );
}

function MeetingStations({ page }: { page: MeetingIndex }) {
  const { t } = useTranslation();
  const { stages, meeting, now } = page;
  const at = stages.indexOf(meeting.stage);
  return (
    <Stations
      stations={stages.map((stage, place) => ({
        key: stage,
        label: t(`plan.stage.${stage}`),
        state: place === at ? "current" : place < at ? "done" : "todo",
        note: stage === "inSession" ? <DateText value={meeting.date} now={now} /> : undefined,
      }))}
    />
  );
}

/** Props of {@link MeetingView}. */
export interface MeetingViewProps {
  page: MeetingIndex;
  answer?: FormAnswer;
}

/** The page of a meeting that a unit called: where it stands, what comes next, its pages and arrangements. */
export function MeetingView({ page, answer }: MeetingViewProps) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const { meeting, next, now } = page;
  const refusal = isOvertaken(answer) ? undefined : answer?.refusal;
  return (
    <div className="stack">
      <PageHead
        title={meetingName(meeting)}
        number={meeting.number}
        state={<StageTag stage={meeting.stage} />}
        crumbs={[{ label: t("meeting.list.title"), to: meetingsAddress }]}
        next={
          next
            ? {
                what: t(`meeting.next.${next.step}`),
                who: t(`meeting.who.${calledDoer(meeting, next.who)}`) || undefined,
                by: next.by && <DateText value={next.by} now={now} withDistance />,
              }
            : undefined
        }
        actions={<Actions page={page} />}
      />
      {refusal && !refusal.field && (
        <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />
      )}
      <RearrangedNote of={page.rearranged} />
      {meeting.stage !== "cancelled" && <MeetingStations page={page} />}
      <div className="with-aside">
        <Pages page={page} />
        <div className="stack">
          <MeetingFacts page={page} />
          <TopicTimes times={page.times} />
          <PowersExercised powers={page.powers} />
          {page.can.arrange && <ArrangeMeetingForm key={meeting.version} page={page} answer={answer} />}
          <RearrangeActions of={page.rearranged} />
        </div>
      </div>
    </div>
  );
}
