import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { calledDoer } from "~/meeting/kind/doer";
import { OpenSession } from "~/meeting/stage/OpenSession";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { Meter } from "~/ui/Meter";
import type { NextStep } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { AddAttendee } from "./AddAttendee";
import { QuorumLine } from "./QuorumLine";
import { RollList } from "./RollList";
import type { RollCallPage } from "./showRollCall.server";
import "./rollCall.css";

function useNext({ meeting, called, lookedBack, now }: RollCallPage): NextStep | undefined {
  const { t } = useTranslation();
  const who = t(`meeting.who.${calledDoer(meeting, "organiserAndChair")}`);
  const by = <DateText value={meeting.date} now={now} withDistance />;
  if (meeting.stage === "agenda") return { what: t("meeting.next.openSession"), who, by };
  if (meeting.stage !== "inSession") return undefined;
  if (called.have < called.need) return { what: t("meeting.next.callRoll"), who, by };
  return { what: lookedBack ? t("meeting.next.recordOutcomes") : t("meeting.next.lookBack"), who, by };
}

function Actions({ page }: { page: RollCallPage }) {
  const { t } = useTranslation();
  const { slug, stage, published } = page.meeting;
  return (
    <>
      {page.can.open && <OpenSession page={page} isNext={published} />}
      {stage === "inSession" && (
        <ButtonLink to={meetingAddress({ slug }, "look-back")}>{t("session.toLookBack")}</ButtonLink>
      )}
      <ButtonLink to={meetingAddress({ slug }, "room")}>{t("session.toRoom")}</ButtonLink>
    </>
  );
}

/** The roll call of people: one press each, with the quorum always in sight. */
export function RollCallView({ page, refusal }: { page: RollCallPage; refusal?: Refusal }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <MeetingHead
        meeting={page.meeting}
        page="rollcall"
        next={useNext(page)}
        actions={<Actions page={page} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <div className="roll-stand">
        {page.quorum.needed > 0 && <QuorumLine quorum={page.quorum} />}
        <Meter label={t("session.roll.called")} {...page.called} />
      </div>
      {page.lines.length > 0 ? (
        <RollList page={page} />
      ) : (
        <EmptyState
          title={t("session.roll.none")}
          action={
            <ButtonLink to={`${meetingAddress(page.meeting, "agenda")}#invitations`}>
              {t("session.roll.invite")}
            </ButtonLink>
          }
        >
          {t("session.roll.noneText")}
        </EmptyState>
      )}
      {page.can.callRoll && <AddAttendee page={page} />}
    </div>
  );
}
