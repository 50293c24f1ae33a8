import { join } from "node:path";
import type { BuildOptions } from "esbuild";
import { projectRoot } from "../root";

/** A program of a thread as `Worker` takes it: a path, or the program itself. */
export interface ThreadScript {
  script: string;
  eval: boolean;
}

/**
 * Gives the program of a thread: in a build it stands beside the server; when the source files run, it is put together
 * from them each time, so that it is never older than they are.
 * @param name of the file in this folder, without its ending
 */
export async function threadScript(name: string): Promise<ThreadScript> {
  const root = projectRoot();
  if (import.meta.env.PROD) return { script: join(root, "build/server", `${name}.js`), eval: false };
  const { build } = await import("esbuild");
  const options: BuildOptions = {
    entryPoints: [join(root, "server/workers", `${name}.ts`)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "es2022",
    // A library of machine code is not put together with anything.
    external: ["sharp"],
    tsconfig: join(root, "tsconfig.json"),
    logLevel: "silent",
  };
  const { outputFiles } = await build(options);
  return { script: outputFiles![0]!.text, eval: true };
}
