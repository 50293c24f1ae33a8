/**
 * Checks who imports whom (test/dependency-cruiser.cjs, test/order.cjs) and how files are named and laid out
 * (test/layout.js), then proves that each check can fail: a small tree with one planted violation of each rule
 * must be refused for exactly these.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";
import { layoutFaults, layoutRules } from "./layout.js";

const require = createRequire(import.meta.url);
const configuration = require("./dependency-cruiser.cjs");
const order = require("./order.cjs");

async function violations(folder) {
  const options = {
    ...configuration.options,
    baseDir: folder,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
  };
  delete options.tsConfig;
  const alias = {
    "~db": join(folder, "db"),
    "~server": join(folder, "server"),
    "~": join(folder, "app"),
  };
  const { output } = await cruise(["app", "db", "server"], options, { alias });
  return [
    ...output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, what: `${from} → ${to}` })),
    ...layoutFaults(folder),
  ];
}

const planted = {
  "app/plan/rule.ts": 'import "./act.server"; import "node:fs";',
  "app/plan/act.server.ts": 'import "./Page"; import "~db/transact";',
  "app/plan/Page.tsx":
    'import "~db/read"; import "./act.server"; import "react-i18next"; import "write-excel-file/node";',
  "app/plan/one.ts": 'import type { Two } from "./two"; export interface One { two: Two }',
  "app/plan/two.ts": 'import type { One } from "./one"; export interface Two { one: One }',
  "app/plan/columns.server.ts": 'import "drizzle-orm/sqlite-core";',
  "app/routes/page.tsx": 'import "~db/read";',
  "app/strangers/stranger.ts": "export {};",
  "app/record/strangers/stranger.ts": 'import type { Two } from "~/plan/two";',
  "app/plan/page.css": "",
  "db/read.ts": "export {};",
  "db/transact.ts": 'import "~/plan/act.server";',
  "server/main.ts": 'import "~/plan/Page";',
  ...Object.fromEntries(order.rooms.at(-1).map((room) => [`server/${room}.ts`, takes(`app/${room}`)])),
  ...Object.fromEntries(Array.from({ length: 46 }, (_, at) => [`server/crowd/file${at}.ts`, "export {};"])),
  ...againstTheOrder(order.rooms, "app"),
  ...Object.assign(
    {},
    ...Object.entries(order.subRooms).map(([folder, floors]) => insideRoom(folder, floors)),
  ),
};

function insideRoom(folder, floors) {
  return { ...againstTheOrder(floors, folder), [`${folder}/ground.ts`]: takes(`${folder}/${floors[0][0]}`) };
}

function takes(folder) {
  const alias = folder.replace(/^app\//, "~/").replace(/^server\//, "~server/");
  return `import type { Thing } from "${alias}/thing"; export type Its = Thing;`;
}

/** In each room a file that takes a type from a room that it must not know. */
function againstTheOrder(floors, folder) {
  const files = {};
  floors.forEach((floor, at) => {
    for (const room of floor) {
      const other = order.outOfReach(floors.slice(at), room).at(-1);
      files[`${folder}/${room}/thing.ts`] = "export interface Thing { is: string }";
      if (other) files[`${folder}/${room}/planted.ts`] = takes(`${folder}/${other}`);
    }
  });
  return files;
}

async function plantedNames() {
  const folder = mkdtempSync(join(tmpdir(), "huishang-planted-"));
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const found = await violations(folder);
  rmSync(folder, { recursive: true });
  return new Set(found.map(({ rule }) => rule));
}

const real = await violations(process.cwd());
for (const { rule, what } of real) process.stdout.write(`${rule}: ${what}\n`);
const caught = await plantedNames();
const names = [...configuration.forbidden.map((rule) => rule.name), ...layoutRules];
const uncaught = names.filter((name) => !caught.has(name));
for (const name of uncaught) process.stdout.write(`a planted violation of ${name} was not caught\n`);
process.exitCode = real.length === 0 && uncaught.length === 0 ? 0 : 1;
