import { gapsIn } from "./textLines";
import "./sheet.css";

/**
 * A text of the paper with the gaps that word processors leave between Chinese and Latin script, so that a printed page
 * breaks its lines where the Word file does.
 */
export function Gapped({ text }: { text: string }) {
  return gapsIn(text).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text made anew on every load
    <span key={at} className={at > 0 ? "paper-gap" : undefined}>
      {part}
    </span>
  ));
}
