/**
 * `npm run bench [NAME …]`: builds the benchmarks and runs them. Without a name it lists them.
 * Everything it needs besides the project's own packages lies in `.cache/bench`.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const outDir = `${root}.cache/bench/build`;
const entries = {
  main: "main.ts",
  load: "load/process.ts",
  huishang: "servers/huishang.ts",
  "y-websocket": "servers/yWebsocket.ts",
  hocuspocus: "servers/hocuspocus.ts",
  floor: "servers/floor.ts",
};

// The same short names as everywhere: `~/*` is the folder `app`, and so on.
const { paths } = JSON.parse(readFileSync(`${root}tsconfig.json`, "utf8")).compilerOptions;
const alias = Object.entries(paths).map(([name, [folder]]) => ({
  find: name.replace("/*", ""),
  replacement: root + folder.replace("./", "").replace("/*", ""),
}));

await build({
  configFile: false,
  root,
  logLevel: "warn",
  publicDir: false,
  resolve: { alias },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: Object.fromEntries(
        Object.entries(entries).map(([name, file]) => [name, `${root}test/bench/${file}`]),
      ),
    },
  },
});

const main = spawn(process.execPath, [`${outDir}/main.js`, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => main.kill(signal));
main.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
