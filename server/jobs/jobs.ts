import type { Handler } from "~/ledger/handler.server";
import { registerOutboxWorker } from "~/ledger/outboxWorker.server";
import type { JobFigures } from "../http/metrics";
import { type DailyStep, setOff } from "./clock";
import { countSteps } from "./store";
import { type JobLog, Worker } from "./worker";

/** What the jobs are started with. */
export interface JobOptions {
  handlers: readonly Handler[];
  /** Set off at the start of each working day. */
  daily: readonly DailyStep[];
  /** What looks for things whose hour has come, at each look at the clock; also for those that a stop has let pass. */
  timed: readonly ((now: string) => Promise<void>)[];
  now: () => Date;
  log: JobLog;
}

/** The worker of this process, and the clock that gives it work. */
export interface Jobs {
  /** Looks at the clock and does everything that can be done now; for whoever does not wait for the timers. */
  catchUp(): Promise<void>;
  /** From now on by timers too: what another process has written, what is to be tried again, what the hour sets off. */
  keepGoing(): void;
  /** Resolves when what is under way has ended; the rest stays in the outbox. */
  stop(): Promise<void>;
  /** For /metrics. */
  figures(): JobFigures;
}

// A step is put off by a second at least.
const lookEvery = 1_000;
const clockEvery = 20_000;

/** Starts the worker of the outbox and registers it for use cases. */
export function startJobs(options: JobOptions): Jobs {
  const { now, log, daily, timed } = options;
  const worker = new Worker(options);
  registerOutboxWorker(worker);
  let steps = { waiting: 0, dead: 0 };
  const timers: NodeJS.Timeout[] = [];
  const guarded = (work: () => Promise<void>) => () => {
    work().catch((error: unknown) => log.error({ err: error }, "the jobs could not look around"));
  };
  const look = guarded(async () => {
    await worker.look();
    steps = await countSteps();
  });
  const lookAtClock = async () => {
    const at = now().toISOString();
    await setOff(daily, at);
    for (const look of timed) await look(at);
  };
  const clock = guarded(lookAtClock);
  return {
    async catchUp() {
      await lookAtClock();
      await worker.workOff();
    },
    keepGoing() {
      clock();
      look();
      timers.push(setInterval(look, lookEvery), setInterval(clock, clockEvery));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      registerOutboxWorker(undefined);
      await worker.stop();
    },
    figures() {
      const { done, failed, givenUp } = worker.counters;
      return {
        outbox_waiting: steps.waiting,
        outbox_dead: steps.dead,
        outbox_done: done,
        outbox_failed: failed,
        outbox_given_up: givenUp,
      };
    },
  };
}
