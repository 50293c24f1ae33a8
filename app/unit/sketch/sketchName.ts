/** A name as it is written into a rectangle. */
export interface SketchName {
  lines: string[];
  /** In units of the plane. */
  size: number;
}

const sizes = [38, 34, 30, 26, 22, 18, 15] as const;

// Of a Latin letter, against a Chinese sign.
const widthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0);

function wrapped(name: string, most: number): string[] {
  const pieces = name.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g) ?? [];
  const lines = [""];
  for (const piece of pieces) {
    const line = lines.at(-1)! + piece;
    if (widthOf(line.trimEnd()) <= most || lines.at(-1) === "") lines[lines.length - 1] = line;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** Breaks a name into lines that fit a rectangle, as large as they can be. */
export function nameIn(name: string, { width, height }: { width: number; height: number }): SketchName {
  const room = width - 16;
  for (const size of sizes) {
    const lines = wrapped(name, room / size);
    const fits = lines.every((line) => widthOf(line) * size <= room) && lines.length * size * 1.2 <= height;
    if (fits) return { lines, size };
  }
  const size = sizes.at(-1)!;
  return { lines: wrapped(name, room / size), size };
}
