/** An item of a list as word processors paste it: a paragraph with a marker before its words. */
export interface PastedItem {
  level: number;
  marker: string;
  /** The font of the marker: in some of them letters are signs. */
  font: string;
  html: string;
}

const signFonts = /symbol|wingdings|webdings|courier/i;
const counted =
  /^[（(［[]?(?:(?:\d+(?:[.．]\d+)*|[一二三四五六七八九十百]+|[①-⑳⑴-⒇])(?:[.．、)）\]］:：]|$)|[a-z]{1,4}[.．、)）])/i;
const chinese = "一二三四五六七八九十";

/** What an ordered list begins with; null for a list with signs. */
function numberOf({ marker, font }: PastedItem): number | null {
  if (signFonts.test(font) && !/\d/.test(marker)) return null;
  if (!counted.test(marker)) return null;
  const digits = /(\d+)\D*$/.exec(marker)?.[1];
  if (digits) return Number(digits);
  const [only] = /[一二三四五六七八九十百]+/.exec(marker) ?? [];
  return only?.length === 1 && chinese.includes(only) ? chinese.indexOf(only) + 1 : 1;
}

/** False where the marker is words of its own, such as 第一条, that a list would lose. */
export function isListItem(item: PastedItem): boolean {
  return item.marker.length === 1 || (item.marker !== "" && numberOf(item) !== null);
}

const inside = ({ html }: PastedItem) => `<p>${html.trim()}</p>`;

/** Consecutive items as lists, those of a deeper level inside the item before them. */
export function listsOf(items: readonly PastedItem[]): string {
  let html = "";
  for (let at = 0; at < items.length; ) {
    const first = items[at] as PastedItem;
    const number = numberOf(first);
    const kind = number === null ? "ul" : "ol";
    html += number !== null && number > 1 ? `<ol start="${number}">` : `<${kind}>`;
    while (at < items.length) {
      const item = items[at] as PastedItem;
      const isSame = item.level <= first.level && (numberOf(item) === null) === (number === null);
      if (!isSame) break;
      let next = at + 1;
      while ((items[next]?.level ?? 0) > item.level) next++;
      html += `<li>${inside(item)}${listsOf(items.slice(at + 1, next))}</li>`;
      at = next;
    }
    html += `</${kind}>`;
  }
  return html;
}
