import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { roles } from "~/access/role";
import { chapterOf, chapters } from "~/handbook/chapter";
import { chapterFile, chapterFiles } from "~/handbook/chapterFile.server";
import { chapterNames, deskPlace, openChapter, wholeBook } from "~/handbook/readHandbook.server";
import { renderChapter } from "~/handbook/renderChapter.server";
import { languages } from "~/i18n/language";
import { districtFile } from "~/unit/districtForm";

const keys = chapters.map((chapter) => chapter.key);
const fileOf = (language: (typeof languages)[number], key: string) => chapterFile(language, key) ?? "";

/** Level and anchor of each heading, in order: what both languages share. */
function headingsOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^(#+) .*?(?:\{#([a-z0-9-]+)\})?$/gm)].map(([, hashes, id]) => `${hashes} ${id}`);
}

/** Commands and files between fences, and names between backticks. */
const literals = (markdown: string) => [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!);

// What an address of the product looks like, from the names of the route files.
const routes = readdirSync("app/routes").map((file) => {
  const path = file.replace(/\.tsx$/, "").replace(/\[(.)\]/g, "%$1");
  const parts = path.split(".").filter((part) => part !== "_index");
  return new RegExp(
    `^/${parts.map((part) => (part.startsWith("$") ? "[^/]+" : part.replace("%", "\\"))).join("/")}$`,
  );
});

function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
}

describe("the handbook's chapters", () => {
  it("are there in every language, each with its row", () => {
    for (const language of languages) expect(chapterFiles(language).sort()).toEqual([...keys].sort());
  });

  it.each(keys)("%s has the same headings in every language", (key) => {
    const [first, ...others] = languages.map((language) => headingsOf(fileOf(language, key)));
    for (const other of others) expect(other).toEqual(first);
    expect(first!.length).toBeGreaterThan(3);
    expect(new Set(first).size).toBe(first!.length);
  });

  it.each(keys)("%s names the same texts, figures, commands and files in every language", (key) => {
    const named = (language: (typeof languages)[number]) => {
      const markdown = fileOf(language, key);
      const marks = [...markdown.matchAll(/\{\{(?:button|word|figure):([^\s}]+)/g)].map(([, name]) => name);
      return { marks: marks.sort(), literals: literals(markdown).sort() };
    };
    const [first, ...others] = languages.map(named);
    for (const other of others) expect(other).toEqual(first);
  });

  for (const language of languages)
    it(`are rendered in ${language} with nothing left to fill in`, () => {
      for (const key of keys) {
        const { chapter } = openChapter(key, language, deskPlace)!;
        expect(chapter.title).not.toBe("");
        expect(chapter.contents.length).toBeGreaterThan(2);
        expect(chapter.html).not.toMatch(/\{\{|\}\}|\{#|undefined|\*\*/);
      }
    });

  for (const language of languages)
    it(`link in ${language} only to what is there`, () => {
      const anchors = new Map(
        keys.map((key) => [key, idsOf(openChapter(key, language, deskPlace)!.chapter.html)] as const),
      );
      for (const key of keys)
        for (const href of linksOf(openChapter(key, language, deskPlace)!.chapter.html)) {
          const [path = "", id] = href.split("#");
          const to = path === "" ? key : /^\/desk\/help\/([a-z]+)$/.exec(path)?.[1];
          if (to) expect(anchors.has(to), `${key}: ${href}`).toBe(true);
          if (to && id) expect(anchors.get(to), `${key}: ${href}`).toContain(id);
          if (!to)
            expect(
              routes.some((route) => route.test(path)),
              `${key}: ${href}`,
            ).toBe(true);
        }
    });

  for (const language of languages)
    it(`stand on one page in ${language} without two places of the same name, and link within it`, () => {
      const book = wholeBook(language, deskPlace);
      const ids = [...book.map(({ key }) => key), ...book.flatMap(({ html }) => idsOf(html))];
      expect(new Set(ids).size).toBe(ids.length);
      for (const href of book.flatMap(({ html }) => linksOf(html)).filter((one) => one.startsWith("#")))
        expect(ids).toContain(href.slice(1));
    });

  it("tell in the list what they are about", () => {
    for (const language of languages)
      for (const name of chapterNames(language)) expect(name.about.length, name.key).toBeGreaterThan(8);
  });

  it("have one for every role", () => {
    for (const role of roles) expect(chapters.find((one) => one.key === chapterOf(role))?.role).toBe(role);
  });

  it("keep the language that the address asks for in their links", () => {
    const { chapter } = openChapter("street", "en", { base: "/help", asked: "en" })!;
    const links = linksOf(chapter.html).filter((href) => href.startsWith("/help/"));
    expect(links).toContain("/help/room?lang=en");
    expect(links.every((href) => href.includes("?lang=en"))).toBe(true);
  });
});

describe("what the chapters say of running the product", () => {
  it("names every setting there is, and no other", () => {
    const settings = (text: string) => [...new Set(text.match(/\b(?:HUISHANG_[A-Z_]+|PORT)\b/g))];
    const real = settings(readFileSync("server/configuration.ts", "utf8"));
    const install = fileOf("zh-CN", "installation");
    const table = settings(
      install
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .join("\n"),
    );
    expect(table.sort()).toEqual(real.sort());
  });

  it("names only commands there are", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object };
    const named = keys.flatMap((key) => [...fileOf("en", key).matchAll(/npm (?:run )?([a-z:]+)/g)]);
    expect(named.length).toBeGreaterThan(4);
    for (const [, command] of named) expect(Object.keys(scripts)).toContain(command);
  });

  it("shows the file of a district that can be installed", () => {
    for (const language of languages) {
      const example = /```json\n([\s\S]*?)```/.exec(fileOf(language, "installation"))?.[1] ?? "";
      const parsed = districtFile.safeParse(JSON.parse(example));
      expect(parsed.error?.issues).toBeUndefined();
    }
  });
});

describe("rendering a chapter", () => {
  const render = (markdown: string) =>
    renderChapter(markdown, { key: "street", language: "zh-CN", place: deskPlace });

  it("shows what the page itself says, as a button, a word, a key or a figure", () => {
    const { html } = render(
      "# 街镇\n\n按 {{button:problem.list.submit}}，即{{word:problem.listState.submitted}}，或 {{key:Ctrl Enter}}，{{figure:importRows}} 行。",
    );
    expect(html).toContain("<b>“报送清单”</b>");
    expect(html).toContain("即已报送");
    expect(html).toContain("<kbd>Ctrl</kbd> <kbd>Enter</kbd>");
    expect(html).toContain("20000 行");
  });

  it("fills in the variables of a text", () => {
    expect(render("# 街镇\n\n{{word:problem.list.removeCount count=3}}").html).toContain("移出选中的 3 件");
  });

  it("refuses a text that is gone, a variable without value, an unknown figure", () => {
    expect(() => render("# 街镇\n\n{{button:problem.list.gone}}")).toThrow("no text problem.list.gone");
    expect(() => render("# 街镇\n\n{{word:problem.list.removeCount}}")).toThrow("needs count");
    expect(() => render("# 街镇\n\n{{figure:gone}}")).toThrow("no figure gone");
  });

  it("refuses a heading without anchor, a missing title and a link that leads away", () => {
    expect(() => render("# 街镇\n\n## 报送")).toThrow("names no anchor");
    expect(() => render("报送")).toThrow("title");
    expect(() => render("# 街镇\n\n[去](https://example.com)")).toThrow("leads out");
    expect(() => render("# 街镇\n\n[去](javascript:alert)")).toThrow("leads out");
  });

  it("reads HTML as words", () => {
    const { html } = render("# 街镇\n\n<script>alert(1)</script>\n\n文字 <b onclick=x>粗</b>");
    expect(html).not.toMatch(/<script|<b /);
    expect(html).toContain("&lt;script&gt;");
  });
});
