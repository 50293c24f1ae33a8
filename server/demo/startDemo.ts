import { removeDatabase } from "~db/dataFolder";
import { dataFolder } from "../commands/data";
import { createDemoSecrets, demoSecrets, markSeeded, removeDemoSecrets } from "../commands/demoSecrets";
import { type Configuration, readConfiguration } from "../configuration";
import { openData, type ServerParts } from "../start";
import { openOrSay } from "../startFault";

/** A demo district and what serves it. */
export interface Demo<Serving> {
  serving: Serving;
  configuration: Configuration;
  password: string;
}

/**
 * Opens the demo district of the data folder, creating it where there is none yet.
 * @param serve starts what answers, over the district's database
 * @param reset throws an existing demo district away first
 */
export async function startDemo<Serving>(
  serve: (configuration: Configuration, parts: Omit<ServerParts, "pages">) => Promise<Serving>,
  { reset = false } = {},
): Promise<Demo<Serving>> {
  const folder = dataFolder();
  const known = openOrSay(folder, () => demoSecrets(folder));
  if (reset || (known && !known.seeded)) removeDemo(folder);
  const secrets =
    demoSecrets(folder) ??
    openOrSay(folder, () => createDemoSecrets(folder, process.env.HUISHANG_DEMO_PASSWORD));
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
  const serving = await serve(configuration, {
    database,
    clock: () => clock(),
    // The demo's history is written by the platform's own use cases, some of which need the live rooms.
    prepare: async ({ catchUp }) => {
      if (secrets.seeded) return;
      process.stdout.write("Creating the demo district, which takes some seconds…\n");
      // Loaded when it is needed: it brings nearly every use case along.
      const { seedDemo } = await import("./seed");
      const onTick = (at: string) => {
        clock = () => new Date(at);
      };
      const now = new Date().toISOString();
      await database.withoutSync(() => seedDemo({ password: secrets.password, now, onTick, catchUp }));
      clock = () => new Date();
      markSeeded(folder, secrets);
    },
  });
  return { serving, configuration, password: secrets.password };
}

// Only what the demo itself wrote: the folder may be somebody's own.
function removeDemo(folder: string): void {
  removeDatabase(folder);
  removeDemoSecrets(folder);
}

/** Prints where the demo district is found, and as whom one may sign in. */
export function announceDemo(port: number, password: string): void {
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
