// @ts-expect-error the package carries no types
import { JSDOM } from "jsdom";

/** Signs that no XML file may hold, that turn the direction of text or that nobody sees, each between two letters. */
export const strays = [
  ...Array.from({ length: 0x20 }, (_, at) => at),
  ...Array.from({ length: 0x21 }, (_, at) => 0x7f + at),
  ...[0x00ad, 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069],
  ...[0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfeff, 0xfff9, 0xfffe, 0xffff],
]
  .map((at) => `甲${String.fromCharCode(at)}乙`)
  .join("");

/** Reads XML as strictly as office programs do; throws where it is not well formed. */
export function readXml(xml: string): Document {
  return new JSDOM(xml, { contentType: "text/xml" }).window.document;
}
