import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { parts } from "../../gallery/parts";

const components = readdirSync("app/ui", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => basename(path, ".tsx"));

it("shows every part of the interface, and none that is no more", () => {
  expect(Object.keys(parts).sort()).toEqual([...components].sort());
});

it("shows each in at least one state", () => {
  expect(Object.keys(parts).filter((name) => Object.keys(parts[name] ?? {}).length === 0)).toEqual([]);
});
