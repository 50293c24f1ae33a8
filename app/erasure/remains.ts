/** A place in which words still stand after they were erased, because it is kept by law or written by others. */
export type Remaining =
  | { in: "minutes" | "record" | "corrections" | "overwritten" | "proposals"; slug: string }
  | { in: "problem"; number: string }
  | { in: "files"; number: string }
  | { in: "upload"; month: string; street: string };
