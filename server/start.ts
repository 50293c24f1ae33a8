import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import pino, { type Logger } from "pino";
import { onAccessChange } from "~/access/accessChange.server";
import { setLedgerKey } from "~/ledger/key.server";
import { keepCheckpoints } from "~db/checkpoints";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { reserveLog } from "~db/reserveLog";
import type { Configuration } from "./configuration";
import { createApplication } from "./http/application";
import { liveFigures } from "./http/liveFigures";
import { handlersWith } from "./jobs/handlers";
import { type Jobs, startJobs } from "./jobs/jobs";
import { type Live, startLive } from "./live/start";
import { createAdmission } from "./liveAdmission";
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

/** What there is to know about a server besides its configuration. */
interface ServerParts {
  database: ReturnType<typeof openData>;
  /** Runs when the live rooms and the jobs are up and nobody can connect yet. */
  prepare?: (jobs: Jobs) => Promise<void>;
  /** The clock of the live rooms and the jobs; left out, the machine's. */
  clock?: () => Date;
}

/** Starts HTTP and the live rooms on one port over an already opened database. */
export async function startServer(
  configuration: Configuration,
  { database, prepare, clock = () => new Date() }: ServerParts,
): Promise<RunningServer> {
  const log = pino({ level: configuration.logLevel, base: undefined });
  let draining = false;
  const http = createServer();
  const live = startRooms(http, configuration, log, clock);
  const jobs = startJobs({ ...handlersWith(live.rooms.rooms), now: clock, log });
  await prepare?.(jobs);
  reserveLog(database);
  const checkpoints = keepCheckpoints(database, join(root, "db/checkpointThread.js"), (error) =>
    log.error({ err: error }, "checkpoints are left to the database"),
  );
  http.on(
    "request",
    createApplication({
      configuration,
      build,
      clientFolder: join(root, "build/client"),
      log,
      isDraining: () => draining,
      figures: () => ({ ...liveFigures(live.rooms.stats()), ...jobs.figures() }),
    }),
  );
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(configuration.port, configuration.host, resolve);
  });
  jobs.keepGoing();
  const { port } = http.address() as AddressInfo;
  log.info({ port }, "listening");
  return {
    port,
    async close() {
      draining = true;
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeIdleConnections();
      await live.stop();
      await closed;
      // Requests were waiting for what they had set off.
      await jobs.stop();
      await checkpoints.stop();
      database.close();
      log.info("closed");
    },
  };
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
