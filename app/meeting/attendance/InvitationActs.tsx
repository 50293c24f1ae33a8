import { type AddressedMeeting, meetingAddress } from "~/address/meetings";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { askedFor } from "~/meeting/conduct/attendance";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { OnceForm } from "~/ui/OnceForm";
import { ClassSelect } from "./ClassSelect";
import type { InvitationLine } from "./invitationsOf.server";

/** Props of {@link AnswerInvitation}. */
export interface AnswerInvitationProps {
  meeting: AddressedMeeting;
  line: InvitationLine;
}

/** For the unit itself, or the office on its behalf: leads to the slip on which it says who comes. */
export function AnswerInvitation({ meeting, line }: AnswerInvitationProps) {
  const { t, i18n } = useTranslation();
  return (
    <ButtonLink size="small" to={meetingAddress(meeting, `reply?of=${line.id}`)}>
      {line.answeredAt ? t("reply.change") : t("reply.title")}
      <span className="visually-hidden"> {named(line.unit, i18n.language)}</span>
    </ButtonLink>
  );
}

interface ChangeProps {
  meeting: AddressedMeeting;
  line: InvitationLine;
  /** What the kind of meeting offers. */
  classes: readonly InvitationClass[];
}

/** For the office: how strongly a unit is called, or not at all; and what it answered by telephone. */
export function ChangeInvitation({ meeting, line, classes }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <details className="fold change-invitation">
      <summary className="btn btn-quiet btn-small">{t("session.invite.change")}</summary>
      <div className="fold-body cluster">
        <CallOtherwise line={line} classes={classes} />
        {line.mayAnswer && <AnswerInvitation meeting={meeting} line={line} />}
      </div>
    </details>
  );
}

function CallOtherwise({ line, classes }: Omit<ChangeProps, "meeting">) {
  const { t } = useTranslation();
  return (
    <OnceForm className="cluster" preventScrollReset>
      <input type="hidden" name="unitId" value={line.unitId} />
      <input type="hidden" name="attendanceId" value={line.id} />
      <ClassSelect
        className="input select select-auto"
        name="invitation"
        classes={classes}
        now={line.invitation}
        key={line.invitation}
        aria-label={t("session.invite.class")}
      />
      <select
        className="input select select-auto"
        name="asksFor"
        key={`for ${line.asksFor}`}
        defaultValue={line.asksFor}
        aria-label={t("reply.whom")}
      >
        {askedFor.map((one) => (
          <option key={one} value={one}>
            {t(`reply.asksFor.${one}`)}
          </option>
        ))}
      </select>
      <Button size="small" name="intent" value="invite">
        {t("session.save")}
      </Button>
      <Button size="small" variant="quiet" name="intent" value="withdrawInvitation">
        {t("session.invite.withdraw")}
      </Button>
    </OnceForm>
  );
}
