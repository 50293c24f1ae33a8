import type { ImportField } from "./columns";

/** What is compared to find out that a problem stands twice. */
export interface ComparedProblem {
  title: string;
  originalWording: string;
  place: string;
  sourceNumber: string | null;
}

const plainText = ({ title, originalWording, place }: ComparedProblem) =>
  `${title}\n${originalWording}\n${place}`
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\n]/gu, "");

/**
 * Writes the keys by which a problem is found again. Where it was filed under a number, that number tells it
 * from others however alike they read; without one the words do, spaces and signs apart.
 */
export function duplicateKeys(problem: ComparedProblem): string[] {
  if (!problem.sourceNumber) return [`text ${plainText(problem)}`];
  return [`number ${problem.sourceNumber.trim().toLowerCase()}`, `numbered ${plainText(problem)}`];
}

/** Writes the keys that a problem must not share with an earlier one, each with the field it is about. */
export function conflictingKeys(problem: ComparedProblem): { key: string; field: ImportField }[] {
  const text = plainText(problem);
  if (problem.sourceNumber)
    return [
      { key: `number ${problem.sourceNumber.trim().toLowerCase()}`, field: "sourceNumber" },
      { key: `text ${text}`, field: "title" },
    ];
  return [
    { key: `text ${text}`, field: "title" },
    { key: `numbered ${text}`, field: "title" },
  ];
}
