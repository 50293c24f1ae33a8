import { Marked, type Token, type TokenizerAndRendererExtension, type Tokens } from "marked";
import { chapterAddress } from "~/address/handbook";
import type { Language } from "~/i18n/language";
import { texts } from "~/i18n/texts.server";
import type { Chapter, ContentsLine, Place } from "./chapter";
import { figures } from "./figures.server";
import { type Mark, readMark, wordsOf } from "./marks";

/** What a chapter is made into HTML for. */
export interface Rendering {
  key: string;
  language: Language;
  place: Place;
  /** One of many on a page: its title is a heading of the second level, and links to other chapters stay there. */
  inBook?: boolean;
}

type MarkToken = Tokens.Generic & Mark;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Every heading below the title names its anchor: `## Sending the list {#submit}`. */
const anchor = /\s*\{#([a-z][a-z0-9-]*)\}$/;

/**
 * Makes HTML of a chapter's Markdown. HTML inside it is text. Throws for an unknown message key or figure, a
 * heading without an anchor, and a link that leads out of the product.
 */
export function renderChapter(markdown: string, rendering: Rendering): Chapter {
  const { key, language } = rendering;
  const contents: ContentsLine[] = [];
  const marked = new Marked({
    extensions: [markExtension(language)],
    // What would be HTML, or a link of its own accord, is read as words.
    tokenizer: { html: () => undefined, tag: () => undefined, url: () => undefined },
    renderer: {
      heading({ tokens, depth, text }) {
        const id = anchor.exec(text)?.[1];
        if (!id) throw new Error(`${key}: the heading "${text}" names no anchor`);
        const html = this.parser.parseInline(tokens).replace(anchor, "");
        if (depth === 2) contents.push({ id: `${key}-${id}`, text: plain(html) });
        const level = depth + (rendering.inBook ? 1 : 0);
        return `<h${level} id="${key}-${id}">${html}</h${level}>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escaped(addressOf(href, rendering))}">${this.parser.parseInline(tokens)}</a>`;
      },
      table(token) {
        return `<table>${rowsOf(token, (tokens) => this.parser.parseInline(tokens))}</table>\n`;
      },
    },
  });
  const [title, ...rest] = marked.lexer(markdown);
  if (title?.type !== "heading" || title.depth !== 1) throw new Error(`${key} does not begin with its title`);
  const html = marked.parser(rest as Token[]);
  return { key, title: title.text, html, contents };
}

/** The first paragraph under the title, in plain words. */
export function aboutChapter(chapter: Chapter): string {
  return plain(/<p>([\s\S]*?)<\/p>/.exec(chapter.html)?.[1] ?? "");
}

function markExtension(language: Language): TokenizerAndRendererExtension {
  return {
    name: "mark",
    level: "inline",
    start: (text) => text.indexOf("{{"),
    tokenizer(text) {
      const mark = readMark(text);
      return mark && { type: "mark", ...mark };
    },
    renderer: (token) => markHtml(token as MarkToken, language),
  };
}

function markHtml({ kind, name, values }: Mark, language: Language): string {
  if (kind === "key")
    return name
      .split(" ")
      .map((key) => `<kbd>${escaped(key)}</kbd>`)
      .join(" ");
  if (kind === "figure") {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`no figure ${name}`);
    return String(figure);
  }
  const words = escaped(wordsOf(texts[language], name, values));
  return kind === "word" ? words : `<b>“${words}”</b>`;
}

function addressOf(href: string, { key, place, inBook }: Rendering): string {
  if (href.startsWith("#")) return `#${key}-${href.slice(1)}`;
  if (/^[a-z]+:/i.test(href)) throw new Error(`${key}: ${href} leads out of the product`);
  const asked = place.asked ? `?lang=${encodeURIComponent(place.asked)}` : "";
  if (href.startsWith("/")) return `${href}${asked}`;
  const [chapter = "", to] = href.split("#");
  const id = to ? `#${chapter}-${to}` : "";
  return inBook ? id || `#${chapter}` : `${chapterAddress(place.base, chapter)}${asked}${id}`;
}

function rowsOf({ header, rows }: Tokens.Table, inline: (tokens: Token[]) => string): string {
  const heads = header.map((cell) => `<th scope="col">${inline(cell.tokens)}</th>`).join("");
  const lines = rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 0 ? `<th scope="row">${inline(cell.tokens)}</th>` : `<td>${inline(cell.tokens)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<thead><tr>${heads}</tr></thead><tbody>${lines.join("")}</tbody>`;
}

function plain(html: string): string {
  const words = html.replace(/<[^>]+>/g, "");
  return words
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
