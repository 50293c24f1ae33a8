import { SaxesParser } from "saxes";
import { readingLimits } from "~/problem/import/importLimits";
import { ReadingRefused } from "./reading";

/** What is told of a part while it is read. Names are without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Asked between two pieces; true ends the reading. */
  enough?(): boolean;
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(":") + 1);

/** Reads a part of a workbook piece by piece. Refuses with `fileUnreadable` what is broken or nested too deeply. */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  // The parser keeps what stands between two marks until the second one comes.
  let unmarked = 0;
  parser.on("opentag", (tag) => {
    depth += 1;
    unmarked = 0;
    if (depth > readingLimits.depth) throw new ReadingRefused("fileUnreadable");
    listener.open?.(withoutPrefix(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    unmarked = 0;
    listener.close?.(withoutPrefix(tag.name));
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.on("error", () => {
    throw new ReadingRefused("fileUnreadable");
  });
  for await (const piece of pieces) {
    unmarked += piece.length;
    if (unmarked > readingLimits.unmarkedCharacters) throw new ReadingRefused("fileUnreadable");
    parser.write(piece);
    if (listener.enough?.()) return;
  }
  parser.close();
}

/** Gives an attribute whatever its prefix, such as `r:id`. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return (
    attributes[name] ??
    Object.entries(attributes).find(([key]) => key.includes(":") && withoutPrefix(key) === name)?.[1]
  );
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Writes a text as it was typed: what XML cannot hold stands in a workbook as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
