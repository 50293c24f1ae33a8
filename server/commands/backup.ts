import { parseArgs } from "node:util";
import { ConfigurationError } from "../configuration";
import { openExistingData } from "./data";

/**
 * `backup --to FILE`: an online copy, verified by opening it and checking its integrity. Prints one JSON
 * object with the number of ledger rows in the copy.
 */
export async function backup(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: "string" } } });
  if (!values.to) throw new ConfigurationError("--to FILE is missing");
  const database = openExistingData();
  const copy = await database.backup(values.to);
  database.close();
  process.stdout.write(`${JSON.stringify({ file: values.to, ...copy })}\n`);
  return copy.integrity === "ok" ? 0 : 1;
}
