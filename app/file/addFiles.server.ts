import { and, desc, eq } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { saidFileName } from "~/value/fileName";
import type { Queries } from "~db/connect";
import { fileStore } from "~db/files";
import { read } from "~db/read";
import { file } from "~db/schema";
import { type AttachedTo, type FileKinds, type FileSubject, findSubject } from "./fileKind.server";
import { fileLimits } from "./fileLimits";
import { type MadeFile, makeFile } from "./fileMaker.server";
import { keptOn } from "./filesOn.server";
import { keptName } from "./fileType";

/** A file as it was sent. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** What is to be attached, and to what. */
export interface FilesToAdd extends AttachedTo {
  files: readonly SentFile[];
}

type NewFile = MadeFile & { name: string };

const megabyte = 1024 * 1024;

/**
 * Attaches files: all of them, or none. Their bytes are on the disk before anybody is told of them. Refuses with
 * `notFound`, `notAllowed`, `noFileChosen`, `fileTooLarge`, `tooManyFiles`, `filesTooLarge` and what `makeFile` refuses.
 * @returns the ids of the files, and where they are shown
 */
export async function addFiles(
  kinds: FileKinds,
  actor: Actor,
  input: FilesToAdd,
  now: string,
): Promise<Result<{ ids: string[]; address: string }>> {
  const { files } = input;
  const may = await read((db) => mayAdd(db, kinds, actor, { ...input, count: files.length, bytes: 0 }, now));
  if (!may.ok) return may;
  if (files.length === 0) return refuse("noFileChosen");
  const { megabytes } = fileLimits;
  if (files.some(({ bytes }) => bytes.length > megabytes * megabyte))
    return refuse("fileTooLarge", { values: { megabytes } });
  const made = await makeAll(files);
  if (!made.ok) return made;
  for (const one of made.value) await storeFile(one);
  return change(actor, now, async (tx, book) => {
    const bytes = made.value.reduce((sum, one) => sum + bytesOf(one), 0);
    const still = await mayAdd(tx, kinds, actor, { ...input, count: files.length, bytes }, now);
    if (!still.ok) return still;
    const ids = await insertFiles(tx, book, { actor, now, on: input, subject: still.value }, made.value);
    return done({ ids, address: still.value.address });
  });
}

async function mayAdd(
  db: Queries,
  kinds: FileKinds,
  actor: Actor,
  more: AttachedTo & { count: number; bytes: number },
  now: string,
): Promise<Result<FileSubject>> {
  const subject = await findSubject(db, kinds, actor, more, now);
  if (!subject) return refuse("notFound");
  if (!subject.rights.add) return refuse("notAllowed");
  const kept = await keptOn(db, more.kind, more.subjectId);
  const { count: most, keptMegabytes } = fileLimits;
  if (kept.count + more.count > most) return refuse("tooManyFiles", { values: { most, count: kept.count } });
  if (kept.bytes + more.bytes > keptMegabytes * megabyte)
    return refuse("filesTooLarge", { values: { megabytes: keptMegabytes } });
  return done(subject);
}

async function makeAll(files: readonly SentFile[]): Promise<Result<NewFile[]>> {
  const made: NewFile[] = [];
  for (const { name, bytes } of files) {
    const one = await makeFile(bytes);
    if (!one.ok)
      return refuse(one.refusal.code, { values: { ...one.refusal.values, name: saidFileName(name) } });
    made.push({ ...one.value, name: keptName(name, one.value.type) });
  }
  return done(made);
}

const bytesOf = ({ bytes, image }: MadeFile) => bytes.length + (image?.thumbnail.bytes.length ?? 0);

async function storeFile({ sha256, bytes, image }: MadeFile): Promise<void> {
  await fileStore().put(sha256, bytes);
  if (image) await fileStore().put(image.thumbnail.sha256, image.thumbnail.bytes);
}

interface Adding {
  actor: Actor;
  now: string;
  on: AttachedTo;
  subject: FileSubject;
}

async function insertFiles(
  tx: Queries,
  book: Book,
  { actor, now, on, subject }: Adding,
  made: readonly NewFile[],
): Promise<string[]> {
  const { kind, subjectId } = on;
  const [last] = await tx
    .select({ position: file.position })
    .from(file)
    .where(and(eq(file.kind, kind), eq(file.subjectId, subjectId)))
    .orderBy(desc(file.position))
    .limit(1);
  const positions = generateNKeysBetween(last?.position ?? null, null, made.length);
  const ids: string[] = [];
  for (const [at, { name, type, sha256, bytes, characters, image }] of made.entries()) {
    const id = newId();
    const thumbnail = image?.thumbnail;
    await tx.insert(file).values({
      ...{ id, kind, subjectId, position: positions[at]!, name, type, sha256, characters },
      ...{ bytes: bytes.length, thumbnailSha256: thumbnail?.sha256, thumbnailBytes: thumbnail?.bytes.length },
      ...{ width: image?.width, height: image?.height },
      ...{ addedAt: now, addedByPostId: actor.postId, addedByPersonId: actor.personId },
    });
    await book({
      verb: "file.add",
      subject: subject.booked,
      scopeUnitId: subject.scopeUnitId,
      after: { file: id, fileName: name, sha256, bytes: bytes.length },
    });
    ids.push(id);
  }
  return ids;
}
