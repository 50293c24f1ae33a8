import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

// What a step of the outbox carries, a program has written; what a day or an instant is, its own check says,
// and what stands in a field as it was shown goes through the form's schema before anything is done with it.
const byPrograms = /payload|isInstant|ShownState/;

const forms = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("value"))
  .map((file) => ({ file, text: readFileSync(join("app", file), "utf8") }))
  .filter(({ text }) => /from "zod"/.test(text));

it("knows no text of people that app/value does not bound and clean", () => {
  const raw = forms
    .filter(({ text }) => /\bz\s*\.(coerce\s*\.)?string\(/.test(text) && !byPrograms.test(text))
    .map(({ file }) => file);
  expect(raw).toEqual([]);
});
