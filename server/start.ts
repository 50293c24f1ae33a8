import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import pino from "pino";
import { setLedgerKey } from "~/ledger/key.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import type { Configuration } from "./configuration";
import { createApplication } from "./http/application";
import { projectRoot } from "./root";

const root = projectRoot();

/** Opens (and migrates) the database of a configuration and makes it the current one. */
export function openData(configuration: Pick<Configuration, "dataFolder" | "ledgerKey">) {
  const database = openDatabase(
    join(configuration.dataFolder, "huishang.sqlite"),
    join(root, "db/migrations"),
  );
  setDatabase(database);
  setLedgerKey(configuration.ledgerKey);
  return database;
}

/** A server that accepts connections. */
export interface RunningServer {
  port: number;
  /** Lets requests and acknowledged edits finish, then closes the database. */
  close(): Promise<void>;
}

/** Starts HTTP and the live rooms on one port over an already opened database. */
export async function startServer(
  configuration: Configuration,
  database: ReturnType<typeof openData>,
): Promise<RunningServer> {
  const log = pino({ level: configuration.logLevel, base: undefined });
  let draining = false;
  const application = createApplication({
    configuration,
    build,
    clientFolder: join(root, "build/client"),
    log,
    isDraining: () => draining,
    figures: () => ({}),
  });
  const http = createServer(application);
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(configuration.port, configuration.host, resolve);
  });
  const { port } = http.address() as AddressInfo;
  log.info({ port }, "listening");
  return {
    port,
    async close() {
      draining = true;
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeIdleConnections();
      await closed;
      database.close();
      log.info("closed");
    },
  };
}
