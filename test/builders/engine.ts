import { createServer } from "node:http";
import { handlersWith } from "~server/jobs/handlers";
import { type Jobs, startJobs } from "~server/jobs/jobs";
import { type Live, startLive } from "~server/live/entrance/start";
import { partRuleOf } from "~server/liveAdmission";

/** The live rooms and the jobs as the server runs them, without anybody connected. */
export interface Engine {
  live: Live;
  jobs: Jobs;
  /** Ends in order, with everything on the disk. */
  drain(): Promise<void>;
  /** Stops as a killed process would. */
  abandon(): void;
}

const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

/** Starts them on the current database; what is put off is tried again when the test asks for it. */
export function startEngine(now: () => Date = () => new Date()): Engine {
  const live = startLive({
    httpServer: createServer(),
    admission: {
      admit: async () => ({ ok: false, code: 4401 }),
      recheck: async () => null,
      partRule: partRuleOf,
    },
    now,
    log,
  });
  const jobs = startJobs({ ...handlersWith(live.rooms), now, log });
  return {
    live,
    jobs,
    async drain() {
      await jobs.stop();
      await live.drain();
    },
    abandon() {
      void jobs.stop();
      live.abandon();
    },
  };
}
