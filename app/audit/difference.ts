/** One thing that an event changed: a path inside what was booked, and its value before and after. */
export interface Difference {
  /** Such as `dueDate` or `rules.agenda.limit`. */
  path: string;
  /** One value, or those of a list; undefined where there was nothing. */
  before: string[] | undefined;
  after: string[] | undefined;
}

type Leaves = Map<string, string[]>;

function collect(value: unknown, path: string, leaves: Leaves): Leaves {
  if (Array.isArray(value) || value === null || typeof value !== "object") {
    // Nothing and an empty text read the same.
    if (value !== null && value !== undefined && value !== "") leaves.set(path, [value].flat().map(wordsOf));
    return leaves;
  }
  for (const [key, inner] of Object.entries(value))
    collect(inner, path === "" ? key : `${path}.${key}`, leaves);
  return leaves;
}

function wordsOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
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

function alike(one: string[] | undefined, other: string[] | undefined): boolean {
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
