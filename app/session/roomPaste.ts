// Word and WPS paste a whole document with its styles; only what the record knows is to come in.

const comments = /<!--[\s\S]*?-->/g;
const unwanted = /<(style|xml|script|head|title|o:p)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const emptyTags = /<\/?(?:o|w|v|m|st1):[^>]*>/gi;
const conditional = /<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/gi;
const otherConditional = /<!\[(?:if[^\]]*|endif)\]>/gi;
const listParagraph = /<p\b([^>]*(?:mso-list|MsoListParagraph)[^>]*)>([\s\S]*?)<\/p>/gi;

const levels: Record<string, string> = { "1": "2", "5": "4", "6": "4" };

function headings(html: string): string {
  return html.replace(
    /<(\/?)h([156])\b/gi,
    (_all, slash: string, level: string) => `<${slash}h${levels[level]}`,
  );
}

// The marker of a list item lies in a conditional comment before its words: "1.", "（一）", "·".
const listMark = "\u0000";

function markLists(html: string): string {
  const marked = html.replace(conditional, (_all, marker: string) => {
    const text = marker.replace(/<[^>]*>|&nbsp;|\s/g, "");
    return `${listMark}${/[\d一二三四五六七八九十a-z]/i.test(text) ? "o" : "u"}${listMark}`;
  });
  return marked.replace(listParagraph, (all, _attributes: string, words: string) => {
    const mark = new RegExp(`${listMark}([ou])${listMark}`).exec(words)?.[1];
    if (!mark) return all;
    const item = words.replace(new RegExp(`${listMark}[ou]${listMark}`), "");
    return `<${mark}l><li><p>${item}</p></li></${mark}l>`;
  });
}

function joinLists(html: string): string {
  return html.replace(/<\/(ol|ul)>\s*<\1>/gi, "");
}

/** What is pasted, without the rubbish of word processors: their lists become lists, their headings headings. */
export function cleanPaste(html: string): string {
  const lists = joinLists(markLists(html.replace(comments, "").replace(unwanted, "")));
  return headings(lists)
    .replaceAll(new RegExp(`${listMark}[ou]${listMark}`, "g"), "")
    .replace(otherConditional, "")
    .replace(emptyTags, "");
}
