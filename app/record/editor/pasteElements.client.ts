import { isAllowedLink } from "~/record/document/allowedLink";

/** Reads a property of an element's style, in small letters; the browser drops those of word processors. */
export function styleOf(element: Element, property: string): string {
  for (const rule of (element.getAttribute("style") ?? "").split(";")) {
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

/** Reads the marks that an element's style gives to its words, as the only style that is kept. */
function markStyle(element: Element): string {
  const weight = styleOf(element, "font-weight");
  const line = styleOf(element, "text-decoration") || styleOf(element, "text-decoration-line");
  return [
    /^(bold|bolder|[5-9]00)$/.test(weight) ? "font-weight:bold" : "",
    /^(normal|400)$/.test(weight) ? "font-weight:normal" : "",
    styleOf(element, "font-style") === "italic" ? "font-style:italic" : "",
    // Every link is underlined.
    /\bunderline\b/.test(line) && !element.closest("a") ? "text-decoration:underline" : "",
    /\bline-through\b/.test(line) ? "text-decoration:line-through" : "",
  ]
    .filter(Boolean)
    .join(";");
}

function setOrRemove(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/** Keeps of styles, links and spans over cells what the record knows, and no element that then says nothing. */
export function keepMarks(body: Element): void {
  for (const element of body.querySelectorAll("[style]"))
    setOrRemove(element, "style", element.matches("span, b, strong, i, em") ? markStyle(element) : "");
  for (const link of body.querySelectorAll("a"))
    if (!isAllowedLink(link.getAttribute("href"))) link.replaceWith(...link.childNodes);
  for (const span of body.querySelectorAll("span:not([style])")) span.replaceWith(...span.childNodes);
  for (const name of ["colspan", "rowspan", "start"])
    for (const element of body.querySelectorAll(`[${name}]`)) {
      const value = element.getAttribute(name) ?? "";
      setOrRemove(element, name, /^\d{1,3}$/.test(value) && value !== "1" ? value : "");
    }
}
