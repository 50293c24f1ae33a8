/**
 * Checks who imports whom (test/dependency-cruiser.cjs), then proves that the check can fail: a small tree
 * with one planted violation of each rule must be refused for exactly these.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";

const roomCycle = "no-cycle-between-rooms";
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
  const rooms = findRoomCycles(output.modules).map(([from, to]) => ({ rule: { name: roomCycle }, from, to }));
  return [...output.summary.violations, ...rooms];
}

/**
 * Rooms that reach themselves through others. What the database's tables borrow from the rules does not
 * count: only arrows from room to room do.
 */
function findRoomCycles(modules) {
  const roomOf = (path) => /^app\/([a-z]+)\//.exec(path)?.[1];
  const arrows = new Map();
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)];
      if (from && to && from !== to) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  const reach = (start) => {
    const seen = new Set();
    const walk = (room) => {
      for (const next of arrows.get(room) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        walk(next);
      }
    };
    walk(start);
    return seen;
  };
  return [...arrows.keys()]
    .filter((room) => reach(room).has(room))
    .map((room) => [`app/${room}`, `app/${room}`]);
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
  "app/plan/columns.server.ts": 'import "drizzle-orm/sqlite-core";',
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

const real = await violations(process.cwd(), ["app", "db", "server", "test"], aliasesOf(process.cwd()));
for (const { rule, from, to } of real) process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
const caught = await plantedNames();
const names = [...configuration.forbidden.map((rule) => rule.name), roomCycle];
const uncaught = names.filter((name) => !caught.has(name));
for (const name of uncaught) process.stdout.write(`a planted violation of ${name} was not caught\n`);
process.exitCode = real.length === 0 && uncaught.length === 0 ? 0 : 1;
