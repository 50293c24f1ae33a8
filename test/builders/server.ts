import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The built server in a process of its own, with a demo district in a folder of its own. */
export interface DemoServer {
  origin: string;
  password: string;
  folder: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Starts `build/server/command.js demo` and waits until it is ready. */
export async function startDemoServer(environment: Record<string, string> = {}): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), "huishang-demo-"));
  const port = await freePort();
  const password = "a password for tests";
  const child = spawn(process.execPath, ["build/server/command.js", "demo"], {
    env: {
      ...process.env,
      PORT: String(port),
      HUISHANG_DATA: folder,
      HUISHANG_DEMO_PASSWORD: password,
      ...environment,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(child, `${origin}/readyz`);
  return {
    origin,
    password,
    folder,
    async stop(signal = "SIGTERM") {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill(signal);
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not become ready");
}
