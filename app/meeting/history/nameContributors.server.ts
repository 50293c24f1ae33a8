import { eq, inArray } from "drizzle-orm";
import { nameOfUnit } from "~/access/names";
import { serverAuthor } from "~/record/live/serverAuthor";
import type { Queries } from "~db/connect";
import { person, post, unit } from "~db/schema";
import type { Writer } from "./authorship";
import type { Contributor } from "./contributors";

/** Gathers who is met in a record, and names them at the end. */
export class Contributors {
  readonly #keys = new Map<string, number>();
  readonly #writers: Writer[] = [];

  /** The number of a writer on this page; null where nobody is known. */
  numberOf(writer: Writer | null): number | null {
    if (!writer) return null;
    const key = JSON.stringify([writer.personId, writer.postId]);
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    this.#keys.set(key, this.#writers.length);
    return this.#writers.push(writer) - 1;
  }

  /** Everybody met, in the order of their numbers. The platform's own edits carry no name. */
  async named(db: Queries): Promise<Contributor[]> {
    const people = await namesOf(db, this.#ids("personId"));
    const units = await unitsOf(db, this.#ids("postId"));
    return this.#writers.map(({ personId, postId }) => ({
      name: personId === serverAuthor.personId ? null : (people.get(personId ?? "") ?? null),
      unit: units.get(postId ?? "") ?? null,
    }));
  }

  #ids(field: "personId" | "postId"): string[] {
    return [...new Set(this.#writers.flatMap((writer) => writer[field] ?? []))];
  }
}

async function namesOf(db: Queries, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function unitsOf(db: Queries, ids: string[]) {
  const rows = await db
    .select({ id: post.id, ...nameOfUnit(unit) })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(inArray(post.id, ids));
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}
