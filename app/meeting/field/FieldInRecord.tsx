import type { InputHTMLAttributes, RefObject, TextareaHTMLAttributes } from "react";
import { useFieldDraft, type WholeValue } from "./useFieldDraft";

type Own = "value" | "onChange" | "onBlur";
type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, Own> & WholeValue & { onBlur?: () => void };
type AreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own> &
  WholeValue & { onBlur?: () => void };

/** One line that is written as a whole. */
export function DraftInput({ value, onCommit, onBlur, ...plain }: InputProps) {
  const { ref, ...draft } = useFieldDraft({ value, onCommit }, plain.type !== "number");
  return (
    <input
      ref={ref as RefObject<HTMLInputElement>}
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
export function DraftArea({ value, onCommit, onBlur, ...plain }: AreaProps) {
  const { ref, ...draft } = useFieldDraft({ value, onCommit }, true);
  return (
    <textarea
      ref={ref as RefObject<HTMLTextAreaElement>}
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
