import { type RefObject, useState } from "react";
import { choiceValue, isOpen, type KeyedMark, markChoices } from "./look";
import { linesOf, takeSelected } from "./takeSelected";

/** What a form says at present: choices about marks, and further passages. */
interface Said {
  choices: string[];
  passages: string[];
}

/**
 * Follows what somebody leaves out in the form of a box, so that the texts in it show it.
 * @param typed what had been sent before the form was refused
 */
export function usePassages(
  box: RefObject<HTMLElement>,
  marks: readonly KeyedMark[],
  typed: Record<string, string> | undefined,
) {
  const [said, setSaid] = useState<Said>(() => ({
    choices: typed
      ? marks.flatMap((_, place) => typed[`choices[${place}]`] ?? [])
      : marks.flatMap((mark) => (isOpen(mark) ? [] : choiceValue(mark, markChoices[0]))),
    passages: linesOf(typed?.passages ?? ""),
  }));
  const read = () => {
    const form = box.current?.querySelector("form");
    if (!form) return;
    const sent = new FormData(form);
    const choices = marks.flatMap((_, place) => {
      const value = sent.get(`choices[${place}]`);
      return typeof value === "string" ? value : [];
    });
    setSaid({ choices, passages: linesOf(String(sent.get("passages") ?? "")) });
  };
  const take = () => {
    takeSelected(box.current);
    read();
  };
  return { said, read, take };
}
