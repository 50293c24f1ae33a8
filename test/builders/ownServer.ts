import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentFor, untilReady } from "./server";

/** The key by which tests sign the ledger. */
export const ledgerKey = "a key for tests that is long enough";

/** The built server, as `npm start` runs it, which is killed and started again on the same folder and port. */
export class OwnServer {
  #child: ChildProcess | undefined;

  private constructor(
    readonly origin: string,
    readonly folder: string,
    readonly environment: NodeJS.ProcessEnv,
    /** What Node itself is told. */
    readonly nodeOptions: string[],
    /** The core that it is kept on; null for any. */
    readonly core: number | null,
  ) {}

  /** Starts it on a data folder and waits until it is ready; what it says goes to `log` beside the folder. */
  static async start(
    folder: string,
    nodeOptions: string[] = [],
    core: number | null = null,
  ): Promise<OwnServer> {
    const { origin, environment } = await environmentFor(folder);
    const more = { HUISHANG_ORIGIN: origin, HUISHANG_LEDGER_KEY: ledgerKey, HUISHANG_LOG_LEVEL: "warn" };
    const server = new OwnServer(origin, folder, { ...environment, ...more }, nodeOptions, core);
    await server.again();
    return server;
  }

  get log(): string {
    return join(this.folder, "..", "server.log");
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get alive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts it again. */
  async again(): Promise<void> {
    const output = openSync(this.log, "a");
    const command = [process.execPath, ...this.nodeOptions, "build/server/main.js"];
    const [file, ...args] = this.core === null ? command : ["taskset", "-c", String(this.core), ...command];
    this.#child = spawn(file as string, args, {
      env: this.environment,
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    await untilReady(this.#child, `${this.origin}/readyz`, 20);
  }

  /** Ends it: at once and without a word, or in order with `SIGTERM`. */
  async end(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const child = this.#child;
    if (!child || !this.alive) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  /** Megabytes of memory that it holds at this moment; null where the system does not tell. */
  resident(): number | null {
    try {
      const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.pid}/status`, "utf8"));
      return found ? Math.round(Number(found[1]) / 1024) : null;
    } catch {
      return null;
    }
  }
}
