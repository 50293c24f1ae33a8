import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { AttendanceTag } from "~/meeting/conduct/AttendanceTag";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { type Column, DataTable } from "~/ui/DataTable";
import { Words } from "~/ui/Words";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import { AnswerInvitation, ChangeInvitation } from "./InvitationActs";
import { InviteUnit } from "./InviteUnit";
import type { InvitationLine, InvitationsOf } from "./invitationsOf.server";
import { ProposedInvitations } from "./ProposedInvitations";
import "./invited.css";

/** Those of whom it is not known who comes, and those who will not come. */
function MissingPeople({ called }: { called: readonly InvitationLine[] }) {
  const { t, i18n } = useTranslation();
  const names = (lines: readonly InvitationLine[]) =>
    lines.map((line) => named(line.unit, i18n.language)).join(t("session.comma"));
  const coming = called.filter((line) => ["lead", "assist", "attend"].includes(line.invitation));
  const unnamed = coming.filter((line) => line.state === "invited" && !line.person);
  const declined = called.filter((line) => line.state === "declined");
  return (
    <>
      {unnamed.length > 0 && <p>{t("session.invite.unnamed", { names: names(unnamed) })}</p>}
      {declined.length > 0 && <p>{t("session.invite.declined", { names: names(declined) })}</p>}
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
  invitations: InvitationsOf;
  /** The units that could still be called. */
  units: readonly UnitChoice[];
  /** How strongly units may be called, the usual way first. */
  classes: readonly InvitationClass[];
  /** The reader may call units and take invitations back. */
  mayPrepare: boolean;
}

function useColumns({ invitations, classes, mayPrepare }: InvitationsProps): Column<InvitationLine>[] {
  const { t, i18n } = useTranslation();
  const { called } = invitations;
  const columns: Column<InvitationLine>[] = [
    { key: "unit", head: t("session.invite.unit"), cell: (line) => named(line.unit, i18n.language) },
    {
      key: "class",
      head: t("session.invite.class"),
      width: "tight",
      cell: (line) => t(`session.invitation.${line.invitation}`),
    },
    {
      key: "person",
      head: t("session.invite.person"),
      width: "tight",
      cell: (line) => line.person || <span className="muted">{t("session.invite.nobody")}</span>,
    },
    {
      key: "state",
      head: t("session.invite.state"),
      cell: (line) => (
        <>
          <AttendanceTag state={line.state} />
          {line.reason && <span className="unit-part">{line.reason}</span>}
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
          {mayPrepare && line.mayWithdraw && <ChangeInvitation line={line} classes={classes} />}
          {!mayPrepare && line.mayAnswer && <AnswerInvitation line={line} />}
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
      <MissingPeople called={called} />
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
