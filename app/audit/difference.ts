import { isSealed, type Sealed } from "~/ledger/sealed";

/** A value as it is booked, or what is kept of a text. */
export type Booked = string | Sealed;

/** One thing that an event changed: a path inside what was booked, and its value before and after. */
export interface Difference {
  /** Such as `dueDate` or `rules.agenda.limit`. */
  path: string;
  /** One value, or those of a list; undefined where there was nothing. */
  before: Booked[] | undefined;
  after: Booked[] | undefined;
}

type Leaves = Map<string, Booked[]>;

function collect(value: unknown, path: string, leaves: Leaves): Leaves {
  if (Array.isArray(value) || value === null || typeof value !== "object" || isSealed(value)) {
    // Nothing and an empty text read the same.
    if (value !== null && value !== undefined && value !== "")
      leaves.set(path, [value].flat().flatMap(valuesIn));
    return leaves;
  }
  for (const [key, inner] of Object.entries(value))
    collect(inner, path === "" ? key : `${path}.${key}`, leaves);
  return leaves;
}

/** The values of one entry of a list; a thing with several, such as a milestone, says all of them but its id. */
function valuesIn(value: unknown): Booked[] {
  if (typeof value === "string" || isSealed(value)) return [value];
  if (typeof value !== "object" || value === null) return [JSON.stringify(value)];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "id" || inner === null || inner === "" ? [] : [inner].flat().flatMap(valuesIn),
  );
}

/**
 * What changed between two booked states (JSON, or null where nothing was booked), path by path; what stayed
 * the same is left out.
 */
export function differencesOf(before: string | null, after: string | null): Difference[] {
  const had = collect(before === null ? undefined : JSON.parse(before), "", new Map());
  const has = collect(after === null ? undefined : JSON.parse(after), "", new Map());
  return (
    [...new Set([...had.keys(), ...has.keys()])]
      .map((path) => ({ path, before: had.get(path), after: has.get(path) }))
      // The thing's own identifier is its subject already.
      .filter(({ path, ...one }) => path !== "id" && !alike(one.before, one.after))
  );
}

function alike(one: Booked[] | undefined, other: Booked[] | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const identifier = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The identifiers written in a text. */
export function identifiersIn(text: string | null | undefined): string[] {
  return text?.match(identifier) ?? [];
}

/** A text with each identifier that has a name replaced by it. */
export function withNames(text: string, nameOf: (id: string) => string | undefined): string {
  return text.replace(identifier, (id) => nameOf(id) ?? id);
}

/** The digests that stand for texts in what is booked. */
export function digestsIn(booked: string | null): string[] {
  return [...(booked ?? "").matchAll(/"sealed":"([0-9a-f]{64})"/g)].map(([, digest]) => digest!);
}
