import type { FormAnswer } from "~/access/formAnswer";
import { meetingAddress } from "~/address/meetings";
import { minutesNumber } from "~/address/minutesAddress";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { MeetingHead } from "~/meeting/conduct/MeetingHead";
import { calledDoer } from "~/meeting/kind/doer";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { CorrectionCard } from "./CorrectionCard";
import type { CorrectionLine, CorrectionsPage } from "./showCorrections.server";
import "./corrections.css";

interface Props {
  page: CorrectionsPage;
  answer?: FormAnswer;
}

function Group({ title, lines, ...rest }: Props & { title: string; lines: CorrectionLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="section stack">
      <h2>
        {title} <span className="num muted">{lines.length}</span>
      </h2>
      {lines.map((line) => (
        <CorrectionCard key={line.id} line={line} {...rest} />
      ))}
    </section>
  );
}

/** A refusal about a proposal that no longer stands among the waiting ones has its card no more. */
function Strayed({ page, answer }: Props) {
  const refusal: Refusal | undefined = answer?.refusal;
  const shown = page.corrections.some(
    (line) => line.id === answer?.typed?.proposalId && line.state === "waiting",
  );
  if (!refusal || shown) return null;
  return <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />;
}

/** The proposed corrections of a day: for the office all of them, to decide; for others their own. */
export function CorrectionsView({ page, answer }: Props) {
  const { t } = useTranslation();
  const waiting = page.corrections.filter((line) => line.state === "waiting");
  const decided = page.corrections.filter((line) => line.state !== "waiting");
  const who = t(`meeting.who.${calledDoer(page.meeting, "organiserAndChair")}`);
  return (
    <div className="stack">
      <MeetingHead
        meeting={page.meeting}
        page={page.decides ? "corrections" : "ownCorrections"}
        number={page.issued ? minutesNumber(page.issued) : undefined}
        next={
          waiting.length > 0
            ? {
                what: t("correction.next", { count: waiting.length }),
                who,
              }
            : undefined
        }
        actions={
          <>
            {page.issued && (
              <ButtonLink to={meetingAddress(page.meeting, "minutes")}>{t("plan.link.minutes")}</ButtonLink>
            )}
            <ButtonLink to={meetingAddress(page.meeting, "room")}>{t("session.toRoom")}</ButtonLink>
          </>
        }
      />
      <Strayed page={page} answer={answer} />
      {page.corrections.length === 0 && (
        <EmptyState title={t("correction.none")}>{t("correction.noneText", { who })}</EmptyState>
      )}
      <Group title={t("correction.waiting")} lines={waiting} page={page} answer={answer} />
      <Group title={t("correction.decided")} lines={decided} page={page} />
    </div>
  );
}
