import { existsSync, statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../remix.config.js";

const root = fileURLToPath(new URL("..", import.meta.url));

// Every commit waits for the disk. Where there is room in memory, what tests keep lies there, and waits for nothing.
const memory = "/dev/shm";
const gigabyte = 1024 ** 3;
function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
const env = existsSync(memory) && roomIn(memory) > 4 * gigabyte ? { TMPDIR: memory } : {};

const project = (name: string, more: object = {}) => ({
  resolve: { alias },
  root,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    environment: "node" as const,
    setupFiles: ["test/builders/setup.ts"],
    env,
    // Loading the product costs more than most files' tests: each process loads it once, and a file leaves nothing behind.
    isolate: false,
    maxWorkers: availableParallelism(),
    ...more,
  },
});

const inBrowser = {
  testTimeout: 300_000,
  hookTimeout: 180_000,
  // Each file has a server and a browser of its own, which wait for each other half of the time.
  maxWorkers: 2,
  expect: { poll: { timeout: 20_000 } },
  globalSetup: ["test/browser/globalSetup.ts"],
  // On a starved machine a browser answers late; what fails twice is broken. The report names retries.
  retry: process.env.CI ? 1 : 0,
};

export default defineConfig({
  root,
  test: {
    projects: [
      // Some read the whole product, or try thousands of turns: how long that takes is the machine's, and no fault.
      project("unit", { testTimeout: 30_000 }),
      project("integration", { testTimeout: 30_000, hookTimeout: 60_000 }),
      project("live", { testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 }),
      project("browser", inBrowser),
      // A few long files, which start what everybody starts from the beginning.
      project("slow", { ...inBrowser, isolate: true }),
    ],
  },
});
