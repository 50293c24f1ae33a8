import type { ImportField } from "./columns";

/** What is compared to find out that a problem stands twice. */
export interface ComparedProblem {
  title: string;
  originalWording: string;
  place: string;
  sourceNumber: string | null;
}

/** By what a problem is found again, and what it must not share with an earlier one. */
export interface DuplicateKeys {
  own: string[];
  /** Each with the field it is about. */
  conflicting: { key: string; field: ImportField }[];
}

const plainText = ({ title, originalWording, place }: ComparedProblem) =>
  `${title}\n${originalWording}\n${place}`
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\n]/gu, "");

/**
 * Writes the keys of a problem. Where it was filed under a number, that number tells it from others however alike they
 * read; without one the words do, spaces and signs apart.
 */
export function duplicateKeys(problem: ComparedProblem): DuplicateKeys {
  const text = `text ${plainText(problem)}`;
  const numbered = text.replace("text", "numbered");
  const byText = { key: text, field: "title" } as const;
  if (!problem.sourceNumber) return { own: [text], conflicting: [byText, { key: numbered, field: "title" }] };
  const number = `number ${problem.sourceNumber.trim().toLowerCase()}`;
  return { own: [number, numbered], conflicting: [{ key: number, field: "sourceNumber" }, byText] };
}
