import type { ImportField } from "./columns";

/** What is compared to find out that a problem is told twice. */
export interface Told {
  title: string;
  originalWording: string;
  place: string;
  sourceNumber: string | null;
}

const plainText = ({ title, originalWording, place }: Told) =>
  `${title}\n${originalWording}\n${place}`
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\n]/gu, "");

/**
 * The marks by which a problem is known again. Where it was filed under a number, that number tells it from
 * others however alike they read; without one the words do, spaces and signs apart.
 */
export function marksOf(told: Told): string[] {
  if (!told.sourceNumber) return [`text ${plainText(told)}`];
  return [`number ${told.sourceNumber.trim().toLowerCase()}`, `numbered ${plainText(told)}`];
}

/** The marks that a problem must not share with an earlier one, each with the field it is about. */
export function marksToAvoid(told: Told): { mark: string; field: ImportField }[] {
  const text = plainText(told);
  if (told.sourceNumber)
    return [
      { mark: `number ${told.sourceNumber.trim().toLowerCase()}`, field: "sourceNumber" },
      { mark: `text ${text}`, field: "title" },
    ];
  return [
    { mark: `text ${text}`, field: "title" },
    { mark: `numbered ${text}`, field: "title" },
  ];
}
