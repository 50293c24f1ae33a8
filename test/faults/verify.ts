import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { OwnServer } from "../builders/ownServer";
import { stepThatFails } from "../builders/world";
import { loggedFaults } from "./checks";
import { brokenRules } from "./rows";

/** Walks the ledger and the database of a server that has ended: sentences for what is wrong with them. */
export function verifyData({ folder, environment }: OwnServer): string[] {
  const verified = spawnSync(process.execPath, ["build/server/command.js", "audit:verify"], {
    env: environment,
    encoding: "utf8",
  });
  const said = `${verified.stdout}${verified.stderr}`.trim();
  return [...(verified.status === 0 ? [] : [`audit:verify: ${said}`]), ...brokenRules(folder)];
}

/** What a server wrote into its log as a fault, each thing once. */
export const loggedErrors = ({ log }: OwnServer): string[] =>
  loggedFaults(readFileSync(log, "utf8"), stepThatFails);
