/**
 * Checks who imports whom (test/dependency-cruiser.cjs), then proves that the check can fail: a small tree
 * with one planted violation of each rule must be refused for exactly these.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";

const configuration = createRequire(import.meta.url)("./dependency-cruiser.cjs");

async function violations(folder, entries, aliases) {
  const options = {
    ...configuration.options,
    baseDir: folder,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
  };
  delete options.tsConfig;
  const { output } = await cruise(entries, options, { alias: aliases });
  return output.summary.violations;
}

const aliasesOf = (folder) => ({
  "~db": join(folder, "db"),
  "~server": join(folder, "server"),
  "~": join(folder, "app"),
});

const planted = {
  "app/plan/rule.ts": 'import "./act.server"; import "node:fs";',
  "app/plan/act.server.ts": 'import "./Page"; import "~db/transact";',
  "app/plan/Page.tsx": 'import "~db/read";',
  "app/plan/one.ts": 'import "./two";',
  "app/plan/two.ts": 'import "./one"; import "~/task/three";',
  "app/task/three.ts": 'import "~/plan/four";',
  "app/plan/four.ts": "export {};",
  "app/routes/page.tsx": 'import "~db/read";',
  "db/read.ts": "export {};",
  "db/transact.ts": 'import "~/plan/act.server";',
  "server/main.ts": 'import "~/plan/Page";',
};

async function plantedNames() {
  const folder = mkdtempSync(join(tmpdir(), "huishang-planted-"));
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const found = await violations(folder, ["app", "db", "server"], aliasesOf(folder));
  rmSync(folder, { recursive: true });
  return new Set(found.map((violation) => violation.rule.name));
}

const real = await violations(process.cwd(), ["app", "db", "server"], aliasesOf(process.cwd()));
for (const { rule, from, to } of real) process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
const caught = await plantedNames();
const uncaught = configuration.forbidden.map((rule) => rule.name).filter((name) => !caught.has(name));
for (const name of uncaught) process.stdout.write(`a planted violation of ${name} was not caught\n`);
process.exitCode = real.length === 0 && uncaught.length === 0 ? 0 : 1;
