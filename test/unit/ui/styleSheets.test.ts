import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

type Files = Record<string, string>;

function filesIn(folder: string, ending: RegExp): Files {
  const found: Files = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) Object.assign(found, filesIn(path, ending));
    else if (ending.test(entry.name)) found[path] = readFileSync(path, "utf8");
  }
  return found;
}

/** The selectors of a sheet, one by one. */
function selectorsOf(sheet: string): string[] {
  const bare = sheet.replace(/\/\*.*?\*\//gs, "");
  const heads = [...bare.matchAll(/([^{};]+)\{/g)].map((match) => match[1]!.trim());
  return heads
    .filter((head) => !head.startsWith("@"))
    .flatMap((head) => head.split(/,(?![^()]*\))/))
    .map((selector) => selector.trim());
}

const classesIn = (selector: string) =>
  [...selector.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map((match) => match[1]!);

/** For each class the sheets where a selector begins with it: there it has its meaning. */
function homesOf(sheets: Files): Map<string, Set<string>> {
  const homes = new Map<string, Set<string>>();
  for (const [path, sheet] of Object.entries(sheets))
    for (const selector of selectorsOf(sheet)) {
      const [first] = classesIn(selector);
      if (first) homes.set(first, (homes.get(first) ?? new Set()).add(path));
    }
  return homes;
}

const everyClass = (sheets: Files) => new Set(Object.values(sheets).flatMap(selectorsOf).flatMap(classesIn));

/** Classes that have a meaning in two sheets, and those that have none of their own but are used in two. */
function doubled(sheets: Files): string[] {
  const homes = homesOf(sheets);
  const sheetsWith = (name: string) =>
    Object.keys(sheets).filter((path) =>
      selectorsOf(sheets[path]!).some((one) => classesIn(one).includes(name)),
    );
  return [...everyClass(sheets)]
    .filter((name) => (homes.get(name)?.size ?? 0) !== 1 && sheetsWith(name).length > 1)
    .map((name) => `${name}: ${sheetsWith(name).join(", ")}`);
}

// Set by the editor itself in what it shows.
const setByEditor = /^ProseMirror|^selectedCell$|^tableWrapper$/;

interface Written {
  words: Set<string>;
  beginnings: string[];
}

/** The words in a file's strings that could be classes, and the beginnings of those put together at run time. */
function wordsIn(code: string): Written {
  const strings = [...code.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`/g)].map(
    (one) => one[1] ?? one[2] ?? one[3]!,
  );
  const words = new Set(strings.flatMap((text) => text.replace(/\$\{[^}]*\}/g, " ").split(/[^\w-]+/)));
  const beginnings = strings.flatMap((text) => [...text.matchAll(/([\w-]+-)\$\{/g)].map((one) => one[1]!));
  return { words, beginnings };
}

const isUsed = (name: string, files: Iterable<Written>) =>
  [...files].some(
    ({ words, beginnings }) => words.has(name) || beginnings.some((beginning) => name.startsWith(beginning)),
  );

type Pages = Map<string, Written>;
const pagesOf = (code: Files): Pages =>
  new Map(Object.entries(code).map(([path, text]) => [path, wordsIn(text)]));

/** Classes that no page has. */
function unused(sheets: Files, pages: Pages): string[] {
  return [...everyClass(sheets)].filter((name) => !setByEditor.test(name) && !isUsed(name, pages.values()));
}

/** Classes whose sheet lies in a room that does not use them. */
function strayed(sheets: Files, pages: Pages): string[] {
  return [...homesOf(sheets)].flatMap(([name, [home]]) => {
    if (!home || home.startsWith("app/ui/")) return [];
    const inRoom = (path: string) => path.startsWith("app/routes/") || path.startsWith(`${dirname(home)}/`);
    const near = [...pages].filter(([path]) => inRoom(path)).map(([, written]) => written);
    return setByEditor.test(name) || isUsed(name, near) ? [] : [`${name}: ${home}`];
  });
}

// On paper everything is shown anew, whatever it is on the screen.
const { "app/ui/styles/print.css": print, ...sheets } = filesIn("app", /\.css$/);
const pages = pagesOf(filesIn("app", /\.tsx?$/));
for (const path of pages.keys()) if (path.startsWith("app/i18n/")) pages.delete(path);

describe("a class", () => {
  it("has one meaning, in one sheet", () => {
    expect(doubled(sheets)).toEqual([]);
  });

  it("is used somewhere", () => {
    expect(unused({ ...sheets, print: print! }, pages)).toEqual([]);
  });

  it("has its sheet in the room that uses it", () => {
    expect(strayed(sheets, pages)).toEqual([]);
  });
});

describe("the check of the sheets", () => {
  const page = pagesOf({
    "app/one/Page.tsx": "const look = `tone-$" + '{tone}`; <p className="slip small" />',
  });

  it("finds a class that two sheets give a meaning", () => {
    const one = "@media print { .slip > .small, p { color: red } }";
    expect(doubled({ "one.css": one, "two.css": ".slip, .other {}" })).toEqual(["slip: one.css, two.css"]);
    expect(doubled({ "one.css": one, "two.css": ".other .slip {}" })).toEqual([]);
    expect(doubled({ "one.css": one, "two.css": ".other .small {}" })).toEqual(["small: one.css, two.css"]);
  });

  it("finds a class that no page has", () => {
    expect(unused({ "one.css": ".slip.tone-bad .gone {} /* .remark {} */" }, page)).toEqual(["gone"]);
  });

  it("finds a class whose room does not use it", () => {
    expect(strayed({ "app/one/one.css": ".slip {}", "app/two/two.css": ".small {}" }, page)).toEqual([
      "small: app/two/two.css",
    ]);
  });
});
