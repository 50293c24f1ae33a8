import { done, type Refusal, type Result } from "~/ledger/result";
import type { FileType } from "./fileType";

/** Bytes to be stored, with their SHA-256 (hex). */
export interface MadeBytes {
  sha256: string;
  bytes: Uint8Array;
}

/** A file as it is kept: of an image what was made of it, without anything that the camera noted. */
export interface MadeFile extends MadeBytes {
  type: FileType;
  /** How many it says; null where its make does not let them be read. */
  characters: number | null;
  image?: { thumbnail: MadeBytes; width: number; height: number };
}

/** What the thread answers that looked at a file. */
export type MadeMessage = { kind: "made"; file: MadeFile } | { kind: "refused"; refusal: Refusal };

/** What use cases need of the threads that look at files. They live in `server/workers` and register here at start. */
export interface FileMaker {
  make(bytes: Uint8Array): Promise<MadeMessage>;
}

let registered: FileMaker | undefined;

/** Called once at start. */
export function registerFileMaker(maker: FileMaker): void {
  registered = maker;
}

/**
 * Tells by its bytes what a file is and makes of it what is kept. Refuses with `fileOfOtherKind`, `fileHeic`,
 * `fileWithMacros`, `fileDamaged`, `imageTooLarge` and `fileTakesTooLongToTell`.
 */
export async function makeFile(bytes: Uint8Array): Promise<Result<MadeFile>> {
  if (!registered) throw new Error("nobody looks at files: no maker is registered");
  const message = await registered.make(bytes);
  return message.kind === "made" ? done(message.file) : { ok: false, refusal: message.refusal };
}
