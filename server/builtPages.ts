import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import express from "express";
import type { Pages } from "./http/application";
import { projectRoot } from "./root";

const files = express.Router();
// The name of a built file changes with what is in it.
files.use(
  "/assets",
  express.static(join(projectRoot(), "build/client/assets"), {
    immutable: true,
    maxAge: "1y",
    fallthrough: false,
    setHeaders: letWorkersServe,
  }),
);

/** A service worker serves what lies beside and below its own address, unless its answer lets it serve more. */
function letWorkersServe(response: Pick<express.Response, "setHeader">, path: string): void {
  if (/[\\/]offlineWorker-[^\\/]+\.js$/.test(path)) response.setHeader("Service-Worker-Allowed", "/");
}

/** The pages as they were built, and the files that a browser asks for with them. */
export const builtPages: Pages = { build, files };
