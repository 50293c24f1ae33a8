/** What a key does in the table of a list. */
export type GridAct =
  | { act: "step"; down: number; right: number }
  | { act: "edit" }
  | { act: "open" }
  | { act: "clear" }
  | { act: "undo" }
  | { act: "leave" }
  | { act: "drop" }
  | { act: "done"; down: number; right: number };

/** What is pressed, and whether a cell is being written. */
export interface PressedKey {
  key: string;
  shift: boolean;
  control: boolean;
  writing: boolean;
}

const arrows: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The act of a key, or undefined where the browser's own stays: Tab leaves the table while nothing is written. */
export function gridAct({ key, shift, control, writing }: PressedKey): GridAct | undefined {
  if (writing) {
    // Shift+Enter breaks the line.
    if (key === "Enter") return shift ? undefined : { act: "done", down: 1, right: 0 };
    if (key === "Tab") return { act: "done", down: 0, right: shift ? -1 : 1 };
    return key === "Escape" ? { act: "drop" } : undefined;
  }
  const arrow = Object.hasOwn(arrows, key) ? arrows[key] : undefined;
  if (arrow) return { act: "step", down: arrow[0], right: arrow[1] };
  if (key === "Enter") return control ? { act: "open" } : { act: "edit" };
  if (control && key.toLowerCase() === "z") return shift ? undefined : { act: "undo" };
  if (key === "F2") return { act: "edit" };
  if (key === "Delete" || key === "Backspace") return { act: "clear" };
  return key === "Escape" ? { act: "leave" } : undefined;
}
