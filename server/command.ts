import { runCommand } from "./commands/run";

process.exitCode = await runCommand(process.argv.slice(2));
