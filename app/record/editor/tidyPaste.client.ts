const inline = "b, strong, i, em, u, s, strike, del, sup, sub, a, span";
const blocks = "p, div, h2, h3, h4, li, td, th, blockquote, body";

// Word breaks the lines of its source where it likes, also between two characters that belong together.
const brokenLine =
  /([\u3000-\u303f\u3400-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])/g;
// No document that was read from HTML holds it.
const gap = "\u0000";

/** Takes the breaks out of words that stand on one line, whatever marks they are in. */
function joinLines(line: readonly Text[]): void {
  const words = line.map((text) => text.data.replaceAll("\u00a0", " ")).join("");
  const joined = words.replace(brokenLine, (all, sign: string) => sign + gap.repeat(all.length - 1));
  let from = 0;
  for (const text of line) {
    const to = from + text.length;
    text.data = joined.slice(from, to).replaceAll(gap, "");
    from = to;
  }
}

/** Groups the words of a document into the lines on which they stand. */
function linesOf(body: Element): Text[][] {
  const lines: Text[][] = [];
  let block: Element | null = null;
  const nodes = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof HTMLBRElement) block = null;
    if (!(node instanceof Text)) continue;
    const own = node.parentElement?.closest(blocks) ?? null;
    if (own === block) lines.at(-1)?.push(node);
    else lines.push([node]);
    block = own;
  }
  return lines;
}

/** Takes off the blanks with which people indent a paragraph. */
function unindent(block: Element): void {
  const nodes = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof HTMLBRElement) return;
    if (!(node instanceof Text)) continue;
    node.data = node.data.replace(/^\s+/, "");
    if (node.data !== "") return;
  }
}

const isBlank = (element: Element) => (element.textContent ?? "").trim() === "";

/** Takes out what says nothing: broken lines, marks and paragraphs without words, blanks before the first word. */
export function tidy(body: Element): void {
  for (const line of linesOf(body)) joinLines(line);
  // From the inside out.
  for (const mark of [...body.querySelectorAll(inline)].reverse())
    if (isBlank(mark) && !mark.querySelector("br")) mark.replaceWith(mark.textContent === "" ? "" : " ");
  for (const block of body.querySelectorAll("p, h2, h3, h4")) {
    if (isBlank(block)) block.remove();
    else unindent(block);
  }
  for (const item of body.querySelectorAll("li")) unindent(item);
}
