/**
 * `npm test`: everything that must hold, one after the other, on a fresh clone too. Ends with the plain line
 * `N passed, N failed`, in which each check without tests of its own (types, lint, …) counts as one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, install } from "../server/launch.js";
import { requireChromium } from "./chromium.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);
let passed = 0;
let failed = 0;

function check(name, command, args) {
  const started = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 1, 2] });
  process.stdout.write(
    `── ${name}: ${status === 0 ? "ok" : "FAILED"} (${Math.round((Date.now() - started) / 1000)} s)\n`,
  );
  return status === 0;
}

function single(name, command, args) {
  if (check(name, command, args)) passed += 1;
  else failed += 1;
}

function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), "huishang-report-"));
  const report = join(folder, "report.json");
  const ok = check(project, bin("vitest"), [
    ...["run", "--config", "test/vitest.config.ts", "--project", project],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  rmSync(folder, { recursive: true });
  passed += counts.numPassedTests ?? 0;
  failed += counts.numFailedTests ?? 0;
  // A file that does not even load, or a project without a test, counts as a failure too.
  if (!ok && !counts.numFailedTests) failed += 1;
  if (ok && !counts.numPassedTests) failed += 1;
}

install();
const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);
if (wanted("types")) single("types", bin("tsc"), ["-p", "."]);
if (wanted("lint")) single("lint", bin("biome"), ["check", "--error-on-warnings"]);
if (wanted("unused")) single("unused", bin("knip"), ["--config", "test/knip.json"]);
if (wanted("boundaries")) single("boundaries", process.execPath, ["test/boundaries.js"]);
if (wanted("unit")) vitest("unit");
if (wanted("integration")) vitest("integration");
if (wanted("live")) vitest("live");
if (wanted("browser")) {
  requireChromium();
  build();
  vitest("browser");
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
