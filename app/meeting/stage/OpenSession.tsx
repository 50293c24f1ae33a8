import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import { ConfirmButton } from "~/ui/ConfirmButton";
import type { OpeningDeparture } from "./openingDepartures";

/** Props of {@link OpenSession}. */
export interface OpenSessionProps {
  page: { meeting: { date: string }; departures: readonly OpeningDeparture[]; now: string };
  /** It is the next thing to do. */
  isNext: boolean;
}

/** Opens the session; a reason is asked for where the agenda was never published, or where it is another day. */
export function OpenSession({ page, isNext }: OpenSessionProps) {
  const { t, i18n } = useTranslation();
  const { departures, meeting, now } = page;
  const [planned, today] = [meeting.date, dayOf(now)].map((one) => writtenDay(one, i18n.language));
  const hints = departures.map((one) => t(`session.openDeparts.${one}`, { planned, today }));
  return (
    <ConfirmButton
      variant={isNext ? "primary" : "secondary"}
      label={t("session.open")}
      consequence={<p>{t("session.openText")}</p>}
      action=""
      name="intent"
      value="open"
    >
      {hints.length > 0 && (
        <Reason id="open-reason" hint={[...hints, t("session.openDeparts.reason")].join(" ")} />
      )}
    </ConfirmButton>
  );
}
