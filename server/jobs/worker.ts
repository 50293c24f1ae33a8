import type { Handler } from "~/ledger/handler.server";
import type { WrittenStep } from "~/ledger/later.server";
import type { OutboxWorker } from "~/ledger/outboxWorker.server";
import { endStep, putOff, type StoredStep, stepsToTry, takeStep } from "./store";

/** What the worker is made with. */
export interface WorkerOptions {
  handlers: readonly Handler[];
  now: () => Date;
  log: JobLog;
}

/** The part of a pino logger that the worker uses. */
export interface JobLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Steps tried since the start, by what came of it. */
export interface WorkerCounters {
  done: number;
  failed: number;
  givenUp: number;
}

// A crashed attempt is repeated after so long; no handler may take longer.
const lease = 30_000;
// Steps that nobody waits for never keep the others from their turn.
const places = 4;

interface Waiting {
  step: WrittenStep;
  tried(): void;
}

/** Works off the outbox: as soon as something is written, and what is left over from before. */
export class Worker implements OutboxWorker {
  readonly counters: WorkerCounters = { done: 0, failed: 0, givenUp: 0 };
  readonly #handlers: ReadonlyMap<string, Handler>;
  readonly #running = new Map<number, { step: StoredStep; over: Promise<void> }>();
  #waiting: Waiting[] = [];
  #looking: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(readonly options: WorkerOptions) {
    this.#handlers = new Map(options.handlers.map((one) => [one.step.kind, one]));
  }

  async written(steps: readonly WrittenStep[]): Promise<void> {
    const waits = steps
      .filter((step) => step.waited)
      .map((step) => new Promise<void>((tried) => this.#waiting.push({ step, tried })));
    void this.look();
    await Promise.all(waits);
  }

  /** Looks into the outbox and begins what can be begun. */
  async look(): Promise<void> {
    this.#again = true;
    this.#looking ??= this.#lookAround();
    await this.#looking;
  }

  /** Resolves when nothing is left that can be tried now. */
  async workOff(): Promise<void> {
    do {
      await this.look();
      await Promise.all([...this.#running.values()].map(({ over }) => over));
    } while (!this.#stopped && (this.#looking || this.#running.size > 0));
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#looking;
    await Promise.all([...this.#running.values()].map(({ over }) => over));
    this.#letGo(() => true);
  }

  get #now(): string {
    return this.options.now().toISOString();
  }

  async #lookAround(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        const steps = await stepsToTry(this.#now);
        for (const step of steps) this.#begin(step);
        this.#letGo(({ step }) => !this.#mayComeSoon(step));
      }
    } catch (error) {
      this.options.log.error({ err: error }, "the outbox cannot be read");
      this.#letGo(() => true);
    } finally {
      this.#looking = null;
    }
  }

  #begin(step: StoredStep): void {
    if (this.#running.has(step.sequence)) return;
    const waited = this.#handlers.get(step.kind)?.step.waited ?? false;
    if (!waited && this.#running.size >= places) return;
    const over = this.#try(step).finally(() => {
      this.#running.delete(step.sequence);
      this.#letGo((one) => one.step.sequence === step.sequence);
      void this.look();
    });
    this.#running.set(step.sequence, { step, over });
  }

  /** It is being tried, or something of its kind and subject is, after which it has its turn. */
  #mayComeSoon({ kind, subject }: WrittenStep): boolean {
    return [...this.#running.values()].some(({ step }) => step.kind === kind && step.subject === subject);
  }

  #letGo(which: (waiting: Waiting) => boolean): void {
    const gone = this.#waiting.filter(which);
    this.#waiting = this.#waiting.filter((one) => !gone.includes(one));
    for (const { tried } of gone) tried();
  }

  async #try({ sequence }: StoredStep): Promise<void> {
    let taken: StoredStep | null = null;
    try {
      const until = new Date(this.options.now().getTime() + lease).toISOString();
      taken = await takeStep(sequence, this.#now, until);
      if (!taken) return;
      await this.#work(taken);
      this.counters.done += 1;
    } catch (error) {
      await this.#failed(taken, error);
    }
  }

  async #work(step: StoredStep): Promise<void> {
    const handler = this.#handlers.get(step.kind);
    if (!handler) throw new Error(`nobody does ${step.kind}`);
    const payload = handler.step.payload.parse(JSON.parse(step.payload));
    const now = this.#now;
    if ("within" in handler) return endStep(step.sequence, (tx) => handler.within(payload, { now, tx }));
    await handler.outside(payload, { now });
    await endStep(step.sequence);
  }

  async #failed(step: StoredStep | null, error: unknown): Promise<void> {
    const { log } = this.options;
    const about = { err: error, kind: step?.kind, subject: step?.subject, attempts: step?.attempts };
    this.counters.failed += 1;
    try {
      const dead = step && (await putOff(step, messageOf(error), this.#now));
      if (dead) this.counters.givenUp += 1;
      if (dead) log.error(about, "a step of the outbox is given up");
      else log.warn(about, "a step of the outbox has failed and will be tried again");
    } catch (failure) {
      // Its lease runs out, and it is tried again.
      log.error({ ...about, err: failure }, "a step of the outbox could not be put off");
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
