import {
  attributesOf,
  inlineNames,
  isDropped,
  isMarker,
  kept,
  type Open,
  pictures,
  tag,
} from "./pasteElements";
import { isListItem, listsOf, type PastedItem } from "./pasteList";
import { behindElement, type PasteToken, plainText, styleOf, voidElements } from "./pasteTokens";

/** What is pasted, as far as the record knows such things. */
export interface CleanPaste {
  html: string;
  /** Pictures that were left out. */
  images: number;
}

const wordsOf = (html: string) => html.replace(/<[^>]*>|[\s\u3000]/g, "");

/** Writes what was pasted anew, element by element, with its paragraphs that are items put into lists. */
export class PasteWriter {
  html = "";
  images = 0;
  #items: PastedItem[] = [];
  /** The item being written, and where its words begin. */
  #item: { item: PastedItem; from: number } | null = null;
  #open: { name: string; written: boolean }[] = [];
  #links = 0;

  constructor(readonly tokens: readonly PasteToken[]) {}

  write(): CleanPaste {
    for (let at = 0; at < this.tokens.length; ) at = this.#next(at);
    this.#endLists();
    return { html: this.html, images: this.images };
  }

  #next(at: number): number {
    const token = this.tokens[at] as PasteToken;
    if (token.kind === "text") this.#text(token.text);
    else if (token.kind === "close") this.#close(token.name);
    else if (token.kind === "condition")
      return token.on === "!supportlists" ? this.#marker(at + 1, this.#endOfCondition(at)) : at + 1;
    else if (pictures.has(token.name)) {
      this.images += 1;
      return behindElement(this.tokens, at);
    } else if (isDropped(token)) return behindElement(this.tokens, at);
    else if (isMarker(token)) return this.#marker(at, behindElement(this.tokens, at));
    else this.#begin(token);
    return at + 1;
  }

  #endOfCondition(at: number): number {
    for (let end = at + 1; end < this.tokens.length; end++)
      if (this.tokens[end]?.kind === "condition") return end;
    return at + 1;
  }

  // In a list it says what kind of list; before a heading it is part of what is read.
  #marker(from: number, to: number): number {
    const inside = this.tokens.slice(from, to);
    const text = inside.map((token) => (token.kind === "text" ? plainText(token.text) : "")).join("");
    const fonts = inside.map((token) =>
      token.kind === "open"
        ? styleOf(token.attributes, "font-family") || styleOf(token.attributes, "font")
        : "",
    );
    const marker = text.replace(/[\s\u00a0]/g, "");
    if (this.#item) Object.assign(this.#item.item, { marker, font: fonts.find(Boolean) ?? "" });
    else this.#text(marker);
    return to;
  }

  #text(text: string): void {
    if (text.trim() !== "" && !this.#item) this.#endList();
    this.html += text.replace(/&nbsp;|&#160;|\u00a0/gi, " ");
  }

  #begin(token: Open): void {
    const { name } = token;
    if (voidElements.has(name)) {
      if (kept.has(name)) this.html += `<${name}>`;
      return;
    }
    const isBlock = kept.has(name) && !inlineNames.test(name);
    if (isBlock) this.#endItem();
    const level = /\blevel(\d)/.exec(styleOf(token.attributes, "mso-list"))?.[1];
    if (name === "p" && level) {
      this.#open.push({ name, written: false });
      const item = { level: Number(level), marker: "", font: "", html: "" };
      this.#item = { item, from: this.html.length };
      return;
    }
    if (isBlock) this.#endList();
    const attributes = attributesOf(token, this.#links > 0);
    if (name === "a") this.#links += 1;
    const says = name !== "span" && name !== "a" ? true : Object.values(attributes).some(Boolean);
    const written = kept.has(name) && says;
    this.#open.push({ name, written });
    if (written) this.html += tag(name, attributes);
  }

  #close(name: string): void {
    const at = this.#open.map((one) => one.name).lastIndexOf(name);
    if (at === -1) return;
    const [closed] = this.#open.splice(at, 1);
    if (name === "a") this.#links -= 1;
    // A list ends with the cell it stands in.
    if (closed?.written && !inlineNames.test(name)) this.#endLists();
    if (closed?.written) this.html += `</${name}>`;
    else if (name === "p") this.#endItem();
  }

  #endLists(): void {
    this.#endItem();
    this.#endList();
  }

  #endItem(): void {
    if (!this.#item) return;
    const { item, from } = this.#item;
    this.#item = null;
    item.html = this.html.slice(from);
    this.html = this.html.slice(0, from);
    if (isListItem(item)) this.#items.push(item);
    else if (wordsOf(item.html) !== "") {
      this.#endList();
      this.html += `<p>${item.marker}${item.html}</p>`;
    }
  }

  #endList(): void {
    if (this.#items.length === 0) return;
    const items = this.#items.filter((item) => wordsOf(item.html) !== "");
    this.#items = [];
    this.html += listsOf(items);
  }
}
