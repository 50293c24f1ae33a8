import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { onAccessChange } from "~/access/accessChange.server";
import { onAnnouncement } from "~/ledger/announce.server";
import { setLedgerKey } from "~/ledger/key.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import type { Configuration } from "./configuration";
import { createApplication, type Pages } from "./http/application";
import { Metrics } from "./http/metrics";
import { type Live, startLive } from "./live/start";
import { createAdmission } from "./liveAdmission";
import { projectRoot } from "./root";

const root = projectRoot();

/** Opens (and migrates) the database of a configuration and makes it the current one. */
export function openData(configuration: Pick<Configuration, "dataFolder" | "ledgerKey">) {
  const database = openDatabase(databaseFile(configuration.dataFolder), join(root, "db"));
  setDatabase(database);
  setLedgerKey(configuration.ledgerKey);
  return database;
}

/** What there is to know about a server besides its configuration. */
export interface ServerParts {
  database: ReturnType<typeof openData>;
  pages: Pages;
  /** Runs when the live rooms are up and nobody can connect yet. */
  prepare?: () => Promise<void>;
  /** The clock of the live rooms; left out, the machine's. */
  clock?: () => Date;
}

/** Pages and live rooms over a database, answering on an HTTP server that somebody else opens and closes. */
export interface Platform {
  log: Logger;
  /** Lets nobody in any more; resolves when every edit is on the disk. */
  drain(): Promise<void>;
  /** Closes the database. Only when it is drained and no request is being answered. */
  close(): Promise<void>;
}

/** Starts pages and live rooms over an already opened database on an HTTP server. */
export async function startPlatform(
  http: Server,
  configuration: Configuration,
  { database, pages, prepare, clock = () => new Date() }: ServerParts,
): Promise<Platform> {
  const log = pino({ level: configuration.logLevel, base: undefined });
  let draining = false;
  const live = startRooms(http, configuration, log, clock);
  await prepare?.();
  const maintenance = database.maintain((error) =>
    log.error({ err: error }, "checkpoints are left to the database"),
  );
  http.on(
    "request",
    createApplication({
      configuration,
      pages,
      log,
      isDraining: () => draining,
      metrics: new Metrics(() => live.rooms.stats()),
    }),
  );
  return {
    log,
    async drain() {
      draining = true;
      await live.stop();
    },
    async close() {
      await maintenance.stop();
      database.close();
    },
  };
}

/** A server that accepts connections. */
export interface RunningServer {
  port: number;
  /** Lets requests and acknowledged edits finish, then closes the database. */
  close(): Promise<void>;
}

/** Starts the platform on a port of its own. */
export async function startServer(configuration: Configuration, parts: ServerParts): Promise<RunningServer> {
  const http = createServer();
  const platform = await startPlatform(http, configuration, parts);
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(configuration.port, configuration.host, resolve);
  });
  const { port } = http.address() as AddressInfo;
  platform.log.info({ port }, "listening");
  return {
    port,
    async close() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeIdleConnections();
      await platform.drain();
      await closed;
      await platform.close();
      platform.log.info("closed");
    },
  };
}

/** The live rooms, told of every right and every fact that changes. */
function startRooms(
  http: Server,
  configuration: Configuration,
  log: Logger,
  now: () => Date,
): { rooms: Live; stop(): Promise<void> } {
  const rooms = startLive({
    httpServer: http,
    admission: createAdmission(configuration.origins, now),
    now,
    log,
  });
  const forget = [
    onAccessChange((personId) => rooms.rooms.reviewAccess(personId)),
    onAnnouncement(async ({ kind, month }) => {
      rooms.rooms.announce(liveRoomName(month));
      // Who is invited, and how far the day has come, decides who may write.
      if (kind === "attendance" || kind === "stage") await rooms.rooms.reviewAccess();
    }),
  ];
  return {
    rooms,
    async stop() {
      for (const stop of forget) stop();
      await rooms.drain();
    },
  };
}
