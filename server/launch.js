/**
 * What stands before every npm script: on a fresh clone it installs the packages and builds, afterwards it
 * only does what has changed. Then it runs the command in the built bundle; `dev` alone runs from the source
 * files and needs no build. Plain JavaScript on purpose: nothing is installed yet when it runs.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFolder = join(root, "node_modules/.huishang");

function digest(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(join(root, path))) return;
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(join(path, name));
    } else hash.update(path).update(readFileSync(join(root, path)));
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

function once(name, paths, product, work) {
  const stamp = join(stampFolder, name);
  const wanted = digest(paths);
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write(`${name}…\n`);
  const { status } = work();
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stamp, wanted);
}

// What these print goes to the error stream: a command's answer on the standard one stays machine-readable.
const run = (command, args, env = process.env) =>
  spawnSync(command, args, { cwd: root, env, stdio: ["ignore", 2, 2] });

// Whatever the caller's own mode is (a test runner sets one), what is built and run here is for real.
const forReal = { ...process.env, NODE_ENV: "production" };

/** Installs the packages that package.json names, unless they are there. */
export function install() {
  once("install", ["package.json"], join(root, "node_modules"), () =>
    run("npm", ["install", "--no-audit", "--no-fund", "--no-save"]),
  );
}

/** Builds pages and server, unless nothing has changed since the last build. */
export function build() {
  once(
    "build",
    ["app", "db", "server", "remix.config.js", "package.json"],
    join(root, "build/server/main.js"),
    () =>
      run(
        process.execPath,
        [
          join(root, "node_modules/@remix-run/dev/dist/cli.js"),
          "vite:build",
          "--config",
          "remix.config.js",
          "--logLevel",
          "warn",
        ],
        forReal,
      ),
  );
}

/** What is not a command of the bundle. */
const entries = { start: ["build/server/main.js"], dev: ["server/dev/main.js"] };

function main([name, ...args]) {
  install();
  if (name === "install") return;
  if (name !== "dev") build();
  if (name === "build") return;
  const entry = entries[name] ?? ["build/server/command.js", name, ...args];
  const child = spawn(process.execPath, entry, { cwd: root, env: forReal, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
