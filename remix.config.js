import { readdirSync } from "node:fs";
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
            makerThread: here("./server/workers/makerThread.ts"),
            workbookThread: here("./server/workers/workbookThread.ts"),
          },
          output: { entryFileNames: "[name].js" },
        },
      },
    };
  },
};

/** Pages of a meeting, under the address of a consultation day: `routes/desk.days.$meeting.room.tsx`. */
const dayPage = /^(desk_?\.)days\.\$meeting\.(.+)\.tsx$/;

/** The path that a route file's name stands for: `history.writers`, `minutes[.]docx`, `corrections_.hand-in`. */
const pathOf = (name) =>
  name
    .replace(/\._index$|^_index$/, "")
    .replace(/_(?=\.)/g, "")
    .replaceAll("$", ":")
    .replaceAll(".", "/")
    .replaceAll("[/]", ".");

/**
 * The pages of a consultation day serve any meeting: each is reached under the other meetings' address as well, as the
 * same module.
 */
function pagesOfMeetings() {
  const files = readdirSync(here("./app/routes"));
  const routes = files.flatMap((file) => {
    const [, frame, page] = dayPage.exec(file) ?? [];
    if (!page) return [];
    const id = `routes/${frame}meetings.$meeting.${page}`;
    const inFrame = frame === "desk.";
    const path = `${inFrame ? "" : "desk/"}meetings/:meeting/${pathOf(page)}`;
    return [{ id, path, file: `routes/${file}`, parentId: inFrame ? "routes/desk" : "root" }];
  });
  return Object.fromEntries(routes.map((route) => [route.id, route]));
}

export default defineConfig({
  resolve: { alias },
  build: { target: "es2022", sourcemap: false },
  plugins: [
    remix({
      appDirectory: "app",
      ignoredRouteFiles: ["**/*.css"],
      routes: pagesOfMeetings,
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: false,
        v3_singleFetch: true,
        // Asked for one by one, routes would be waited for before a form is sent, and an answer that comes while the
        // next page is still unknown would throw. All of them are 15 KB, once for each build.
        v3_lazyRouteDiscovery: false,
      },
    }),
    oneServerBundle,
  ],
});
