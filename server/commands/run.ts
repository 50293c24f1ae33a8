import { ConfigurationError } from "../configuration";
import { accountInvite } from "./accountInvite";
import { auditVerify } from "./auditVerify";
import { backup } from "./backup";
import { demo } from "./demo";
import { districtInstall } from "./districtInstall";
import { problemsImport } from "./problemsImport";
import { restore } from "./restore";

/** A command: its arguments in, its exit code out. It prints its own answer. */
export type Command = (args: string[]) => Promise<number>;

const commands: Record<string, Command> = {
  demo,
  "district:install": districtInstall,
  "account:invite": accountInvite,
  "audit:verify": auditVerify,
  backup,
  restore,
  "problems:import": problemsImport,
};

/** Runs the command named first; 2 when it is not known or the configuration is not usable. */
export async function runCommand([name = "", ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`unknown command ${name}; one of: ${Object.keys(commands).join(", ")}\n`);
    return 2;
  }
  try {
    return await command(args);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
