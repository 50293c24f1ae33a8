import { Words } from "~/ui/Words";
import { markWords } from "./likeness";
import "./problem.css";

/** A text in which some words are marked, because another text has them too. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <span className="as-written">
      {markWords(text, words).map((part, at) =>
        part.marked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
          <mark key={at}>{part.text}</mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
          <Words key={at} text={part.text} />
        ),
      )}
    </span>
  );
}
