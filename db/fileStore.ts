import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { NotStored } from "./notStored";

const named = /^[0-9a-f]{64}$/;
// Beside the folders of two letters, on the same file system: what is renamed into them must not be copied.
const partFolder = "part";

/** A file as it lies in the store. */
export interface StoredFile {
  sha256: string;
  /** When it was last stored (ms since 1970). */
  storedAt: number;
}

/** Bytes that lie in a folder under their SHA-256 (hex), each once, whoever stored them. */
export class FileStore {
  #written = 0;

  constructor(readonly folder: string) {}

  /**
   * Stores bytes; resolves when they survive a power cut. Throws NotStored where the disk takes nothing.
   * @param sha256 of these bytes, in hex
   */
  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    try {
      if (!this.#renew(sha256)) await this.#write(sha256, bytes);
    } catch (error) {
      throw new NotStored(error);
    }
  }

  /** Reads bytes; undefined where there are none of this name. */
  async read(sha256: string): Promise<Buffer | undefined> {
    return readFile(this.path(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
  }

  has(sha256: string): boolean {
    return existsSync(this.path(sha256));
  }

  /** Lists what is stored; what is just being written is not. */
  list(): StoredFile[] {
    return foldersIn(this.folder).flatMap((two) =>
      readdirSync(join(this.folder, two))
        .filter((name) => named.test(name))
        .map((sha256) => ({ sha256, storedAt: statSync(this.path(sha256)).mtimeMs })),
    );
  }

  /**
   * Deletes bytes unless they were stored again since an instant (ms since 1970). Without an await between the look and
   * the deletion, as nobody may store them in between.
   */
  dropUnlessSince(sha256: string, since: number): boolean {
    const path = this.path(sha256);
    if (!existsSync(path) || statSync(path).mtimeMs >= since) return false;
    rmSync(path);
    return true;
  }

  /** Deletes what a process that was ended left half written, from before an instant (ms since 1970). */
  dropParts(before: number): void {
    const folder = join(this.folder, partFolder);
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder))
      if (statSync(join(folder, name)).mtimeMs < before) rmSync(join(folder, name));
  }

  path(sha256: string): string {
    if (!named.test(sha256)) throw new Error("a file is stored under its SHA-256");
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  /** Whether it is stored already; then as if just now, so that nobody takes it for left behind. */
  #renew(sha256: string): boolean {
    const path = this.path(sha256);
    if (!existsSync(path)) return false;
    const now = new Date();
    utimesSync(path, now, now);
    return true;
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.folder, sha256.slice(0, 2));
    const parts = join(this.folder, partFolder);
    for (const one of [parts, folder])
      if (mkdirSync(one, { recursive: true, mode: 0o700 }))
        for (const above of [this.folder, dirname(this.folder)]) flush(above);
    this.#written += 1;
    const part = join(parts, `${process.pid}-${this.#written}-${sha256}`);
    try {
      const file = await open(part, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, this.path(sha256));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    flush(folder);
  }
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name)) : [];
}

/** Brings to the disk which names stand in a folder. */
function flush(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
