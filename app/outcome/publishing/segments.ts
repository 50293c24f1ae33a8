import type { Passage } from "../withheld";

/** What is done with a passage of a text: left out, shown though it was marked, or still to be decided. */
export type SegmentKind = "out" | "stands" | "open";

/** A passage and what is done with it. */
export interface Span extends Passage {
  as: SegmentKind;
}

/** A part of a text; null where nothing is done with it. */
export interface Segment {
  start: number;
  text: string;
  as: SegmentKind | null;
}

/** Takes a text apart where passages begin and end; where they overlap, the last one says what is done. */
export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  );
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place]!;
    const over = spans.filter((span) => span.start <= start && end <= span.end).at(-1);
    return { start, text: text.slice(start, end), as: over?.as ?? null };
  });
}
