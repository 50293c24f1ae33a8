import { type ReactNode, useId } from "react";
import { useTyped } from "~/ui/typed";

/**
 * Gives a field of a form without a schema in the page its ids: those for its frame, and what its control takes.
 * `typed` is what was typed into it before the form was refused.
 */
export function usePlainField(name: string, hint: ReactNode) {
  const id = useId();
  const hintId = `${id}-hint`;
  const describedBy = hint ? hintId : undefined;
  return {
    frame: { id, hintId },
    control: { id, name, "aria-describedby": describedBy },
    typed: useTyped(name),
  };
}
