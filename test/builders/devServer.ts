import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createDemoSecrets, markSeeded } from "~server/commands/demoSecrets";
import { environmentFor, untilReady } from "./server";

/** `npm run dev` over a copy of the source files, which a test may change as it likes. */
export interface DevServer {
  origin: string;
  /** Saves the one file of this name with other words than it had at first. */
  change(name: string, from: string, to: string): void;
  /** Saves it as it was at first. */
  restore(name: string): void;
  /** What the process has printed. */
  printed(): string;
  /** Presses Ctrl-C as a terminal does, where it reaches the process by several ways; answers the exit code. */
  interrupt(): Promise<number | null>;
}

const sources = ["app", "db", "server", "remix.config.js", "package.json", "tsconfig.json"];

/** The files below a folder as they were when each was first asked for. */
class Files {
  readonly #texts = new Map<string, { path: string; text: string }>();

  constructor(readonly folder: string) {}

  /** Saves the one file of this name, made of what it was at first. */
  save(name: string, textOf: (first: string) => string): void {
    const { path, text } = this.#first(name);
    writeFileSync(path, textOf(text));
  }

  #first(name: string) {
    const found = readdirSync(this.folder, { recursive: true, encoding: "utf8" }).find((path) =>
      path.endsWith(`/${name}`),
    );
    if (!found) throw new Error(`there is no ${name}`);
    const path = join(this.folder, found);
    const first = this.#texts.get(name) ?? { path, text: readFileSync(path, "utf8") };
    this.#texts.set(name, first);
    return first;
  }
}

/**
 * Starts it and waits until it is ready.
 * @param prepare puts a district of its own into the data folder, instead of the demo's
 */
export async function startDevServer(prepare: (folder: string) => Promise<unknown>): Promise<DevServer> {
  // Below the project, so that the copy finds the same packages.
  mkdirSync(".cache", { recursive: true });
  const copy = mkdtempSync(resolve(".cache/dev-"));
  for (const name of sources) cpSync(name, join(copy, name), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "huishang-dev-"));
  await prepare(folder);
  markSeeded(folder, createDemoSecrets(folder, undefined));
  const { origin, environment } = await environmentFor(folder);
  const child = spawn(process.execPath, ["server/dev/main.js"], { cwd: copy, env: environment });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = once(child, "exit");
  await untilReady(child, `${origin}/readyz`).catch((error) => {
    throw new Error(`${error.message}: ${output}`);
  });
  const files = new Files(copy);
  return {
    origin,
    change(name, from, to) {
      files.save(name, (first) => {
        if (!first.includes(from)) throw new Error(`${name} does not hold ${from}`);
        return first.replace(from, to);
      });
    },
    restore: (name) => files.save(name, (first) => first),
    printed: () => output,
    async interrupt() {
      for (let times = 0; times < 3; times++) child.kill("SIGINT");
      const [code] = await ended;
      for (const made of [copy, folder]) rmSync(made, { recursive: true, force: true });
      return code;
    },
  };
}
