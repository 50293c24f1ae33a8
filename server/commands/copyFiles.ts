import { existsSync, linkSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { areThoseOf, type WantedBytes } from "~/file/verifyFiles.server";
import { FileStore } from "~db/fileStore";

const ending = ".files";

/** The files that belong to a backup lie in a folder beside it. */
export function filesBeside(backup: string): string {
  return backup + ending;
}

/**
 * Copies into `to` the bytes that a copy of the database wants and that are what they were; what is there already, and
 * whole, stays. What an earlier backup in the same folder has is shared with it, so that it takes no room again.
 */
export async function copyFiles(
  wanted: readonly WantedBytes[],
  from: FileStore,
  to: FileStore,
): Promise<void> {
  const earlier = backupsBeside(to);
  const isWhole = async (store: FileStore, sha256: string) => {
    const bytes = await store.read(sha256);
    return bytes !== undefined && areThoseOf(sha256, bytes);
  };
  for (const { sha256 } of wanted) {
    if (await isWhole(to, sha256)) continue;
    to.dropUnlessSince(sha256, Number.POSITIVE_INFINITY);
    for (const store of earlier) if (share(store, to, sha256)) break;
    if (await isWhole(to, sha256)) continue;
    to.dropUnlessSince(sha256, Number.POSITIVE_INFINITY);
    const bytes = await from.read(sha256);
    if (bytes && areThoseOf(sha256, bytes)) await to.put(sha256, bytes);
  }
}

function backupsBeside(to: FileStore): FileStore[] {
  const parent = dirname(to.folder);
  const names = existsSync(parent) ? readdirSync(parent).filter((name) => name.endsWith(ending)) : [];
  return names
    .sort()
    .reverse()
    .map((name) => new FileStore(join(parent, name)))
    .filter(({ folder }) => folder !== to.folder);
}

/** Gives the same bytes a second name; false where there are none, or the file system has no second names. */
function share(from: FileStore, to: FileStore, sha256: string): boolean {
  if (!from.has(sha256)) return false;
  mkdirSync(dirname(to.path(sha256)), { recursive: true, mode: 0o700 });
  try {
    linkSync(from.path(sha256), to.path(sha256));
    return true;
  } catch {
    return false;
  }
}
