import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { OpenSession } from "~/meeting/conduct/OpenSession";
import { StageTag } from "~/meeting/conduct/StageTag";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { Meter } from "~/ui/Meter";
import { type NextStep, PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { AddAttendee } from "./AddAttendee";
import { QuorumLine } from "./QuorumLine";
import { RollList } from "./RollList";
import type { RollCallPage } from "./showRollCall.server";
import "./rollCall.css";

function useNext({ day, called, lookedBack, now }: RollCallPage): NextStep | undefined {
  const { t } = useTranslation();
  const who = t("plan.who.officeAndChair");
  const by = <DateText value={day.date} now={now} withDistance />;
  if (day.stage === "agenda") return { what: t("plan.next.openSession"), who, by };
  if (day.stage !== "inSession") return undefined;
  if (called.have < called.need) return { what: t("plan.next.callRoll"), who, by };
  return { what: lookedBack ? t("plan.next.recordOutcomes") : t("plan.next.lookBack"), who, by };
}

function Actions({ page }: { page: RollCallPage }) {
  const { t } = useTranslation();
  const { month, stage, published } = page.day;
  return (
    <>
      {page.can.open && <OpenSession page={page} isNext={published} />}
      {stage === "inSession" && (
        <ButtonLink to={`/desk/days/${month}/look-back`}>{t("session.toLookBack")}</ButtonLink>
      )}
      <ButtonLink to={`/desk/days/${month}/room`}>{t("session.toRoom")}</ButtonLink>
    </>
  );
}

/** The roll call of people: one press each, with the quorum always in sight. */
export function RollCallView({ page, refusal }: { page: RollCallPage; refusal?: Refusal }) {
  const { t, i18n } = useTranslation();
  const month = writtenMonth(page.day.month, i18n.language, true);
  return (
    <div className="stack">
      <PageHead
        title={t("session.roll.title", { month })}
        number={t("plan.day.host", { name: named(page.day.host, i18n.language) })}
        state={<StageTag stage={page.day.stage} />}
        crumbs={[{ label: t("plan.day.title", { month }), to: `/desk/days/${page.day.month}` }]}
        next={useNext(page)}
        actions={<Actions page={page} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <div className="roll-stand">
        <QuorumLine quorum={page.quorum} />
        <Meter label={t("session.roll.called")} {...page.called} />
      </div>
      {page.lines.length > 0 ? (
        <RollList page={page} />
      ) : (
        <EmptyState
          title={t("session.roll.none")}
          action={
            <ButtonLink to={`/desk/days/${page.day.month}/agenda#invitations`}>
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
