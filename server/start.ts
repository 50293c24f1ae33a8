import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { onAccessChange } from "~/access/accessChange.server";
import { registerFileMaker } from "~/file/fileMaker.server";
import { signHead } from "~/ledger/head.server";
import { setLedgerKey } from "~/ledger/key.server";
import { convertRecords } from "~/meeting/minutes/convertRecords.server";
import { registerFileReader } from "~/problem/import/fileReader.server";
import { keepNameKeys } from "~/unit/keepNameKeys.server";
import { registerWorkbookWriter } from "~/workbook/writeWorkbook.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import type { Configuration } from "./configuration";
import { createApplication, type Pages } from "./http/application";
import { Metrics } from "./http/metrics";
import { type Backups, backUpElsewhere, keepBackups } from "./jobs/backups";
import { handlersWith } from "./jobs/handlers";
import { type Jobs, startJobs } from "./jobs/jobs";
import { askToReindex } from "./jobs/reindex";
import { type Live, startLive } from "./live/entrance/start";
import { createAdmission } from "./liveAdmission";
import { projectRoot } from "./root";
import { keepSecurityLog } from "./security/securityLog";
import { openOrSay, sayOfListening } from "./startFault";
import { fileMaker } from "./workers/fileMaker";
import { fileReader } from "./workers/fileReader";
import { workbookWriter } from "./workers/workbookWriter";

const root = projectRoot();

/**
 * Opens (and migrates) the database of a configuration and makes it the current one; from then on files can be read and made.
 * Throws ConfigurationError where the data folder cannot be used.
 */
export function openData(configuration: Pick<Configuration, "dataFolder" | "ledgerKey">) {
  const { dataFolder } = configuration;
  const database = openOrSay(dataFolder, () => openDatabase(databaseFile(dataFolder), join(root, "db")));
  setDatabase(database);
  setLedgerKey(configuration.ledgerKey);
  registerFileReader(fileReader);
  registerFileMaker(fileMaker);
  registerWorkbookWriter(workbookWriter);
  return database;
}

/** What there is to know about a server besides its configuration. */
export interface ServerParts {
  database: ReturnType<typeof openData>;
  pages: Pages;
  /** Runs when the live rooms and the jobs are up and nobody can connect yet. */
  prepare?: (jobs: Jobs) => Promise<void>;
  /** The clock of the live rooms and the jobs; left out, the machine's. */
  clock?: () => Date;
}

/** Pages and live rooms over a database, answering on an HTTP server that somebody else opens and closes. */
export interface Platform {
  log: Logger;
  /** Begins what the clock drives; once people can connect. */
  keepGoing(): void;
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
  const forget = keepSecurityLog(configuration, (error) =>
    log.error({ err: error }, "a security event could not be written"),
  );
  const live = startRooms(http, configuration, log, clock);
  const jobs = startJobs({ ...handlersWith(live.rooms.rooms), now: clock, log });
  const backups = backupsOf(configuration, log, clock);
  let backupTimer: NodeJS.Timeout | undefined;
  await signHead();
  await askToReindex(clock().toISOString());
  await keepNameKeys(clock().toISOString());
  await convertRecords(clock().toISOString());
  await prepare?.(jobs);
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
      metrics: new Metrics(() => live.rooms.stats(), jobs.figures, backups?.figures),
    }),
  );
  return {
    log,
    keepGoing() {
      jobs.keepGoing();
      if (backups) backupTimer = setInterval(() => void backups.look(), lookForBackups).unref();
    },
    async drain() {
      draining = true;
      clearInterval(backupTimer);
      await live.stop();
    },
    async close() {
      // Requests were waiting for what they had set off.
      await jobs.stop();
      await maintenance.stop();
      forget();
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

/** Starts the platform on a port of its own. Rejects with ConfigurationError where the port cannot be had. */
export async function startServer(configuration: Configuration, parts: ServerParts): Promise<RunningServer> {
  const http = createServer();
  const platform = await startPlatform(http, configuration, parts);
  try {
    await listen(http, configuration);
  } catch (error) {
    // Not waited for: nothing else keeps the process, which has a sentence to say first.
    void platform.drain().then(() => platform.close());
    throw error;
  }
  platform.keepGoing();
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

function listen(http: Server, configuration: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (error) => reject(sayOfListening(error, configuration)));
    http.listen(configuration.port, configuration.host, resolve);
  });
}

// Milliseconds.
const lookForBackups = 60_000;

function backupsOf({ backups }: Configuration, log: Logger, now: () => Date): Backups | undefined {
  const make = (file: string) => backUpElsewhere(join(root, "build/server/command.js"), file);
  return backups && openOrSay(backups.folder, () => keepBackups({ ...backups, make, now, log }));
}

/** The live rooms, told of every right that changes. */
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
  const forget = onAccessChange((personId) => rooms.rooms.reviewAccess(personId));
  return {
    rooms,
    async stop() {
      forget();
      await rooms.drain();
    },
  };
}
