import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../server/launch.js";
import { requireChromium } from "../chromium.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what all files of a run share. */
    runFolder: string;
  }
}

/** Builds what the browser is going to see. */
export default function setup(project: TestProject): () => void {
  requireChromium();
  build();
  const runFolder = mkdtempSync(join(tmpdir(), "huishang-run-"));
  project.provide("runFolder", runFolder);
  return () => rmSync(runFolder, { recursive: true, force: true });
}
