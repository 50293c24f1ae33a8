import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Handlers, Line } from "./line";

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** The cores this process may use: one for the server, another one for the load. */
function cores(): number[] {
  if (spawnSync("taskset", ["-V"]).status !== 0) return [];
  const allowed = /^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "";
  return allowed.split(",").flatMap((part) => {
    const [from, to] = part.split("-").map(Number) as [number, number?];
    return Array.from({ length: (to ?? from) - from + 1 }, (_, at) => from + at);
  });
}

/** The core for each side, null where nothing can or need be pinned. */
export const pinned: { server: number | null; load: number | null } = (() => {
  const [server, load] = availableParallelism() > 1 ? cores() : [];
  return load === undefined ? { server: null, load: null } : { server: server as number, load };
})();

export interface ChildOptions {
  script: string;
  core: number | null;
  nodeOptions: string[];
  environment: Record<string, string>;
  log: string;
  handlers: Handlers;
}

/** A process of the bench's own, pinned to a core, that ends with this one. */
export class Child {
  readonly line: Line;
  readonly gone: Promise<void>;
  #process: ChildProcess;

  constructor(readonly options: ChildOptions) {
    const { script, core, nodeOptions, environment, log } = options;
    const command = [process.execPath, ...nodeOptions, script];
    const [file, ...args] = core === null ? command : ["taskset", "-c", String(core), ...command];
    const output = openSync(log, "a");
    this.#process = spawn(file as string, args, {
      stdio: ["ignore", output, output, "ipc"],
      env: { ...process.env, NODE_ENV: "production", ...environment },
    });
    closeSync(output);
    running.add(this.#process);
    this.line = new Line(this.#process, options.handlers);
    this.gone = new Promise((resolve) => {
      const end = () => {
        running.delete(this.#process);
        this.line.lost(`the process ended; its last words are in ${log}`);
        resolve();
      };
      this.#process.once("exit", end);
      this.#process.once("error", end);
    });
  }

  kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    return this.gone;
  }

  /** Asks it to end by itself, and ends it when it does not. */
  async stop(timeout = 30_000): Promise<void> {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), timeout);
    await this.line.call("stop", null, timeout).catch(() => undefined);
    if (this.#process.connected) this.#process.disconnect();
    await this.gone;
    clearTimeout(timer);
  }
}
