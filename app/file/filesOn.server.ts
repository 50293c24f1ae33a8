import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { file, post, unit } from "~db/schema";
import { type FileRights, mayTend, type RemovedFile, type ShownFile, type ShownFiles } from "./fileRights";
import type { FileType } from "./fileType";

const removingPost = alias(post, "removing_post");
const removingUnit = alias(unit, "removing_unit");

/** A thing whose files are asked for, with what the reader may do with them; that they see it, the caller knows. */
export interface SeenSubject {
  id: string;
  rights: FileRights;
}

/** Lists the files of things of one kind that somebody sees, by the things' ids. */
export async function filesOnAll(
  db: Queries,
  reader: { unitId: string },
  kind: string,
  subjects: readonly SeenSubject[],
): Promise<Record<string, ShownFiles>> {
  const rows = await rowsOf(db, kind, subjects);
  return Object.fromEntries(
    subjects.map(({ id, rights }) => {
      const own = rows.filter((row) => row.file.subjectId === id);
      const files = own.flatMap((row) => (row.file.removedAt ? [] : [shown(row, rights, reader.unitId)]));
      return [
        id,
        {
          kind,
          subjectId: id,
          files,
          removed: own.flatMap(removedOf),
          adds: rights.add,
          counts: rights.counts === true,
        },
      ];
    }),
  );
}

/** Lists the files of one thing that somebody sees. */
export async function filesOn(
  db: Queries,
  reader: { unitId: string },
  kind: string,
  subject: SeenSubject,
): Promise<ShownFiles> {
  return (await filesOnAll(db, reader, kind, [subject]))[subject.id]!;
}

/** Counts what is kept on a thing: files, and their bytes in all sizes. */
export async function keptOn(
  db: Queries,
  kind: string,
  subjectId: string,
): Promise<{ count: number; bytes: number }> {
  const [row] = await db
    .select({
      count: sql<number>`count(*)`,
      bytes: sql<number>`coalesce(sum(${file.bytes} + coalesce(${file.thumbnailBytes}, 0)), 0)`,
    })
    .from(file)
    .where(and(eq(file.kind, kind), eq(file.subjectId, subjectId), isNull(file.removedAt)));
  return row!;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(db: Queries, kind: string, subjects: readonly SeenSubject[]) {
  const ids = subjects.map(({ id }) => id);
  return db
    .select({
      file,
      unitId: unit.id,
      by: nameOfUnit(unit),
      removedBy: { zh: removingUnit.nameZh, en: removingUnit.nameEn },
    })
    .from(file)
    .innerJoin(post, eq(post.id, file.addedByPostId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .leftJoin(removingPost, eq(removingPost.id, file.removedByPostId))
    .leftJoin(removingUnit, eq(removingUnit.id, removingPost.unitId))
    .where(and(eq(file.kind, kind), inArray(file.subjectId, ids)))
    .orderBy(asc(file.position), asc(file.id));
}

function shown({ file: row, unitId, by }: Row, rights: FileRights, readerUnitId: string): ShownFile {
  const { id, name, caption, bytes, characters, charactersSaid, width, height, addedAt, version } = row;
  const tends = mayTend(rights, readerUnitId, { addedByUnitId: unitId });
  return {
    ...{ id, name, caption, bytes, characters, charactersSaid, width, height, addedAt, version, tends },
    type: row.type as FileType,
    addedBy: by as Name,
  };
}

function removedOf({ file: row, removedBy }: Row): RemovedFile[] {
  const { id, name, removedAt, removedReason } = row;
  if (removedAt === null) return [];
  return [{ id, name, removedAt, reason: removedReason, removedBy: removedBy as Name }];
}
