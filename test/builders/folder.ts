import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

/** Makes an empty folder, which `removeFolders` takes away. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "huishang-test-"));
  folders.push(folder);
  return folder;
}

/** Removes every folder made so far; for afterEach. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
