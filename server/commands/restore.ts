import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { setLedgerKey } from "~/ledger/key.server";
import { databaseFile, hasDatabase } from "~db/dataFolder";
import { ConfigurationError } from "../configuration";
import { openOrSay } from "../startFault";
import { dataFolder } from "./data";
import { isWhole, verifyCopy } from "./verifiedCopy";

/**
 * `restore --from FILE`: puts a backup into a data folder that has no database, once it is verified there. Prints one
 * JSON object; exit code 1, and nothing is left behind, where the backup is not whole or the key is not its own.
 */
export async function restore(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { from: { type: "string" } } });
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
  try {
    const copy = await verifyCopy(part).catch(() => null);
    if (!copy) throw new ConfigurationError(`${values.from} is no backup of Huishang`);
    process.stdout.write(`${JSON.stringify({ from: values.from, ...copy })}\n`);
    if (!isWhole(copy)) return 1;
    renameSync(part, file);
    return 0;
  } finally {
    for (const ending of ["", "-wal", "-shm"]) rmSync(part + ending, { force: true });
  }
}

function copyInto(folder: string, from: string, to: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
