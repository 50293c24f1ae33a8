/** What a key does in the table of a list. */
export type GridAct =
  | { act: "step"; down: number; right: number }
  | { act: "extend"; down: number; right: number }
  | { act: "moveRows"; by: -1 | 1 }
  | { act: "edit" | "open" | "clear" | "fill" | "removeRows" | "all" }
  | { act: "undo" | "redo" | "leave" | "drop" }
  | { act: "done"; down: number; right: number };

/** What is pressed, and whether a cell is being written. */
export interface PressedKey {
  key: string;
  shift: boolean;
  control: boolean;
  alt?: boolean;
  writing: boolean;
}

const arrows: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function whileWriting({ key, shift }: PressedKey): GridAct | undefined {
  // Shift+Enter breaks the line.
  if (key === "Enter") return shift ? undefined : { act: "done", down: 1, right: 0 };
  if (key === "Tab") return { act: "done", down: 0, right: shift ? -1 : 1 };
  return key === "Escape" ? { act: "drop" } : undefined;
}

function withControl({ key, shift }: PressedKey): GridAct | undefined {
  const letter = key.toLowerCase();
  if (letter === "z") return { act: shift ? "redo" : "undo" };
  if (letter === "y") return { act: "redo" };
  if (letter === "d") return { act: "fill" };
  if (letter === "a") return { act: "all" };
  if (key === "Enter") return { act: "open" };
  return key === "Delete" || key === "Backspace" ? { act: "removeRows" } : undefined;
}

function ofArrow([down, right]: [number, number], { shift, alt }: PressedKey): GridAct | undefined {
  if (!alt) return { act: shift ? "extend" : "step", down, right };
  return down === -1 || down === 1 ? { act: "moveRows", by: down } : undefined;
}

/** The act of a key, or undefined where the browser's own stays: Tab leaves the table while nothing is written. */
export function gridAct(pressed: PressedKey): GridAct | undefined {
  const { key, control, writing } = pressed;
  if (writing) return whileWriting(pressed);
  const arrow = Object.hasOwn(arrows, key) ? arrows[key] : undefined;
  if (arrow) return ofArrow(arrow, pressed);
  if (control) return withControl(pressed);
  if (key === "Enter" || key === "F2") return { act: "edit" };
  if (key === "Delete" || key === "Backspace") return { act: "clear" };
  return key === "Escape" ? { act: "leave" } : undefined;
}
