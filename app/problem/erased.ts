/** Who can ask by law that words about a resident are erased; never kept by name. */
export const askers = ["resident", "agent", "kin", "authority", "office"] as const;
export type Asker = (typeof askers)[number];

/** The fields of a problem in which people's words stand. */
export const wordFields = [
  "originalWording",
  "title",
  "summary",
  "place",
  "question",
  "coordination",
  "legalBasis",
  "sourceNumber",
] as const;
export type WordField = (typeof wordFields)[number];
