import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { setLedgerKey } from "~/ledger/key.server";
import { databaseFile, filesOf, hasDatabase } from "~db/dataFolder";
import { FileStore } from "~db/fileStore";
import { ConfigurationError } from "../configuration";
import { openOrSay } from "../startFault";
import { copyFiles, filesBeside } from "./copyFiles";
import { dataFolder } from "./data";
import { isWhole, type VerifiedCopy, verifyCopy, wantedInCopy } from "./verifiedCopy";

/**
 * `restore --from FILE [--without-lost-files]`: puts a backup and the files beside it into a data folder that has no
 * database, once all of it is verified there. Prints one JSON object; exit code 1, and nothing is left behind, where the
 * backup is not whole, the key is not its own, or files are lost that nobody has said to do without.
 */
export async function restore(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { from: { type: "string" }, "without-lost-files": { type: "boolean" } },
  });
  if (!values.from) throw new ConfigurationError("--from FILE is missing");
  if (!existsSync(values.from)) throw new ConfigurationError(`there is no file ${values.from}`);
  const folder = dataFolder();
  if (hasDatabase(folder))
    throw new ConfigurationError(
      `there is a database in ${folder} already; move it away, or name another HUISHANG_DATA`,
    );
  const ledgerKey = process.env.HUISHANG_LEDGER_KEY;
  if (!ledgerKey) throw new ConfigurationError("HUISHANG_LEDGER_KEY is missing");
  setLedgerKey(ledgerKey);
  const file = databaseFile(folder);
  const part = `${file}.part`;
  openOrSay(folder, () => copyInto(folder, values.from!, part));
  const store = new FileStore(filesOf(file));
  let isIn = false;
  try {
    const copy = await copyOf(values.from, part, store);
    if (!copy) throw new ConfigurationError(`${values.from} is no backup of Huishang`);
    process.stdout.write(`${JSON.stringify({ from: values.from, ...copy })}\n`);
    const lost = copy.fileFaults.length > 0 && !values["without-lost-files"];
    if (!isWhole(copy) || lost) return 1;
    renameSync(part, file);
    isIn = true;
    return 0;
  } finally {
    if (!isIn) rmSync(store.folder, { recursive: true, force: true });
    for (const ending of ["", "-wal", "-shm"]) rmSync(part + ending, { force: true });
  }
}

/** Brings the files of a backup in and verifies all of it; null where it is none. */
async function copyOf(from: string, part: string, store: FileStore): Promise<VerifiedCopy | null> {
  const wanted = await wantedInCopy(part).catch(() => null);
  if (!wanted) return null;
  await copyFiles(wanted, new FileStore(filesBeside(from)), store);
  return verifyCopy(part, store).catch(() => null);
}

function copyInto(folder: string, from: string, to: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
