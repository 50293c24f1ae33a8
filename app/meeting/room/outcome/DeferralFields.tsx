import type { FieldMetadata } from "@conform-to/react";
import { writtenDay } from "~/calendar/writtenDate";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { deferralSaid } from "~/meeting/deferral/deferral";
import { anotherDay } from "~/meeting/room/outcomeForm";
import { useFacts } from "~/meeting/room/RoomFacts";
import type { RoomLaterMeeting, RoomOutcome } from "~/meeting/room/roomView";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextField } from "~/ui/form/TextField";

// Whoever means a later one still writes its day.
const mostOffered = 3;

/** Says how a deferral that was entered stands in the fields of its form. */
export function deferralEntered(
  entered: RoomOutcome | undefined,
  later: readonly RoomLaterMeeting[],
): { deferredTo: string; deferredDay: string } {
  if (!entered?.deferredTo) return { deferredTo: later[0]?.slug ?? anotherDay, deferredDay: "" };
  const meeting = later.slice(0, mostOffered).find(({ date }) => date === entered.deferredTo);
  return meeting
    ? { deferredTo: meeting.slug, deferredDay: "" }
    : { deferredTo: anotherDay, deferredDay: entered.deferredTo };
}

/** When a topic that is put off comes again: at a later meeting, or on a day as people say it. */
export function DeferralFields({ to, day }: { to: FieldMetadata<string>; day: FieldMetadata<string> }) {
  const { t, i18n } = useTranslation();
  const { laterMeetings: later, date } = useFacts();
  const nameOf = useMeetingName();
  const writes = later.length === 0 || to.value === anotherDay || to.value === undefined;
  const read = writes && day.value ? deferralSaid(day.value, date, later) : null;
  const called = read && later.find(({ id }) => id === read.meetingId);
  const options = later.slice(0, mostOffered).map((one) => ({
    value: one.slug,
    label: t("room.outcome.laterMeeting", { name: nameOf(one), date: writtenDay(one.date, i18n.language) }),
  }));
  return (
    <div className="outcome-deferral">
      {options.length > 0 && (
        <RadiosField
          field={to}
          label={t("room.outcome.deferredTo")}
          options={[...options, { value: anotherDay, label: t("room.outcome.anotherDay") }]}
        />
      )}
      {writes && (
        <TextField
          field={day}
          label={t("room.outcome.deferredDay")}
          hint={t("saidDay.hint")}
          size="medium"
          autoComplete="off"
        />
      )}
      <p className="small" role="status">
        {read && writtenDay(read.date, i18n.language)}
        {called && t("room.outcome.isCalled", { name: nameOf(called) })}
      </p>
    </div>
  );
}
