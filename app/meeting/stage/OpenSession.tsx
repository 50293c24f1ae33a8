import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import type { ShownApprovals } from "~/rules/shownApproval";
import { requestFor } from "~/rules/shownApproval";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { type OpeningDeparture, openingCovered } from "./openingDepartures";

/** Props of {@link OpenSession}. */
export interface OpenSessionProps {
  page: {
    meeting: { date: string };
    departures: readonly OpeningDeparture[];
    approvals: ShownApprovals;
    now: string;
  };
  /** It is the next thing to do. */
  isNext: boolean;
}

/** Opens the session; an approval is asked for where the agenda was never published, or where it is another day. */
export function OpenSession({ page, isNext }: OpenSessionProps) {
  const { t, i18n } = useTranslation();
  const { departures, approvals, meeting, now } = page;
  const request = requestFor(approvals, "openSession", openingCovered(departures, now));
  const [planned, today] = [meeting.date, dayOf(now)].map((one) => writtenDay(one, i18n.language));
  const hints = departures.map((one) => t(`session.openDeparts.${one}`, { planned, today }));
  return (
    <ConfirmButton
      variant={isNext ? "primary" : "secondary"}
      label={t("session.open")}
      confirmLabel={useApprovalLabel(request, departures.length > 0)}
      consequence={<p>{t("session.openText")}</p>}
      action=""
      name="intent"
      value="open"
    >
      {hints.length > 0 && (
        <ApprovalFields
          approvals={approvals}
          request={request}
          hint={[...hints, t("session.openDeparts.reason")].join(" ")}
        />
      )}
    </ConfirmButton>
  );
}
