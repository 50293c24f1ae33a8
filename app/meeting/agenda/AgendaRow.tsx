import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { Attachments } from "~/file/Attachments";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { OutcomeTag } from "~/meeting/conduct/OutcomeTag";
import { Reason } from "~/meeting/conduct/Reason";
import { FoldedOpinions } from "~/meeting/opinion/OpinionLines";
import { VisitsBeside } from "~/meeting/research/VisitsBeside";
import { FoldedNeeds } from "~/meeting/resource/page/NeedsSection";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import { ChangeTopic } from "./ChangeTopic";
import { PapersLine } from "./PapersLine";
import { ProposalCard } from "./ProposalCard";
import { waitingOn } from "./Proposals";
import type { AgendaPage } from "./showAgenda.server";
import type { AgendaPageLine } from "./shownLines.server";

interface RowProps {
  page: AgendaPage;
  line: AgendaPageLine;
  /** Place on the agenda, from 0. */
  at: number;
  /** Minutes that the longest bar stands for. */
  longest: number;
}

function MoveButtons({ page, line, at }: Omit<RowProps, "longest">) {
  const { t } = useTranslation();
  const last = at === page.lines.length - 1;
  return (
    <OnceForm className="agenda-move" preventScrollReset>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="topicId" value={line.id} />
      <Button
        size="small"
        name="to"
        value="up"
        disabled={at === 0}
        aria-label={t("session.agenda.up", { title: line.title })}
      >
        ↑
      </Button>
      <Button
        size="small"
        name="to"
        value="down"
        disabled={last}
        aria-label={t("session.agenda.down", { title: line.title })}
      >
        ↓
      </Button>
    </OnceForm>
  );
}

function TakeOff({ line }: { line: AgendaPageLine }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      size="small"
      variant="quiet"
      label={t("session.agenda.takeOff")}
      consequence={<p>{t("session.agenda.takeOffText", { title: line.title })}</p>}
      action=""
      name="intent"
      value="takeOff"
      hidden={{ topicId: line.id }}
    >
      <Reason id={`off-${line.id}`} />
    </ConfirmButton>
  );
}

function PlaceOnAgenda({ line }: { line: AgendaPageLine }) {
  const { t } = useTranslation();
  return (
    <OnceForm preventScrollReset>
      <input type="hidden" name="topicId" value={line.id} />
      <input type="hidden" name="kind" value={line.kind === "siteVisit" ? "siteVisit" : "other"} />
      <input type="hidden" name="title" value={line.title || t("session.untitled")} />
      <Button size="small" name="intent" value="add">
        {t("session.agenda.place")}
      </Button>
    </OnceForm>
  );
}

function Affects({ affects, now }: { affects: AgendaPageLine["affects"]; now: string }) {
  const { t } = useTranslation();
  if (!affects) return null;
  const { households, wishOn } = affects;
  return (
    <>
      {households !== null && <span>{t("problem.affects", { count: households })}</span>}
      {wishOn && (
        <span>
          {t("problem.wished")} <DateText value={wishOn} now={now} />
        </span>
      )}
    </>
  );
}

function Marks({ line, now }: { line: AgendaPageLine; now: string }) {
  const { t } = useTranslation();
  const nameOf = useMeetingName();
  return (
    <p className="agenda-marks">
      <span className="agenda-kind">{t(`session.kind.${line.kind}`)}</span>
      {line.problemNumber && (
        <Link className="num" to={problemAddress(line.problemNumber)}>
          {line.problemNumber}
        </Link>
      )}
      <Affects affects={line.affects} now={now} />
      {line.presenter && <span>{t("session.agenda.presentedBy", { name: line.presenter })}</span>}
      {line.time.over && <StateTag tone="warn">{t("agenda.time.late")}</StateTag>}
      {line.elsewhere && <StateTag tone="neutral">{t("session.agenda.elsewhere")}</StateTag>}
      {line.unplaced && <StateTag tone="warn">{t("session.agenda.unplaced")}</StateTag>}
      {line.materials && line.materials.length === 0 && (
        <StateTag tone="good">{t("session.agenda.materialsReady")}</StateTag>
      )}
      {line.materials && line.materials.length > 0 && (
        <StateTag tone="warn">
          {t("session.agenda.materialsMissing", {
            parts: line.materials.map((part) => t(`session.material.${part}`)).join(t("session.and")),
          })}
        </StateTag>
      )}
      {line.deferredFrom && (
        <StateTag tone="info">{t("room.deferredFrom", { name: nameOf(line.deferredFrom) })}</StateTag>
      )}
      {line.outcome && <OutcomeTag outcome={line.outcome} />}
    </p>
  );
}

function TimeBox({ line, longest }: { line: AgendaPageLine; longest: number }) {
  const { t } = useTranslation();
  const { minutesAllotted: minutes, time } = line;
  return (
    <div className="agenda-time">
      {time.from && <span className="num agenda-clock">{t("agenda.time.clock", { ...time })}</span>}
      <span className="num">{minutes ? t("session.minutesCount", { count: minutes }) : "—"}</span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="meter-track" width="100" height="4" />
        <rect className="agenda-bar" width={Math.round(((minutes ?? 0) / longest) * 100)} height="4" />
      </svg>
    </div>
  );
}

/** One entry of the agenda with what can be done about it. */
export function AgendaRow({ page, line, at, longest }: RowProps) {
  const { t } = useTranslation();
  const waiting = waitingOn(page, line.id);
  return (
    <li
      className="agenda-row"
      id={`topic-${line.id}`}
      data-topic={line.id}
      tabIndex={page.can.arrange ? -1 : undefined}
    >
      <span className="agenda-row-number num" aria-hidden="true">
        {at + 1}
      </span>
      <div className="agenda-what">
        <h3>
          <Words text={line.title || t("session.untitled")} />
        </h3>
        <Marks line={line} now={page.now} />
        <PapersLine page={page} line={line} />
      </div>
      <TimeBox line={line} longest={longest} />
      {line.files && (line.files.adds || line.files.files.length + line.files.removed.length > 0) && (
        <div className="agenda-files">
          <Attachments shown={line.files} now={page.now} folded />
        </div>
      )}
      {line.opinions.length + line.visits.length + line.needs.length > 0 && (
        <div className="agenda-opinions">
          <VisitsBeside visits={line.visits} now={page.now} />
          <FoldedOpinions slug={page.meeting.slug} opinions={line.opinions} now={page.now} />
          <FoldedNeeds needs={line.needs} now={page.now} />
        </div>
      )}
      {waiting.length > 0 && (
        <div className="agenda-proposals">
          {waiting.map((one) => (
            <ProposalCard key={one.id} proposal={one} now={page.now} decides={page.can.decide} />
          ))}
        </div>
      )}
      {(page.can.arrange || line.rewords || line.proposes) && (
        <div className="agenda-row-acts no-print">
          {page.can.arrange && <MoveButtons page={page} line={line} at={at} />}
          {(line.rewords || line.proposes) && <ChangeTopic page={page} line={line} />}
          {page.can.prepare && line.unplaced && <PlaceOnAgenda line={line} />}
          {(line.unplaced ? page.can.clear : page.can.prepare && line.kind !== "lookBack") && (
            <TakeOff line={line} />
          )}
        </div>
      )}
    </li>
  );
}
