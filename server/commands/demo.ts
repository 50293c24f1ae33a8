import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withoutSync } from "~db/withoutSync";
import { readConfiguration } from "../configuration";
import { seedDemo } from "../demo/seed";
import { closeOnSignal } from "../signals";
import { openData, startServer } from "../start";
import { dataFolder } from "./data";
import { createDemoSecrets, demoSecrets, markSeeded } from "./demoSecrets";

/**
 * `demo [--reset]`: a district to try things on. The first start creates it, later ones keep it; prints the
 * address, the accounts and their password, and serves until it is told to stop.
 */
export async function demo(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { reset: { type: "boolean" } } });
  const folder = dataFolder();
  const known = demoSecrets(folder);
  if (values.reset || (known && !known.seeded)) removeDemo(folder);
  const secrets = demoSecrets(folder) ?? createDemoSecrets(folder, process.env.HUISHANG_DEMO_PASSWORD);
  const port = process.env.PORT ?? "3000";
  const configuration = readConfiguration({
    HUISHANG_ORIGIN: `http://localhost:${port},http://127.0.0.1:${port}`,
    HUISHANG_DISTRICT: "云川区",
    HUISHANG_LOG_LEVEL: "warn",
    ...process.env,
    HUISHANG_DATA: folder,
    HUISHANG_LEDGER_KEY: secrets.ledgerKey,
  });
  const database = openData(configuration);
  let clock = () => new Date();
  const server = await startServer(configuration, {
    database,
    clock: () => clock(),
    // The demo's history is written by the platform's own use cases, some of which need the live rooms.
    prepare: async ({ catchUp }) => {
      if (secrets.seeded) return;
      process.stdout.write("Creating the demo district, which takes some seconds…\n");
      const onTick = (at: string) => {
        clock = () => new Date(at);
      };
      const now = new Date().toISOString();
      await withoutSync(database, () => seedDemo({ password: secrets.password, now, onTick, catchUp }));
      clock = () => new Date();
      markSeeded(folder, secrets);
    },
  });
  closeOnSignal(server);
  announce(server.port, secrets.password);
  return new Promise(() => undefined);
}

// Only what the demo itself wrote: the folder may be somebody's own.
function removeDemo(folder: string): void {
  for (const name of ["huishang.sqlite", "huishang.sqlite-wal", "huishang.sqlite-shm", "demo.json"])
    rmSync(join(folder, name), { force: true });
}

function announce(port: number, password: string): void {
  process.stdout.write(
    [
      "",
      `  Huishang demo district: http://localhost:${port}`,
      "",
      "  Sign in at /sign-in as one of",
      "    office            the district's consultation office",
      "    leader            a district leader, chair of the day",
      "    street-wjc        a street officer (one account for every street)",
      "    dept-construction a department (one account for every department)",
      "    admin             accounts, posts and rules",
      `  Password of all of them: ${password}`,
      "",
      "",
    ].join("\n"),
  );
}
