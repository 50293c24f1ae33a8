import {
  type ChangeEvent,
  type InputHTMLAttributes,
  type TextareaHTMLAttributes,
  useEffect,
  useRef,
  useState,
} from "react";
import { useLive } from "~/record/live/LiveRecord";

// A value that is written as a whole is written when the hand rests, not with every key.
const rest = 500;

interface DraftProps {
  value: string;
  onCommit: (value: string) => void;
}

/** A value being typed: shown at once, brought into the record when the hand rests or leaves. */
function useDraft({ value, onCommit }: DraftProps) {
  const { connection } = useLive();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = useRef<() => void>(() => undefined);
  commit.current = () => {
    if (draft === null) return;
    setDraft(null);
    if (draft !== value) onCommit(draft);
  };
  const drafting = draft !== null;
  useEffect(() => (drafting ? connection.holdDraft() : undefined), [drafting, connection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every further key puts the rest off
  useEffect(() => {
    if (!drafting) return;
    const timer = setTimeout(() => commit.current(), rest);
    return () => clearTimeout(timer);
  }, [draft, drafting]);
  useEffect(() => {
    // Leaving the page, or the topic, must not cost the last word.
    const leave = () => commit.current();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return {
    value: draft ?? value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setDraft(event.target.value),
    onBlur: () => commit.current(),
  };
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "onBlur">;
type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "value" | "onChange" | "onBlur">;

/** One line that is written as a whole. */
export function DraftInput({
  value,
  onCommit,
  onBlur,
  ...plain
}: DraftProps & Input & { onBlur?: () => void }) {
  const draft = useDraft({ value, onCommit });
  return (
    <input
      className="input"
      {...plain}
      {...draft}
      onBlur={() => {
        draft.onBlur();
        onBlur?.();
      }}
    />
  );
}

/** Several lines that are written as a whole. */
export function DraftArea({
  value,
  onCommit,
  onBlur,
  ...plain
}: DraftProps & Area & { onBlur?: () => void }) {
  const draft = useDraft({ value, onCommit });
  return (
    <textarea
      className="input"
      rows={1}
      {...plain}
      {...draft}
      onBlur={() => {
        draft.onBlur();
        onBlur?.();
      }}
    />
  );
}
