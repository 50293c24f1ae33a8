import { parseArgs } from "node:util";
import { ConfigurationError } from "../configuration";
import { openExistingData } from "./data";
import { isWhole, verifyCopy } from "./verifiedCopy";

/**
 * `backup --to FILE`: an online copy, verified by opening it: the file, its references, the ledger's chain. Prints one
 * JSON object; exit code 1 where the copy is no backup.
 */
export async function backup(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: "string" } } });
  if (!values.to) throw new ConfigurationError("--to FILE is missing");
  const database = openExistingData();
  await database.backup(values.to);
  database.close();
  const copy = await verifyCopy(values.to);
  process.stdout.write(`${JSON.stringify({ file: values.to, ...copy })}\n`);
  return isWhole(copy) ? 0 : 1;
}
