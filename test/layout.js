import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const order = createRequire(import.meta.url)("./order.cjs");

/** Folders of which nobody reads all: addresses, texts, migrations, tests. */
const uncounted = /^(app\/routes|app\/i18n\/.*|db\/demo\/texts|db\/migrations|test(\/.*)?)$/;
const mostFiles = 45;

const rules = {
  "names-differ-not-only-in-case": caseTwins,
  "no-folder-over-45-files": crowded,
  "every-room-has-its-place": homeless,
};

/** What is asked of the folders, besides who imports whom. */
export const layoutRules = Object.keys(rules);

/** Finds what is wrong with the folders of a tree: one `{ rule, what }` for each fault. */
export function layoutFaults(root) {
  const folders = ["app", "db", "server", "test"].flatMap((top) => foldersIn(root, top));
  return Object.entries(rules).flatMap(([rule, faults]) =>
    folders.flatMap((folder) => faults(folder).map((what) => ({ rule, what }))),
  );
}

function foldersIn(root, path) {
  if (!existsSync(join(root, path))) return [];
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory()).map((entry) => `${path}/${entry.name}`);
  const folder = {
    path,
    names: entries.map((entry) => entry.name),
    files: entries.length - inside.length,
  };
  return [folder, ...inside.flatMap((one) => foldersIn(root, one))];
}

// Names as an import writes them, without the last ending: on a disk that does not tell case, the import of one
// finds the other.
function caseTwins({ path, names }) {
  const stems = [...new Set(names.map((name) => name.replace(/\.[^.]+$/, "")))];
  const twins = stems.filter((stem) =>
    stems.some((other) => other !== stem && other.toLowerCase() === stem.toLowerCase()),
  );
  return twins.length > 0 ? [`${path}: ${twins.join(", ")}`] : [];
}

function crowded({ path, files }) {
  return files > mostFiles && !uncounted.test(path) ? [`${path}: ${files}`] : [];
}

/** A folder of app/ with code is a room of test/order.cjs, a folder inside a room a sub-room; languages are neither. */
function homeless({ path, names }) {
  if (!names.some((name) => /\.tsx?$/.test(name)) || isKnown(path)) return [];
  return [`${path} is not in test/order.cjs`];
}

function isKnown(path) {
  const [top, room, subRoom, ...deeper] = path.split("/");
  const parent = `${top}/${room}`;
  if (!room || deeper.length > 0 || room === "routes" || room === "i18n") return true;
  if (top !== "app" && !order.subRooms[parent]) return true;
  if (top === "app" && !order.rooms.flat().includes(room)) return false;
  return !subRoom || (order.subRooms[parent]?.flat().includes(subRoom) ?? false);
}
