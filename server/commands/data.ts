import { hasDatabase } from "~db/dataFolder";
import { ConfigurationError } from "../configuration";
import { openData } from "../start";
import { demoSecrets } from "./demoSecrets";

/** The data folder that commands work on: HUISHANG_DATA, default `data`. */
export function dataFolder(): string {
  return process.env.HUISHANG_DATA || "data";
}

/**
 * Opens the data a command works on, with the ledger's key from the environment or, in a demo folder, from
 * the demo's own file. Throws ConfigurationError where there is no data or no key.
 */
export function openExistingData() {
  const folder = dataFolder();
  if (!hasDatabase(folder))
    throw new ConfigurationError(`there is no database in ${folder}; HUISHANG_DATA names its folder`);
  const ledgerKey = process.env.HUISHANG_LEDGER_KEY ?? demoSecrets(folder)?.ledgerKey;
  if (!ledgerKey) throw new ConfigurationError("HUISHANG_LEDGER_KEY is missing");
  return openData({ dataFolder: folder, ledgerKey });
}
