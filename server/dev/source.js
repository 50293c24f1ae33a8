import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { earlyChanges } from "./early.js";
import { reloading } from "./reload.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const watched = ["app", "db", "server"];

/**
 * Opens the source files with Vite: one graph of modules for server and pages, in which a changed file takes with it
 * only those that import it. Everything else, such as the module that holds the database, stays what it is.
 * @param http the server on which open pages hear of changes
 * @param onChange called with the path of a file that was changed, made or removed
 */
export async function openSource(http, onChange) {
  const watching = beginOfWatching();
  const vite = await createServer({
    root,
    configFile: join(root, "remix.config.js"),
    appType: "custom",
    logLevel: "warn",
    // Known at once, so that no page must be loaded again because another package was met.
    optimizeDeps: { entries: ["app/entry.client.tsx", "app/!(routes)/**/!(*.server).{ts,tsx}"] },
    server: {
      middlewareMode: true,
      hmr: { server: http },
      fs: { allow: ["app", "node_modules"] },
      watch: {
        ignored: (path) => !isWatched(relative(root, path)),
        // Without it, a file that is saved twice in a moment is taken as it was the first time.
        awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 10 },
      },
    },
    plugins: [packagesWithoutStyles, earlyChanges, reloading, watching.plugin, telling(onChange)],
  });
  const { logger } = vite.config;
  return {
    files: vite.middlewares,
    /** Resolves once every folder is watched; of a change before that nobody hears. */
    watching: watching.begun,
    load: (path) => vite.ssrLoadModule(path),
    filesOf: (path) => importedBy(vite.environments.ssr.moduleGraph, path),
    nameOf: (file) => relative(root, file),
    /** Prints a fault, unless Vite has done so. */
    tell: (error) => logger.hasErrorLogged(error) || logger.error(error.stack, { error }),
    close: () => vite.close(),
  };
}

/** Gives a plugin, and what resolves when the watching has begun that Vite starts with it. */
function beginOfWatching() {
  let begin;
  const begun = new Promise((resolve) => {
    begin = resolve;
  });
  const configureServer = ({ watcher }) => void watcher.once("ready", begin);
  return { begun, plugin: { name: "huishang:begin-of-watching", configureServer } };
}

// The data folder may lie beside them, and changes with every edit.
const isWatched = (path) => path === "" || watched.includes(path.split(/[\\/]/)[0]);

/** The files that a module is made of, without those that are imported only when they are needed. */
async function importedBy(graph, path) {
  const files = new Set();
  const add = async (url) => {
    const module = await graph.getModuleByUrl(url);
    if (!module?.file || files.has(module.file)) return;
    files.add(module.file);
    for (const dependency of module.transformResult?.deps ?? []) await add(dependency);
  };
  await add(path);
  return files;
}

/**
 * To put a page's style sheets into its head, Remix asks Vite for everything that the page imports on the server,
 * packages too, and Vite would take those for packages that the browser needs.
 */
const packagesWithoutStyles = {
  name: "huishang:packages-without-styles",
  enforce: "pre",
  resolveId(id, importer) {
    const asked = this.environment.name === "client" && importer === join(root, "index.html");
    return asked && /^[@\w]/.test(id) ? "\0none" : undefined;
  },
};

const telling = (onChange) => ({
  name: "huishang:telling",
  hotUpdate: {
    order: "pre",
    handler({ file }) {
      // Called for each side; by the first call both know that the file is not what they have loaded.
      if (this.environment.name === "client") onChange(file);
    },
  },
});
