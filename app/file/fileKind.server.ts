import type { Actor } from "~/access/actor";
import type { Queries } from "~db/connect";
import type { FileRights } from "./fileRights";

/** A thing that files are attached to, as somebody sees it. */
export interface FileSubject {
  id: string;
  /** What it is called; given to nobody who does not see it. */
  title: string;
  /** The page on which its files are shown. */
  address: string;
  /** What the ledger books as that which it happened to. */
  booked: { kind: string; id: string };
  /** The unit that alone reads in the ledger what happens to its files; left out where every official may. */
  scopeUnitId?: string;
  rights: FileRights;
}

/** A kind of thing that files are attached to. */
export interface FileKind {
  /** Its name in addresses, in the database and in the texts under `file.kind`. */
  kind: string;
  /** Finds one of them within the scope of who asks; undefined where there is none for them. */
  find(db: Queries, actor: Actor, id: string, now: string): Promise<FileSubject | undefined>;
}

/** The kinds by their names; the rooms above bring them. */
export type FileKinds = ReadonlyMap<string, FileKind>;

/** Which thing is meant: its kind and its id, as an address says them. */
export interface AttachedTo {
  kind: string;
  subjectId: string;
}

/** Finds the thing that files are attached to within the scope of who asks. */
export async function findSubject(
  db: Queries,
  kinds: FileKinds,
  actor: Actor,
  { kind, subjectId }: AttachedTo,
  now: string,
): Promise<FileSubject | undefined> {
  return kinds.get(kind)?.find(db, actor, subjectId, now);
}
