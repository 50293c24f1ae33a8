import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { environmentFor, untilReady } from "./server";

/** `npm run dev` over a copy of the source files, which a test may change as it likes. */
export interface DevServer {
  origin: string;
  /** Replaces words in the one file of this name. */
  change(name: string, from: string, to: string, options?: { once?: boolean }): void;
  /** What the process has printed. */
  printed(): string;
  /** Presses Ctrl-C as a terminal does, where it reaches the process by several ways; answers the exit code. */
  interrupt(): Promise<number | null>;
}

const sources = ["app", "db", "server", "remix.config.js", "package.json", "tsconfig.json"];

/**
 * Saves a file, and again a little later, as people do who see nothing change: on a machine that is busy with its
 * first start, the first time may come before all folders are watched.
 */
function save(file: string, text: string): void {
  writeFileSync(file, text);
  for (const wait of [2_000, 5_000, 10_000])
    setTimeout(
      () => existsSync(file) && readFileSync(file, "utf8") === text && writeFileSync(file, text),
      wait,
    ).unref();
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
  const { origin, environment } = await environmentFor(folder);
  const child = spawn(process.execPath, ["server/dev/main.js"], { cwd: copy, env: environment });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = once(child, "exit");
  await untilReady(child, `${origin}/readyz`).catch((error) => {
    throw new Error(`${error.message}: ${output}`);
  });
  return {
    origin,
    change(name, from, to, { once = false } = {}) {
      const file = readdirSync(copy, { recursive: true, encoding: "utf8" }).find((path) =>
        path.endsWith(`/${name}`),
      );
      if (!file) throw new Error(`there is no ${name}`);
      const text = readFileSync(join(copy, file), "utf8");
      // A test that is tried again finds it changed.
      if (!text.includes(from) && !text.includes(to)) throw new Error(`${file} does not hold ${from}`);
      const changed = text.includes(to) ? text : text.replace(from, to);
      if (once) writeFileSync(join(copy, file), changed);
      else save(join(copy, file), changed);
    },
    printed: () => output,
    async interrupt() {
      for (let times = 0; times < 3; times++) child.kill("SIGINT");
      const [code] = await ended;
      for (const made of [copy, folder]) rmSync(made, { recursive: true, force: true });
      return code;
    },
  };
}
