import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The folders that may be named from anywhere; tsconfig.json repeats them for the type checker. */
export const alias = {
  "~db": here("./db"),
  "~server": here("./server"),
  "~": here("./app"),
};

/**
 * One bundle for HTTP, live sockets and commands. Were the server compiled apart from the pages,
 * every module would exist twice in the process: two database handles, two registries of rooms. What runs on a
 * thread of its own shares nothing with it and is an entry beside them.
 */
const oneServerBundle = {
  name: "huishang:one-server-bundle",
  enforce: "post",
  config(_config, { isSsrBuild, command }) {
    if (command !== "build" || !isSsrBuild) return;
    return {
      build: {
        rollupOptions: {
          input: {
            main: here("./server/main.ts"),
            command: here("./server/command.ts"),
            fileThread: here("./server/workers/fileThread.ts"),
          },
          output: { entryFileNames: "[name].js" },
        },
      },
    };
  },
};

export default defineConfig({
  resolve: { alias },
  build: { target: "es2022", sourcemap: false },
  plugins: [
    remix({
      appDirectory: "app",
      ignoredRouteFiles: ["**/*.css"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: false,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
    }),
    oneServerBundle,
  ],
});
