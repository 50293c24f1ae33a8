import type { FileType } from "./fileType";

/** What somebody who sees a thing may do with its files. */
export interface FileRights {
  add: boolean;
  /** Whose files they may caption, put in order and remove: those that their own unit added, or all. */
  tend: "none" | "own" | "all";
  /** Whether their length matters, as that of papers does. */
  counts?: boolean;
}

/** Of who may only look. */
export const onlyReads: FileRights = { add: false, tend: "none" };

/** Whether somebody may caption, move or remove a file. */
export function mayTend({ tend }: FileRights, unitId: string, file: { addedByUnitId: string }): boolean {
  return tend === "all" || (tend === "own" && file.addedByUnitId === unitId);
}

/** A file as pages show it. */
export interface ShownFile {
  id: string;
  name: string;
  caption: string;
  type: FileType;
  /** Of what is shown or downloaded. */
  bytes: number;
  /** Characters that it says, where that is known; whether a person said so. */
  characters: number | null;
  charactersSaid: boolean;
  /** Of an image, in pixels. */
  width: number | null;
  height: number | null;
  addedAt: string;
  addedBy: { zh: string; en: string };
  tends: boolean;
  version: number;
}

/** A file that was removed, as it stays to be seen. */
export interface RemovedFile {
  id: string;
  name: string;
  removedAt: string;
  removedBy: { zh: string; en: string };
  reason: string;
}

/** The files of a thing as pages show them. */
export interface ShownFiles {
  kind: string;
  subjectId: string;
  files: ShownFile[];
  removed: RemovedFile[];
  adds: boolean;
  /** Their length matters: who tends one says it where it could not be counted. */
  counts: boolean;
}
