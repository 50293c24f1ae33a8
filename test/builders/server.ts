import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, vi } from "vitest";
import type { z } from "zod";
import type { districtFile } from "~/unit/districtForm";

/** The built server in a process of its own, with its data in a folder of its own. */
export interface BuiltServer {
  origin: string;
  password: string;
  folder: string;
  /** Runs a command (`audit:verify`, …) on the server's data and answers its exit code and what it printed. */
  command(...args: string[]): { code: number | null; output: string };
  /** Ends it and keeps its data. */
  end(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it and removes its data. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const password = "a password for tests of ours";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A free port, and the environment of a server that keeps its data in a folder. */
export async function environmentFor(
  folder: string,
): Promise<{ origin: string; environment: NodeJS.ProcessEnv }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    environment: { ...process.env, NODE_ENV: "production", PORT: String(port), HUISHANG_DATA: folder },
  };
}

/**
 * Starts the demo and waits until it is ready.
 * @param prepare puts a district of its own into the folder; left out, the demo's is put there
 */
export async function startDemoServer(
  prepare: (folder: string) => Promise<void> = copyDemo,
): Promise<BuiltServer> {
  const folder = mkdtempSync(join(tmpdir(), "huishang-demo-"));
  await prepare(folder);
  return serveDemo(folder);
}

async function serveDemo(folder: string): Promise<BuiltServer> {
  const { origin, environment } = await environmentFor(folder);
  return start(["build/server/command.js", "demo"], origin, folder, {
    ...environment,
    HUISHANG_DEMO_PASSWORD: password,
  });
}

/**
 * Puts the demo's district into a folder. Its history takes several seconds to make: the first file of a run that
 * wants it makes it, all others copy it.
 */
async function copyDemo(folder: string): Promise<void> {
  const made = join(inject("runFolder"), "demo");
  const complete = `${made}.complete`;
  if (claim(made)) {
    const server = await serveDemo(made);
    await server.end();
    writeFileSync(complete, "");
  }
  await vi.waitUntil(() => existsSync(complete), { timeout: 120_000, interval: 100 });
  cpSync(made, folder, { recursive: true });
}

/** Whether this is the first to make a folder. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Installs a district from its file, as for real, and starts the server as `npm start` does. */
export async function startInstalledServer(district: z.input<typeof districtFile>): Promise<BuiltServer> {
  const folder = mkdtempSync(join(tmpdir(), "huishang-installed-"));
  const found = await environmentFor(folder);
  const environment = {
    ...found.environment,
    HUISHANG_ORIGIN: found.origin,
    HUISHANG_LEDGER_KEY: "a key for tests that is long enough",
    HUISHANG_LOG_LEVEL: "warn",
  };
  const file = join(folder, "district.json");
  writeFileSync(file, JSON.stringify(district));
  const installed = run(["district:install", "--file", file, "--everybody"], environment);
  if (installed.code !== 0) throw new Error(`the district was not installed: ${installed.output}`);
  const server = await start(["build/server/main.js"], found.origin, folder, environment);
  const { invitations } = JSON.parse(installed.output) as { invitations: { link: string }[] };
  for (const { link } of invitations) await choosePassword(found.origin, link);
  return server;
}

/** Follows the link of an invitation, as each person does. */
async function choosePassword(origin: string, link: string): Promise<void> {
  const code = new URL(link).searchParams.get("code") ?? "";
  const answer = await fetch(`${origin}/invitation`, {
    method: "POST",
    headers: { Origin: origin },
    body: new URLSearchParams({ code, password, repeat: password }),
    redirect: "manual",
  });
  if (answer.status !== 302) throw new Error(`the invitation was not accepted: ${answer.status}`);
}

function run(args: string[], environment: NodeJS.ProcessEnv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build/server/command.js", ...args], {
    env: environment,
    encoding: "utf8",
  });
  return { code: status, output: stdout + stderr };
}

async function start(
  args: string[],
  origin: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<BuiltServer> {
  const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "ignore", "inherit"] });
  await untilReady(child, `${origin}/readyz`);
  async function end(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
  return {
    origin,
    password,
    folder,
    command: (...args) => run(args, environment),
    end,
    async stop(signal) {
      await end(signal);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the server of a process answers that it is ready; asks every `pause` milliseconds. */
export async function untilReady(child: ChildProcess, address: string, pause = 100): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended with code ${child.exitCode}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error("the server did not become ready");
}
