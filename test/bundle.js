/**
 * Puts programs of `test` that are written in TypeScript together and runs the first of them, `main`. The benchmarks and
 * the faults are started this way.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

// The same short names as everywhere: `~/*` is the folder `app`, and so on.
const { paths } = JSON.parse(readFileSync(`${root}tsconfig.json`, "utf8")).compilerOptions;
const alias = Object.entries(paths).map(([name, [folder]]) => ({
  find: name.replace("/*", ""),
  replacement: root + folder.replace("./", "").replace("/*", ""),
}));

/**
 * Builds the programs of a folder into `.cache` and runs `main` with the arguments of the command line.
 * @param folder in `test`
 * @param entries files of the folder by the name of their program
 */
export async function bundleAndRun(folder, entries) {
  const outDir = `${root}.cache/${folder}/build`;
  const input = Object.entries(entries).map(([name, file]) => [name, `${root}test/${folder}/${file}`]);
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
      rollupOptions: { input: Object.fromEntries(input) },
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
}
