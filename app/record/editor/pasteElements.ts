import { isAllowedLink } from "~/record/document/allowedLink";
import { type PasteToken, styleOf } from "./pasteTokens";

/** The beginning of an element. */
export type Open = Extract<PasteToken, { kind: "open" }>;

/** Elements that the record has, under the names it gives them. */
export const kept = new Set(
  "p h2 h3 h4 ul ol li table thead tbody tfoot tr td th b strong i em u s strike del br hr blockquote a span div".split(
    " ",
  ),
);
/** Elements within a line. */
export const inlineNames = /^(b|strong|i|em|u|s|strike|del|a|span)$/;
const dropped = new Set(["style", "script", "head", "title", "xml", "template", "noscript", "object", "svg"]);
/** What the record has no place for. */
export const pictures = new Set(["img", "picture", "video", "canvas"]);

/** Things nobody sees, or that somebody struck out with changes being tracked. */
export function isDropped({ name, attributes }: Open): boolean {
  if (dropped.has(name)) return true;
  if (name === "del") return "datetime" in attributes || "cite" in attributes;
  if (/\bmsodel\b|msocomanchor|msocomoff/i.test(attributes.class ?? "")) return true;
  if (/^comment(-list)?$/.test(styleOf(attributes, "mso-element"))) return true;
  const hidden = styleOf(attributes, "display") === "none" || styleOf(attributes, "mso-hide") === "all";
  return hidden || (name === "br" && styleOf(attributes, "mso-special-character") !== "");
}

/** The number or the sign before the words of a list's item, which the list writes by itself. */
export const isMarker = ({ attributes }: Open) => styleOf(attributes, "mso-list") === "ignore";

/** Marks that are written as styles; everything else of a style falls away. */
function markStyle(attributes: Record<string, string>, inLink: boolean): string {
  const weight = styleOf(attributes, "font-weight");
  const line = styleOf(attributes, "text-decoration") || styleOf(attributes, "text-decoration-line");
  return [
    /^(bold|bolder|[5-9]00)$/.test(weight) ? "font-weight:bold" : "",
    /^(normal|400)$/.test(weight) ? "font-weight:normal" : "",
    styleOf(attributes, "font-style") === "italic" ? "font-style:italic" : "",
    !inLink && /\bunderline\b/.test(line) ? "text-decoration:underline" : "",
    /\bline-through\b/.test(line) ? "text-decoration:line-through" : "",
  ]
    .filter(Boolean)
    .join(";");
}

const span = (value: string | undefined) => (/^\d{1,3}$/.test(value ?? "") && value !== "1" ? value : "");

/** The attributes of an element that the record knows; empty ones are not written. */
export function attributesOf({ name, attributes }: Open, inLink: boolean): Record<string, string> {
  if (name === "a") return isAllowedLink(attributes.href) ? { href: attributes.href } : {};
  if (name === "td" || name === "th")
    return { colspan: span(attributes.colspan) ?? "", rowspan: span(attributes.rowspan) ?? "" };
  if (name === "ol") return { start: span(attributes.start) ?? "" };
  return /^(span|b|strong|i|em)$/.test(name) ? { style: markStyle(attributes, inLink) } : {};
}

const escaped = (value: string) => value.replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The beginning of an element as it is written. */
export function tag(name: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes).filter(([, value]) => value !== "");
  return `<${name}${written.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>`;
}

/** Elements under the names that the record gives them. */
export function renamed(tokens: readonly PasteToken[]): PasteToken[] {
  const isTitle = (token: PasteToken) =>
    token.kind === "open" && token.name === "p" && /^msotitle\b/i.test(token.attributes.class ?? "");
  const shift = tokens.some((token) => "name" in token && token.name === "h1") ? 1 : 0;
  let inTitle = false;
  return tokens.map((token) => {
    if (!("name" in token)) return token;
    if (isTitle(token)) inTitle = true;
    if (inTitle && token.name === "p") {
      if (token.kind === "close") inTitle = false;
      return { ...token, name: "h2" };
    }
    const level = /^h([1-6])$/.exec(token.name)?.[1];
    if (!level) return token;
    return { ...token, name: `h${Math.min(4, Math.max(2, Number(level) + shift))}` };
  });
}
