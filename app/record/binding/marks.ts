import { Mark, type MarkType, type Schema } from "@tiptap/pm/model";
import { isAllowedLink } from "~/record/document/allowedLink";

/** How words look, as the shared text has it: the name of a mark, with `true` or its attributes. */
export type Look = Record<string, unknown>;

/** Writes marks as a look. */
export function lookOf(marks: readonly Mark[]): Look {
  return Object.fromEntries(
    marks.map((mark) => [mark.type.name, Object.keys(mark.attrs).length > 0 ? { ...mark.attrs } : true]),
  );
}

/** Reads a look that anybody may have written: what is unknown or not allowed falls away. */
export function marksOf(schema: Schema, look: Look | undefined): readonly Mark[] {
  const marks = Object.entries(look ?? {}).flatMap(([name, value]) => markOf(schema, name, value) ?? []);
  return Mark.setFrom(marks);
}

/** Reads one mark; null where there is none, or none that is allowed. */
export function markOf(schema: Schema, name: string, value: unknown): Mark | null {
  const type: MarkType | undefined = Object.hasOwn(schema.marks, name) ? schema.marks[name] : undefined;
  if (!type || value === null || value === undefined || value === false) return null;
  if (name !== "link") return type.create();
  const { href, title } = (typeof value === "object" ? value : {}) as Record<string, unknown>;
  return isAllowedLink(href) ? type.create({ href, title: typeof title === "string" ? title : null }) : null;
}

/** What has to be said so that a text of one look gets another: null takes a mark away. */
export function lookChange(from: Look, to: Look): Look | null {
  const change: Look = {};
  for (const name of Object.keys(from)) if (!(name in to)) change[name] = null;
  for (const [name, value] of Object.entries(to))
    if (JSON.stringify(from[name]) !== JSON.stringify(value)) change[name] = value;
  return Object.keys(change).length > 0 ? change : null;
}
