import { renameSync } from "node:fs";
import { parseArgs } from "node:util";
import { FileStore } from "~db/fileStore";
import { ConfigurationError } from "../configuration";
import { copyFiles, filesBeside } from "./copyFiles";
import { openExistingData } from "./data";
import { filesLost, isWhole, verifyCopy, wantedInCopy } from "./verifiedCopy";

/**
 * `backup --to FILE`: an online copy and, in a folder beside it, the files that belong to it; verified by reading all of
 * it. Prints one JSON object; exit code 1 where the copy is no backup, 3 where it lacks files that were lost before.
 */
export async function backup(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: "string" } } });
  const { to } = values;
  if (!to) throw new ConfigurationError("--to FILE is missing");
  const database = openExistingData();
  // It gets its name once its files are there.
  const made = `${to}.new`;
  const store = new FileStore(filesBeside(to));
  await database.backup(made);
  await copyFiles(await wantedInCopy(made), database.files, store);
  database.close();
  const copy = await verifyCopy(made, store);
  renameSync(made, to);
  process.stdout.write(`${JSON.stringify({ file: to, ...copy })}\n`);
  if (!isWhole(copy)) return 1;
  return copy.fileFaults.length > 0 ? filesLost : 0;
}
