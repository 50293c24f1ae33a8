import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { filesBeside } from "../commands/copyFiles";
import { filesLost } from "../commands/verifiedCopy";
import type { BackupFigures } from "../http/metrics";
import type { JobLog } from "./worker";

/** What backups are made with. */
export interface BackupOptions {
  folder: string;
  hours: number;
  keep: number;
  /** Makes and verifies one; rejects where it is none, with LostFiles where it only lacks files that were lost before. */
  make: (file: string) => Promise<unknown>;
  now: () => Date;
  log: JobLog;
}

/** Backups that a server makes by itself. */
export interface Backups {
  /** Makes one where the last is old enough. */
  look(): Promise<void>;
  /** For /metrics. */
  figures(): BackupFigures;
}

/** Says of a backup that files were lost or changed before it was made: it is kept, and so are all before it. */
export class LostFiles extends Error {}

const name = /^huishang-\d{4}-\d\d-\d\dT\d{6}Z\.sqlite$/;
// After a failure not at once again: what is wrong with a disk stays so for a while.
const restAfterFailure = 10 * 60 * 1000;

/** Keeps backups in a folder: verified, at the interval, the oldest removed once a newer one is good. */
export function keepBackups({ folder, hours, keep, make, now, log }: BackupOptions): Backups {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let failed = 0;
  let notBefore = 0;
  let running = false;
  const made = () =>
    readdirSync(folder)
      .filter((file) => name.test(file))
      .sort();
  const lastAt = () => {
    const last = made().at(-1);
    return last === undefined ? null : statSync(join(folder, last)).mtimeMs;
  };
  const age = () => {
    const at = lastAt();
    return at === null ? null : Math.max(0, now().getTime() - at);
  };
  async function makeOne() {
    const file = join(folder, `huishang-${now().toISOString().slice(0, 19).replaceAll(":", "")}Z.sqlite`);
    try {
      await make(file);
      for (const old of made().slice(0, -keep)) drop(join(folder, old));
    } catch (error) {
      if (!(error instanceof LostFiles)) drop(file);
      failed += 1;
      notBefore = now().getTime() + restAfterFailure;
      log.error({ err: error }, "the backup has failed");
    }
  }
  return {
    async look() {
      const since = age();
      if (running || now().getTime() < notBefore || (since !== null && since < hours * 3_600_000)) return;
      running = true;
      await makeOne().finally(() => {
        running = false;
      });
    },
    figures() {
      const since = age();
      return { age: since === null ? null : Math.round(since / 1000), failed };
    },
  };
}

function drop(file: string): void {
  for (const one of [file, `${file}.new`, filesBeside(file)]) rmSync(one, { recursive: true, force: true });
}

/** Makes a backup in a process of its own: verifying a long ledger would hold everybody up. */
export async function backUpElsewhere(command: string, file: string): Promise<void> {
  await promisify(execFile)(process.execPath, [command, "backup", "--to", file]).catch((error) => {
    throw error.code === filesLost ? new LostFiles(error.stdout, { cause: error }) : error;
  });
}
