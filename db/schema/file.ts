import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { person, post } from "./unit";

/**
 * A file that is attached to something. Its bytes lie in the data folder under their SHA-256; a trigger refuses to
 * change what they are and what they belong to.
 */
export const file = sqliteTable(
  "file",
  {
    id: text("id").primaryKey(),
    /** Which kind of thing it is attached to (see app/attachment/kinds.server.ts), and which of them. */
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Its place among the files of the thing: a fractional key, compared by its bytes. */
    position: text("position").notNull(),
    /** As it was called where it came from, with the ending of what it is. */
    name: text("name").notNull(),
    caption: text("caption").notNull().default(""),
    /** Told by its bytes; of images, what they were made into. */
    type: text("type").notNull(),
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
    /** Of images: a small size, and how large they are shown. */
    thumbnailSha256: text("thumbnail_sha256"),
    thumbnailBytes: integer("thumbnail_bytes"),
    width: integer("width"),
    height: integer("height"),
    /** Characters that it says; null where nobody knows. Counted where its make can be read, else said by a person. */
    characters: integer("characters"),
    charactersSaid: integer("characters_said", { mode: "boolean" }).notNull().default(false),
    addedAt: text("added_at").notNull(),
    addedByPostId: text("added_by_post_id")
      .notNull()
      .references(() => post.id),
    addedByPersonId: text("added_by_person_id")
      .notNull()
      .references(() => person.id),
    /** From then on its bytes are served to nobody. */
    removedAt: text("removed_at"),
    removedReason: text("removed_reason").notNull().default(""),
    removedByPostId: text("removed_by_post_id").references(() => post.id),
    removedByPersonId: text("removed_by_person_id").references(() => person.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("file_subject").on(t.kind, t.subjectId, t.position), index("file_removed").on(t.removedAt)],
);
