import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../remix.config.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const project = (name: string, more: object = {}) => ({
  resolve: { alias },
  root,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    environment: "node" as const,
    setupFiles: ["test/builders/setup.ts"],
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
      project("unit"),
      project("integration", { testTimeout: 30_000, hookTimeout: 60_000 }),
      project("live", { testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false }),
      project("browser", inBrowser),
      project("slow", inBrowser),
    ],
  },
});
