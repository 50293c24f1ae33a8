import { isAllowedLink } from "~/record/document/allowedLink";

/** Under which the style of a pasted element is read: no page here lets a style stand in an element. */
export const pastedStyle = "data-pasted-style";

/** Sets the styles of pasted HTML aside before a browser reads it, which would refuse each and say so. */
export function setStylesAside(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style>/gi, "")
    .replace(/(<[a-z][^<>]*?\s)style(\s*=)/gi, `$1${pastedStyle}$2`);
}

/** Reads a property of an element's style, in small letters; the browser drops those of word processors. */
export function styleOf(element: Element, property: string): string {
  for (const rule of (element.getAttribute(pastedStyle) ?? "").split(";")) {
    const [name, ...value] = rule.split(":");
    if (name?.trim().toLowerCase() === property) return value.join(":").trim().toLowerCase();
  }
  return "";
}

const unseen = "style, script, title, xml, template, noscript, object, svg";

function isHidden(element: Element): boolean {
  if (element.matches(unseen)) return true;
  // Struck out while changes were being tracked, or the mark of a comment.
  if (element.matches("del[datetime], del[cite]")) return true;
  if (/\bmsodel\b|msocomanchor|msocomoff/i.test(element.getAttribute("class") ?? "")) return true;
  if (/^comment(-list)?$/.test(styleOf(element, "mso-element"))) return true;
  if (styleOf(element, "display") === "none" || styleOf(element, "mso-hide") === "all") return true;
  return element.matches("br") && styleOf(element, "mso-special-character") !== "";
}

/** Removes what nobody saw in the document that was copied. */
export function removeHidden(body: Element): void {
  for (const element of body.querySelectorAll("*"))
    if (element.isConnected && isHidden(element)) element.remove();
}

/**
 * Removes pictures, for which the record has no place.
 * @returns how many there were
 */
export function removePictures(body: Element): number {
  const pictures = body.querySelectorAll("picture, video, canvas, img:not(picture img)");
  for (const picture of pictures) picture.remove();
  return pictures.length;
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Brings headings to the levels that the record has: a title and the highest heading become the second level. */
export function levelHeadings(body: Element): void {
  const shift = body.querySelector("h1") ? 1 : 0;
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6"))
    rename(heading, `h${Math.min(4, Math.max(2, Number(heading.tagName[1]) + shift))}`);
  for (const title of body.querySelectorAll("p[class^=msotitle i]")) rename(title, "h2");
}

/** Reads whether a style lifts words above the line or below it; within an element that does so they stay once there. */
function scriptOf(element: Element): string {
  const found = /^(sup|sub)(?:er)?$/.exec(styleOf(element, "vertical-align"))?.[1] ?? "";
  return found && !element.closest(found) ? found : "";
}

/** Reads the marks that an element's style gives to its words, as the elements that stand for them. */
function marksOf(element: Element): string[] {
  const weight = styleOf(element, "font-weight");
  const line = styleOf(element, "text-decoration") || styleOf(element, "text-decoration-line");
  return [
    /^(bold|bolder|[5-9]00)$/.test(weight) ? "strong" : "",
    styleOf(element, "font-style") === "italic" ? "em" : "",
    // Every link is underlined.
    /\bunderline\b/.test(line) && !element.closest("a") ? "u" : "",
    /\bline-through\b/.test(line) ? "s" : "",
    scriptOf(element),
  ].filter(Boolean);
}

/**
 * Puts elements in the place of a style that marks words. No page here lets a style stand in an element, so that the
 * editor would not see it.
 */
function markByElements(element: Element): void {
  const marks = marksOf(element);
  const isPlain = /^(normal|400)$/.test(styleOf(element, "font-weight"));
  element.removeAttribute(pastedStyle);
  for (const name of marks) {
    const mark = element.ownerDocument.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  }
  if (isPlain && element.matches("b, strong")) element.replaceWith(...element.childNodes);
}

function setOrRemove(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** Keeps of marks, links and spans over cells what the record knows, and no element that then says nothing. */
export function keepMarks(body: Element): void {
  for (const element of body.querySelectorAll(`[${pastedStyle}]`))
    if (element.matches("span, b, strong, i, em")) markByElements(element);
    else element.removeAttribute(pastedStyle);
  for (const link of body.querySelectorAll("a"))
    if (!isAllowedLink(link.getAttribute("href"))) link.replaceWith(...link.childNodes);
  for (const span of body.querySelectorAll("span")) span.replaceWith(...span.childNodes);
  for (const name of ["colspan", "rowspan", "start"])
    for (const element of body.querySelectorAll(`[${name}]`)) {
      const value = element.getAttribute(name) ?? "";
      setOrRemove(element, name, /^\d{1,3}$/.test(value) && value !== "1" ? value : "");
    }
}
