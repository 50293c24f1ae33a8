import type { AddressedMeeting } from "~/address/meetings";
import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { AttendanceTag } from "~/meeting/conduct/AttendanceTag";
import { namingClasses } from "~/meeting/conduct/attendance";
import type { InvitationClass } from "~/meeting/kind/invitation";
import type { Stage } from "~/meeting/kind/stage";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import { AnswerInvitation, ChangeInvitation } from "./InvitationActs";
import { InviteUnit } from "./InviteUnit";
import type { InvitationLine, InvitationsOf } from "./invitationsOf.server";
import { PersonFacts } from "./PersonFacts";
import { ProposedInvitations } from "./ProposedInvitations";
import "./invited.css";

interface RepliesProps extends Pick<InvitationsProps, "invitations" | "now"> {
  /** The reader may remind those who have not answered. */
  mayRemind: boolean;
}

/** How many have answered and by when they should, those of whom it is not known who comes, and those who will not. */
function Replies({ invitations, now, mayRemind }: RepliesProps) {
  const { called, replyBy, remindedAt } = invitations;
  const { t, i18n } = useTranslation();
  const names = (lines: readonly InvitationLine[]) =>
    lines.map((line) => named(line.unit, i18n.language)).join(t("session.comma"));
  const asked = called.filter(({ invitation }) => namingClasses.includes(invitation));
  const unanswered = asked.filter((line) => line.unanswered);
  const declined = called.filter((line) => line.state === "declined");
  const late = unanswered.length > 0 && dayOf(now) > replyBy;
  if (asked.length === 0) return null;
  return (
    <div className="stack-tight" id="replies">
      <p className="cluster">
        <StateTag tone={unanswered.length === 0 ? "good" : late ? "bad" : "neutral"}>
          {late
            ? t("reply.late")
            : t("reply.count", { have: asked.length - unanswered.length, need: asked.length })}
        </StateTag>
        <span className="muted">
          {t("reply.by")} <DateText value={replyBy} now={now} withDistance />
        </span>
      </p>
      {unanswered.length > 0 && (
        <div className="cluster">
          <p>{t("session.invite.unnamed", { names: names(unanswered) })}</p>
          {mayRemind && <Remind remindedAt={remindedAt} now={now} />}
        </div>
      )}
      {declined.length > 0 && <p>{t("session.invite.declined", { names: names(declined) })}</p>}
    </div>
  );
}

/** Sends those who have not answered a notice; not twice a day. */
function Remind({ remindedAt, now }: { remindedAt: string | null; now: string }) {
  const { t } = useTranslation();
  return (
    <>
      {(remindedAt === null || dayOf(remindedAt) < dayOf(now)) && (
        <OnceForm className="no-print" preventScrollReset>
          <Button size="small" name="intent" value="remind">
            {t("reply.remind")}
          </Button>
        </OnceForm>
      )}
      {remindedAt && (
        <span className="muted small" role="status">
          {t("reply.reminded")} <DateText value={remindedAt} now={now} withTime />
        </span>
      )}
    </>
  );
}

function WhoComes({ line }: { line: InvitationLine }) {
  const { t } = useTranslation();
  if (line.people.length === 0)
    return line.holder || <span className="muted">{t("session.invite.nobody")}</span>;
  return (
    <>
      {line.people.map((one) => (
        <span className="who-comes" key={one.personName}>
          {one.personName} <PersonFacts title={one.personTitle} insteadOf={one.insteadOf} />
        </span>
      ))}
    </>
  );
}

function Because({ titles }: { titles: readonly string[] }) {
  if (titles.length === 0) return <span className="muted">—</span>;
  return (
    <ul className="because">
      {titles.map((title) => (
        <li key={title}>
          <Words text={title} />
        </li>
      ))}
    </ul>
  );
}

/** Props of {@link Invitations}. */
export interface InvitationsProps {
  meeting: AddressedMeeting & { stage: Stage };
  now: string;
  invitations: InvitationsOf;
  /** The units that could still be called. */
  units: readonly UnitChoice[];
  /** How strongly units may be called, the usual way first. */
  classes: readonly InvitationClass[];
  /** The reader may call units and take invitations back. */
  mayPrepare: boolean;
}

function useColumns({
  meeting,
  now,
  invitations,
  classes,
  mayPrepare,
}: InvitationsProps): Column<InvitationLine>[] {
  const { t, i18n } = useTranslation();
  const { called } = invitations;
  const columns: Column<InvitationLine>[] = [
    { key: "unit", head: t("session.invite.unit"), cell: (line) => named(line.unit, i18n.language) },
    {
      key: "class",
      head: t("session.invite.class"),
      width: "tight",
      cell: (line) => (
        <>
          {t(`session.invitation.${line.invitation}`)}
          {line.asksFor === "head" && <span className="unit-part">{t("reply.asksFor.head")}</span>}
        </>
      ),
    },
    {
      key: "person",
      head: t("session.invite.person"),
      cell: (line) => <WhoComes line={line} />,
    },
    {
      key: "state",
      head: t("session.invite.state"),
      cell: (line) => (
        <>
          {line.state === "invited" && line.answeredAt ? (
            <StateTag tone="good">{t("reply.answered")}</StateTag>
          ) : (
            <AttendanceTag state={line.state} />
          )}
          {line.reason && <span className="unit-part">{line.reason}</span>}
          {line.answeredAt && (
            <span className="unit-part">
              <DateText value={line.answeredAt} now={now} withTime />
            </span>
          )}
        </>
      ),
    },
    {
      key: "because",
      head: t("session.invite.because"),
      width: "wide",
      cell: (line) => <Because titles={line.because} />,
    },
  ];
  if (!mayPrepare && !called.some((line) => line.mayAnswer)) return columns;
  return [
    ...columns,
    {
      key: "acts",
      head: t("session.acts"),
      headHidden: true,
      width: "tight",
      cell: (line) => (
        <div className="cluster no-print">
          {mayPrepare && line.mayWithdraw && (
            <ChangeInvitation meeting={meeting} line={line} classes={classes} />
          )}
          {!mayPrepare && line.mayAnswer && <AnswerInvitation meeting={meeting} line={line} />}
        </div>
      ),
    },
  ];
}

/** Who is called to the day and how strongly, who that still misses, and whom the topics name besides. */
export function Invitations(props: InvitationsProps) {
  const { invitations, units, classes, mayPrepare } = props;
  const { t } = useTranslation();
  const { called, proposed } = invitations;
  const columns = useColumns(props);
  return (
    <section className="section stack" id="invitations">
      <h2>{t("session.invite.title")}</h2>
      <Replies
        invitations={invitations}
        now={props.now}
        mayRemind={mayPrepare && props.meeting.stage === "agenda"}
      />
      <DataTable
        caption={t("session.invite.title")}
        captionHidden
        columns={columns}
        rows={called}
        rowKey={(line) => line.id}
        rowMarked={(line) => line.state === "declined"}
        empty={<p className="muted">{t("session.invite.none")}</p>}
      />
      {mayPrepare && proposed.length > 0 && <ProposedInvitations proposed={proposed} classes={classes} />}
      {mayPrepare && <InviteUnit called={called} units={units} classes={classes} />}
    </section>
  );
}
