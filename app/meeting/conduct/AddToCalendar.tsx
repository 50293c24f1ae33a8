import { type AddressedMeeting, meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";

/** Downloads a meeting as a file that calendars take. */
export function AddToCalendar({ meeting }: { meeting: AddressedMeeting }) {
  const { t } = useTranslation();
  return (
    <ButtonLink variant="quiet" reloadDocument to={meetingAddress(meeting, "meeting.ics")}>
      {t("calendar.add")}
    </ButtonLink>
  );
}
