import { type FocusEvent, type InputHTMLAttributes, useId, useRef } from "react";
import type { UnusualDays } from "~/calendar/unusualDays";
import { dateParts } from "~/calendar/writtenDate";
import { useDayOff } from "~/i18n/useDayOff";
import { useTranslation } from "~/i18n/useTranslation";
import { type DayValue, useSaidDay } from "./useSaidDay";
import "./day.css";

/** Props of {@link DayInRecord}. */
export interface DayInRecordProps extends DayValue {
  /** The day on which people sit here (YYYY-MM-DD): what they say counts from it. */
  today: string;
  /** Holidays and make-up days of the time ahead. */
  unusual: UnusualDays;
  label: string;
  id?: string;
  /** What cannot hold about the day, in words. */
  fault?: string | null;
  onFocus?: () => void;
  onBlur?: () => void;
}

type Picker = Pick<DayInRecordProps, "value" | "label"> & { onPick: (day: string | null) => void };

/** The browser's own calendar, for the mouse and for fingers. */
function PickDay({ value, label, onPick }: Picker) {
  const { t } = useTranslation();
  const own = useRef<HTMLInputElement>(null);
  return (
    <span className="said-day-pick">
      <input
        ref={own}
        type="date"
        value={value ?? ""}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => onPick(event.target.value || null)}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={t("saidDay.pick", { field: label })}
        onClick={() => own.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3m5-3v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
    </span>
  );
}

/** Says a day as it stands in the field: 12月20日 周日, with its year where that is not this one. */
function useWords(today: string): (day: string) => string {
  const { t, i18n } = useTranslation();
  return (day) =>
    t(today.slice(0, 4) === day.slice(0, 4) ? "ui.date.day" : "ui.date.dayYear", {
      ...dateParts(day, i18n.language),
    });
}

/** A day of a slip, typed as people say it (下周五, 月底前) or picked; shown back as a date, with a word on days off. */
export function DayInRecord(props: DayInRecordProps) {
  const { value, today, unusual, label, id, fault, onFocus, onBlur } = props;
  const { t } = useTranslation();
  const words = useWords(today);
  const note = useId();
  const { read, unreadable, pick, field } = useSaidDay(props, value ? words(value) : "", today);
  const off = useDayOff(read ?? value ?? "", unusual);
  const wrong = unreadable ? t("saidDay.unreadable") : fault;
  const input: InputHTMLAttributes<HTMLInputElement> = {
    ...field,
    id,
    "aria-label": id ? undefined : label,
    "aria-describedby": note,
    "aria-invalid": wrong ? true : undefined,
    onFocus: (event: FocusEvent<HTMLInputElement>) => {
      event.currentTarget.select();
      onFocus?.();
    },
    onBlur: () => {
      field.onBlur();
      onBlur?.();
    },
  };
  return (
    <div className="said-day">
      <input {...input} className="input" type="text" autoComplete="off" placeholder={t("saidDay.hint")} />
      <PickDay {...{ value, label }} onPick={pick} />
      <div className="said-day-note" id={note} role="status">
        {read && <span>{words(read)}</span>}
        {off && <span className="said-day-off">{t("saidDay.off", { kind: off })}</span>}
      </div>
      {wrong && (
        <div className="field-errors">
          <p>{wrong}</p>
        </div>
      )}
    </div>
  );
}
