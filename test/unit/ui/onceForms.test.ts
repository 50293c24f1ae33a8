import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => ({ path, text: readFileSync(join("app", path), "utf8") }));

// Signing in and out, and taking up an invitation, which is used once, make nothing that there could be twice.
const without = ["routes/sign-in.tsx", "routes/invitation.tsx", "ui/OnceForm.tsx"];
const posts =
  /<(?:Form|form|fetcher\.Form|[a-zA-Z]+\.Form)\b[^>]*method="post"[^>]*>\s*(<OnceKey \/>|[^\n]*)/g;

it("carries a key in every form that changes something, so that it is carried out once", () => {
  const keyless = sources
    .filter(({ path }) => !without.includes(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(posts)]
        .filter(([form, first]) => first !== "<OnceKey />" && !form.includes('action="/sign-out"'))
        .map(([form]) => `${path}: ${form.slice(0, 80)}`),
    );
  expect(keyless).toEqual([]);
});

it("sees a form without one", () => {
  expect([...'<Form method="post" className="x">\n<b />'.matchAll(posts)]).toHaveLength(1);
  expect(sources.filter(({ text }) => text.includes("<OnceForm")).length).toBeGreaterThan(25);
});

// Without it the library asks the server at every keystroke, which takes no orders meant for the library.
it("validates in the page what is validated while it is typed", () => {
  const typed = sources.filter(({ text }) => text.includes('shouldRevalidate: "onInput"'));
  expect(typed.length).toBeGreaterThan(5);
  expect(typed.filter(({ text }) => !text.includes("onValidate:")).map(({ path }) => path)).toEqual([]);
});
