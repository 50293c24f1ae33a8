/**
 * `npm test`: everything that daily work can break, one part after the other, on a fresh clone too. `npm test full`
 * adds what is slow by nature; `npm test NAME …` runs parts. Ends with the plain line `N passed, N failed`, in which
 * each check without tests of its own (types, lint, …) counts as one.
 */
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, install } from "../server/launch.js";
import { requireChromium } from "./chromium.js";
import { wantLibreOffice } from "./libreOffice.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);
let passed = 0;
let failed = 0;

function tell(name, ok, started) {
  process.stdout.write(
    `── ${name}: ${ok ? "ok" : "FAILED"} (${Math.round((Date.now() - started) / 1000)} s)\n`,
  );
}

function check(name, command, args) {
  const started = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 1, 2] });
  tell(name, status === 0, started);
  return status === 0;
}

function count(ok) {
  if (ok) passed += 1;
  else failed += 1;
}

const single = (name, command, args) => count(check(name, command, args));

/** What runs beside the parts that follow, as these use one processor only; resolves once it is told and counted. */
let beside = Promise.resolve();

function singleBeside(name, command, args) {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), "huishang-beside-"));
  const file = join(folder, "output");
  const output = openSync(file, "w");
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", output, output] });
  const ended = new Promise((resolve) => {
    child.once("exit", (code) => resolve(code === 0));
    child.once("error", () => resolve(false));
  });
  beside = ended.then((ok) => {
    closeSync(output);
    process.stdout.write(`\n── ${name}\n${readFileSync(file, "utf8")}`);
    rmSync(folder, { recursive: true });
    tell(name, ok, started);
    count(ok);
  });
}

async function vitest(project) {
  // Tests take all processors, and some of them watch the clock.
  await beside;
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

function inBrowser(project) {
  requireChromium();
  build();
  return vitest(project);
}

const parts = {
  types: () => singleBeside("types", bin("tsc"), ["-p", "."]),
  lint: () => single("lint", bin("biome"), ["check", "--error-on-warnings"]),
  unused: () => single("unused", bin("knip"), ["--config", "test/knip.json"]),
  boundaries: () => single("boundaries", process.execPath, ["test/boundaries.js"]),
  unit: () => vitest("unit"),
  integration: () => vitest("integration"),
  live: () => vitest("live"),
  browser: () => inBrowser("browser"),
  slow: () => {
    wantLibreOffice();
    return inBrowser("slow");
  },
};
const everyPart = Object.keys(parts);

/** The parts that a call asks for: by name, `full` for all, and all but the slow one where it names none. */
function partsOf(names) {
  const unknown = names.filter((name) => name !== "full" && !everyPart.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no part "${unknown.join(", ")}". The parts are: ${everyPart.join(" ")}; or full.\n`,
    );
    process.exit(1);
  }
  if (names.includes("full")) return everyPart;
  return everyPart.filter((name) => (names.length > 0 ? names.includes(name) : name !== "slow"));
}

const wanted = partsOf(process.argv.slice(2));
install();
for (const name of wanted) await parts[name]();
await beside;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
