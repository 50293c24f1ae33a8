import { pastedStyle, styleOf } from "./pasteElements.client";

/** The number or the sign that a word processor writes before a paragraph, and its font. */
export interface Label {
  text: Text;
  /** In some fonts letters are signs. */
  font: string;
}

/** A paragraph that a word processor shows as an item of a list. */
interface Item {
  paragraph: Element;
  level: number;
  label: string;
  font: string;
}

const compact = (text: string | null) => (text ?? "").replace(/\s/g, "");

/** Finds the nodes between `[if !supportLists]` and `[endif]`, which browsers leave as comments. */
function labelBehind(condition: Node): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node = condition.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === Node.COMMENT_NODE) return nodes;
    nodes.push(node);
  }
  return [];
}

function fontOf(node: Node): string {
  if (!(node instanceof Element)) return "";
  const fonts = [node, ...node.querySelectorAll("*")].map(
    (element) => styleOf(element, "font-family") || styleOf(element, "font"),
  );
  return fonts.find(Boolean) ?? "";
}

/** Puts plain words in the place of each label, as a heading or an article is read with it. */
export function showLabels(body: Element): Label[] {
  const labels: Label[] = [];
  const show = (nodes: readonly ChildNode[]) => {
    const text = body.ownerDocument.createTextNode(nodes.map((node) => compact(node.textContent)).join(""));
    labels.push({ text, font: nodes.map(fontOf).find(Boolean) ?? "" });
    nodes[0]?.before(text);
    for (const node of nodes) node.remove();
  };
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    if (/^\[if !supportlists\]$/i.test(comment.nodeValue?.trim() ?? "")) show(labelBehind(comment));
  for (const element of body.querySelectorAll(`[${pastedStyle}*=mso-list i]`))
    if (styleOf(element, "mso-list") === "ignore") show([element]);
  return labels;
}

const signFonts = /symbol|wingdings|webdings|courier/i;
const counted =
  /^[（(［[]?(?:(?:\d+(?:[.．]\d+)*|[一二三四五六七八九十百]+|[①-⑳⑴-⒇])(?:[.．、)）\]］:：]|$)|[a-z]{1,4}[.．、)）])/i;
const chinese = "一二三四五六七八九十";

/** Reads the number that a label counts with; null for a sign. */
function numberOf({ label, font }: Item): number | null {
  if (signFonts.test(font) && !/\d/.test(label)) return null;
  if (!counted.test(label)) return null;
  const digits = /(\d+)\D*$/.exec(label)?.[1];
  if (digits) return Number(digits);
  const [only] = /[一二三四五六七八九十百]+/.exec(label) ?? [];
  return only?.length === 1 && chinese.includes(only) ? chinese.indexOf(only) + 1 : 1;
}

/** Makes lists of consecutive items, those of a deeper level inside the item before them. */
function listsOf(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at] as Item;
    const number = numberOf(first);
    const list = first.paragraph.ownerDocument.createElement(number === null ? "ul" : "ol");
    if (number !== null && number > 1) list.setAttribute("start", String(number));
    lists.push(list);
    while (at < items.length) {
      const item = items[at] as Item;
      const isSame = item.level <= first.level && (numberOf(item) === null) === (number === null);
      if (!isSame) break;
      let next = at + 1;
      while ((items[next]?.level ?? 0) > item.level) next++;
      const entry = list.appendChild(list.ownerDocument.createElement("li"));
      entry.append(item.paragraph, ...listsOf(items.slice(at + 1, next)));
      at = next;
    }
  }
  return lists;
}

/** Reads a paragraph as an item and takes its label off; null where the label is words, such as 第一条. */
function takeItem(paragraph: Element, level: number, label?: Label): Item | null {
  const item: Item = { paragraph, level, label: label?.text.data ?? "", font: label?.font ?? "" };
  if (item.label.length !== 1 && (item.label === "" || numberOf(item) === null)) return null;
  label?.text.remove();
  return item;
}

/** Tells whether no words stand between a paragraph and the item before it. */
function follows(paragraph: Element, item: Item | undefined): boolean {
  let before = paragraph.previousSibling;
  while (before instanceof Comment || (before instanceof Text && compact(before.data) === ""))
    before = before.previousSibling;
  return before !== null && before === item?.paragraph;
}

function replaceByLists(items: readonly Item[]): void {
  const last = items.at(-1)?.paragraph;
  const behind = last?.nextSibling ?? null;
  const parent = last?.parentNode;
  for (const list of listsOf(items)) parent?.insertBefore(list, behind);
}

/** Puts paragraphs that a word processor numbers into lists, one for those that follow each other. */
export function listParagraphs(body: Element, labels: readonly Label[]): void {
  const labelOf = new Map(labels.map((label) => [label.text.parentElement?.closest("p"), label]));
  let items: Item[] = [];
  for (const paragraph of body.querySelectorAll("p")) {
    const level = Number(/\blevel(\d)/.exec(styleOf(paragraph, "mso-list"))?.[1]);
    if (!level) continue;
    const label = labelOf.get(paragraph);
    if (compact(paragraph.textContent) === (label?.text.data ?? "")) {
      paragraph.remove();
      continue;
    }
    const item = takeItem(paragraph, level, label);
    if (!follows(paragraph, items.at(-1))) {
      replaceByLists(items);
      items = [];
    }
    if (item) items.push(item);
  }
  replaceByLists(items);
}
