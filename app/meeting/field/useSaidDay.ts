import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { saidDay } from "~/calendar/said/saidDay";
import { useLive } from "~/record/live/LiveRecord";

// A day that is being typed is written when the hand rests: 12月2日 is not meant on the way to 12月20日.
const rest = 700;

/** A day of the record, and how it is written. */
export interface DayValue {
  /** YYYY-MM-DD; null where there is none. */
  value: string | null;
  onCommit: (day: string | null) => void;
}

/**
 * A day that is typed as people say it: what stands in the field, which day is read from it, and whether it is none.
 * It is brought into the record when the hand rests or leaves. What cannot be read stays in the field, and the record
 * as it was.
 * @param said the day of the record in words, shown while nobody types
 * @param today the day from which "in two weeks" counts (YYYY-MM-DD)
 */
export function useSaidDay({ value, onCommit }: DayValue, said: string, today: string) {
  const { connection } = useLive();
  // Null while nobody types.
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const emptied = typed !== null && typed.trim() === "";
  const read = typed === null || emptied ? null : saidDay(typed, today);
  const waits = typed !== null && (emptied ? value !== null : read !== null && read !== value);
  const bring = useRef(() => {});
  bring.current = () => {
    if (waits) onCommit(read);
  };
  useEffect(() => (waits ? connection.holdDraft() : undefined), [waits, connection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every further key puts the rest off
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => bring.current(), rest);
    return () => clearTimeout(timer);
  }, [typed, waits]);
  useEffect(() => {
    const now = () => bring.current();
    window.addEventListener("pagehide", now);
    return () => {
      window.removeEventListener("pagehide", now);
      now();
    };
  }, []);
  const close = () => {
    bring.current();
    if (read !== null || emptied) setTyped(null);
    setLeft(true);
  };
  return {
    /** The day that is read from what is being typed. */
    read,
    unreadable: typed !== null && !emptied && read === null && left,
    /** Takes a day that was picked. */
    pick: (day: string | null) => {
      setTyped(null);
      onCommit(day);
    },
    field: {
      value: typed ?? said,
      onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
        setTyped(currentTarget.value);
        setLeft(false);
      },
      onBlur: close,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") {
          close();
          // What is no day is put right before one goes on.
          if (typed !== null && !emptied && read === null) event.preventDefault();
        }
        if (event.key === "Escape" && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      },
    },
  };
}
