import { type Span, segmentsOf } from "./segments";
import "./publishing.css";

/** A stored text, with what is left out struck through and what is still to be decided marked. */
export function SegmentedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  return (
    <p className="stored-text">
      {segmentsOf(text, spans).map(({ start, text: part, as }) => {
        if (as === null) return <span key={start}>{part}</span>;
        if (as === "out") return <del key={start}>{part}</del>;
        return (
          <mark key={start} data-as={as}>
            {part}
          </mark>
        );
      })}
    </p>
  );
}
