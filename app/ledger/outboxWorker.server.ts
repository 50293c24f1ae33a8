import type { WrittenStep } from "./later.server";

/** What use cases need of the worker. It lives in `server/jobs` and registers here at start. */
export interface OutboxWorker {
  /** Told after a commit; resolves when each step that is waited for was tried once, or cannot be tried now. */
  written(steps: readonly WrittenStep[]): Promise<void>;
}

let registered: OutboxWorker | undefined;

/** Called once at start by the worker, and with nothing when it stops. */
export function registerOutboxWorker(worker: OutboxWorker | undefined): void {
  registered = worker;
}

/** Tells the worker of this process; where there is none, the steps wait in the outbox for one. */
export async function stepsWritten(steps: readonly WrittenStep[]): Promise<void> {
  if (steps.length > 0) await registered?.written(steps);
}
