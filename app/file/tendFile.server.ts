import { and, asc, eq, isNull } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { file, post } from "~db/schema";
import { type AttachedTo, type FileKinds, type FileSubject, findSubject } from "./fileKind.server";
import { mayTend } from "./fileRights";

type FileRow = typeof file.$inferSelect;

/** Where the files of the thing are shown. */
export interface ShownAt {
  address: string;
}

/** A file of a thing. */
export interface TendedFile extends AttachedTo {
  fileId: string;
}

/** Words the caption of a file, and says how long it is where that could not be counted. Refuses like {@link removeFile}, and with `changedMeanwhile`. */
export function captionFile(
  kinds: FileKinds,
  actor: Actor,
  input: TendedFile & { version: number; caption: string; characters?: number },
  now: string,
): Promise<Result<ShownAt>> {
  return tend(kinds, actor, input, now, async ({ tx, row, subject, book }) => {
    if (row.version !== input.version) return refuse("changedMeanwhile");
    const { caption } = input;
    const said = saidOf(row, subject, input.characters);
    await write(tx, row, { caption, ...said, version: row.version + 1 });
    await book({
      ...booked(subject, "caption"),
      before: { file: row.id, caption: row.caption, ...(said && { characters: row.characters }) },
      after: { file: row.id, caption, ...(said && { characters: said.characters }) },
    });
    return done({ address: subject.address });
  });
}

/** What somebody says of the length of a file; undefined where it was counted, or does not matter. */
function saidOf({ characters, charactersSaid }: FileRow, { rights }: FileSubject, said: number | undefined) {
  const isCounted = characters !== null && !charactersSaid;
  if (isCounted || !rights.counts || (said ?? null) === characters) return undefined;
  return { characters: said ?? null, charactersSaid: said !== undefined };
}

/**
 * Removes a file: it stays to be seen that it was there, and why it is not; its bytes are served to nobody any more.
 * Refuses with `notFound` and `notAllowed`.
 */
export function removeFile(
  kinds: FileKinds,
  actor: Actor,
  input: TendedFile & { reason: string },
  now: string,
): Promise<Result<ShownAt>> {
  const { reason } = input;
  return tend(kinds, actor, input, now, async ({ tx, row, subject, book }) => {
    const by = { removedByPostId: actor.postId, removedByPersonId: actor.personId };
    await write(tx, row, { removedAt: now, removedReason: reason, ...by, version: row.version + 1 });
    const { id, name, sha256 } = row;
    await book({
      ...booked(subject, "remove"),
      before: { file: id, fileName: name, sha256 },
      after: { file: id, reason },
    });
    return done({ address: subject.address });
  });
}

/** Where a file goes among those of its thing. */
export type FileMove = { to: "up" | "down" } | { to: "before"; beforeId: string | null };

/** Puts a file in another place among those of its thing. Refuses with `notFound` and `notAllowed`. */
export function moveFile(
  kinds: FileKinds,
  actor: Actor,
  input: TendedFile & { move: FileMove },
  now: string,
): Promise<Result<ShownAt>> {
  return tend(kinds, actor, input, now, async ({ tx, row, subject, book }) => {
    const others = await filesBeside(tx, row);
    const position = placeOf(others, row, input.move);
    if (position !== undefined) await write(tx, row, { position });
    await book({ ...booked(subject, "move"), after: { file: row.id } });
    return done({ address: subject.address });
  });
}

interface Tended {
  tx: Queries;
  row: FileRow;
  subject: FileSubject;
  book: Book;
}

function tend(
  kinds: FileKinds,
  actor: Actor,
  on: TendedFile,
  now: string,
  work: (found: Tended) => Promise<Result<ShownAt>>,
): Promise<Result<ShownAt>> {
  return change(actor, now, async (tx, book) => {
    const subject = await findSubject(tx, kinds, actor, on, now);
    const found = subject && (await findFile(tx, on));
    if (!found) return refuse("notFound");
    if (!mayTend(subject.rights, actor.unitId, found)) return refuse("notAllowed");
    return work({ tx, row: found.row, subject, book });
  });
}

async function findFile(tx: Queries, { kind, subjectId, fileId }: TendedFile) {
  const [row] = await tx
    .select({ row: file, addedByUnitId: post.unitId })
    .from(file)
    .innerJoin(post, eq(post.id, file.addedByPostId))
    .where(
      and(eq(file.id, fileId), eq(file.kind, kind), eq(file.subjectId, subjectId), isNull(file.removedAt)),
    );
  return row;
}

async function write(tx: Queries, row: FileRow, columns: Partial<FileRow>): Promise<void> {
  await tx.update(file).set(columns).where(eq(file.id, row.id));
}

const booked = ({ booked: subject, scopeUnitId }: FileSubject, act: string) => ({
  verb: `file.${act}`,
  subject,
  scopeUnitId,
});

async function filesBeside(tx: Queries, { kind, subjectId }: FileRow) {
  return tx
    .select({ id: file.id, position: file.position })
    .from(file)
    .where(and(eq(file.kind, kind), eq(file.subjectId, subjectId), isNull(file.removedAt)))
    .orderBy(asc(file.position), asc(file.id));
}

/** The key of the new place; undefined where it stays where it is. */
function placeOf(
  all: readonly { id: string; position: string }[],
  { id }: FileRow,
  move: FileMove,
): string | undefined {
  const at = all.findIndex((one) => one.id === id);
  const others = all.filter((one) => one.id !== id);
  const to = move.to === "before" ? indexOf(others, move.beforeId) : at + (move.to === "up" ? -1 : 1);
  if (to < 0 || to > others.length || to === at) return undefined;
  return generateKeyBetween(others[to - 1]?.position ?? null, others[to]?.position ?? null);
}

function indexOf(others: readonly { id: string }[], beforeId: string | null): number {
  return beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId);
}
