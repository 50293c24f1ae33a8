/** A part of a text by its offsets, in UTF-16 units; `end` is the first one after it. */
export interface Passage {
  start: number;
  end: number;
}

/** Stands in a public text where something was left out. A page puts words in its place. */
export const withheldMark = "▇▇";

/** A text with passages left out and each such place marked; passages may overlap or touch. */
export function withoutPassages(text: string, passages: readonly Passage[]): string {
  let [shown, at] = ["", 0];
  for (const { start, end } of joined(passages)) {
    shown += text.slice(at, start) + withheldMark;
    at = end;
  }
  return shown + text.slice(at);
}

/** In order, and one where several overlap or touch. */
export function joined(passages: readonly Passage[]): Passage[] {
  const sorted = [...passages].sort((one, other) => one.start - other.start);
  const kept: Passage[] = [];
  for (const { start, end } of sorted) {
    const last = kept.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else kept.push({ start, end });
  }
  return kept;
}
