import { type ReactNode, useId } from "react";
import { useTyped } from "~/ui/typed";

/**
 * Gives a field of a form without a schema in the page its ids: those for its frame, and what its control takes.
 * `typed` is what was typed into it before the form was refused.
 * @param wrong why it was refused, where that is said at this field
 */
export function usePlainField(name: string, hint: ReactNode, wrong?: string) {
  const id = useId();
  const hintId = `${id}-hint`;
  const wrongId = `${id}-wrong`;
  const describedBy = [hint && hintId, wrong && wrongId].filter(Boolean).join(" ") || undefined;
  return {
    frame: { id, hintId, invalid: Boolean(wrong) },
    control: { id, name, "aria-describedby": describedBy },
    wrongId,
    typed: useTyped(name),
  };
}
