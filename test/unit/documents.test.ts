import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const decisions = readdirSync(".readme/decisions").sort();
const documents = [
  "README.md",
  ".github/CONTRIBUTING.md",
  ...["architecture", "style", "glossary", "security"].map((name) => `.readme/${name}.md`),
  ...decisions.map((file) => `.readme/decisions/${file}`),
];
const textOf = (file: string) => readFileSync(file, "utf8");
const withoutFences = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "");

/** The anchors of a page as they are made from its headings. */
const anchorsOf = (text: string) =>
  [...withoutFences(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.tsx?$/.test(entry.name) ? readFileSync(path, "utf8") : "";
    })
    .join("\n");
}

describe("the documents for those who carry on", () => {
  it.each(documents)("%s links only to what is there", (file) => {
    for (const [, href] of withoutFences(textOf(file)).matchAll(/\]\(([^)]+)\)/g)) {
      const [path = "", anchor] = href!.split("#");
      const target = path === "" ? file : join(dirname(file), path);
      expect(existsSync(target), `${file}: ${href}`).toBe(true);
      if (anchor) expect(anchorsOf(textOf(target)), `${file}: ${href}`).toContain(anchor);
    }
  });

  it("names in the list of security points only files that are there, and tests by their names", () => {
    const text = textOf(".readme/security.md");
    const files = [...text.matchAll(/`((?:app|db|server|test)\/[^`]+|package-lock\.json)`/g)];
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter(([, file]) => !existsSync(file!)).map(([, file]) => file)).toEqual([]);
    const tests = [...text.matchAll(/`(test\/[^`]+\.tsx?)` "([^"]+)"/g)];
    expect(tests.length).toBeGreaterThan(70);
    for (const [, file, name] of tests) expect(textOf(file!).includes(name!), `${file}: ${name}`).toBe(true);
  });

  it("says of each point of the list how it is answered, or why not", () => {
    const rows = textOf(".readme/security.md")
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| Point"))
      .map((line) => line.split(" | "));
    for (const [point, , how, code, test] of rows) {
      expect(how, point).toMatch(/\S/);
      const proven = /`/.test(code ?? "") && /`/.test(test ?? "");
      expect(proven || /none|outside|open|above/i.test(`${how}${test}`), point).toBe(true);
    }
  });

  it("has decisions numbered in order, each with date, context, decision and consequences", () => {
    decisions.forEach((file, at) => {
      const text = textOf(`.readme/decisions/${file}`);
      const number = String(at + 1).padStart(3, "0");
      expect(file).toMatch(new RegExp(`^${number}-[a-z0-9-]+\\.md$`));
      expect(text.startsWith(`# ${number} `), file).toBe(true);
      expect(text, file).toMatch(/^Date: 20\d\d-\d\d-\d\d$/m);
      const parts = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      expect(parts, file).toEqual(["Context", "Decision", "Consequences"]);
    });
  });

  it("has a glossary whose names stand in the code", () => {
    const [present = ""] = textOf(".readme/glossary.md").split("## To come");
    const code = `${sources("app")}\n${sources("db/schema")}`;
    const rows = present.split("\n").filter((line) => /^\| [^-]/.test(line) && !line.includes("to come"));
    const names = rows.flatMap((row) =>
      [...(row.split("|")[3] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name!),
    );
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => !new RegExp(`\\b${name}(?:Id|Ids)?\\b`).test(code))).toEqual([]);
  });

  it("has a glossary with one name for one thing", () => {
    const rows = textOf(".readme/glossary.md")
      .split("\n")
      .filter((line) => line.startsWith("| "));
    const words = rows.map((row) => row.split("|")[1]!.trim()).filter((word) => word !== "Chinese");
    expect(words.filter((word, at) => words.indexOf(word) < at)).toEqual([]);
  });
});
