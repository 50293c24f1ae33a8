import type { Name } from "./language";

/** A code of the district's rules with its names, its place below another, and whether it is still offered. */
export interface NamedCode extends Name {
  code: string;
  parent: string | null;
  retired: boolean;
}

/** What any version of the rules calls its codes, by list. */
export type CodeNames = Partial<Record<string, readonly NamedCode[]>>;
