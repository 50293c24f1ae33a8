import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { OwnServer } from "../../builders/ownServer";

/** A place on which soon nothing can be written any more. */
export interface SmallDisk {
  /** How it was made, for the report. */
  means: string;
  folder: string;
  /** Leaves no room for another byte. */
  fill(server: OwnServer): void;
  free(server: OwnServer): void;
  remove(): void;
}

const megabytes = 48;

/** Makes a file system of its own where that is permitted; elsewhere one process is kept from writing further. */
export function smallDisk(parent: string): SmallDisk {
  const folder = join(parent, "disk");
  mkdirSync(folder);
  const options = ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder];
  return spawnSync("mount", options).status === 0 ? mounted(folder) : limited(folder);
}

function mounted(folder: string): SmallDisk {
  const filler = join(folder, "filler");
  return {
    means: `a file system of ${megabytes} MB`,
    folder,
    fill: () => fillWith(filler),
    free: () => rmSync(filler),
    remove: () => void spawnSync("umount", ["-l", folder]),
  };
}

/** Writes until there is no room for another byte. */
function fillWith(filler: string): void {
  const file = openSync(filler, "w");
  for (const size of [1024 * 1024, 4_096, 1]) {
    const bytes = Buffer.alloc(size);
    try {
      while (writeSync(file, bytes) === size);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
  closeSync(file);
}

// A weaker stand-in: files can be written over, but none grows.
function limited(folder: string): SmallDisk {
  const limit = ({ pid }: OwnServer, bytes: string) =>
    void spawnSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:unlimited`]);
  return {
    means: "prlimit --fsize, as nothing may be mounted here",
    folder,
    fill: (server) => limit(server, "4096"),
    free: (server) => limit(server, "unlimited"),
    remove: () => undefined,
  };
}
