import { renamed } from "./pasteElements";
import { pasteTokens } from "./pasteTokens";
import { type CleanPaste, PasteWriter } from "./pasteWriter";

// Word and WPS paste a whole document with its styles; only what the record knows is to come in.

const inline = "(?:</?(?:b|strong|i|em|u|s|strike|del|a|span)\\b[^>]*>)*";
const wide = "[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]";
// Word breaks the lines of its source where it likes, also between two characters that belong together.
const broken = new RegExp(`(${wide}${inline})[ \\t]*\\r?\\n[\\s]*(${inline}${wide})`, "g");
const indented = new RegExp(`(<(?:p|h[2-4]|li)>${inline})[\\s\\u3000]+`, "g");
const emptyMark = /<(b|strong|i|em|u|s|strike|del|a|span)\b[^>]*>\s*<\/\1>/g;
const emptyBlock = /<(p|h[2-4])>(?:\s|\u3000|<br>)*<\/\1>/g;

function tidied(html: string): string {
  let tidy = html.replace(broken, "$1$2").replace(broken, "$1$2");
  for (let before = ""; before !== tidy; ) {
    before = tidy;
    tidy = tidy.replace(emptyMark, (all) => (/>\s+</.test(all) ? " " : "")).replace(emptyBlock, "");
  }
  return tidy.replace(indented, "$1").trim();
}

/** The part of a document that was copied; all of it where that is not said. */
function copiedPart(html: string): string {
  const part = /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html;
  // A spreadsheet says so inside of its table.
  return /^\s*<(?:col|colgroup|tr|tbody)\b/i.test(part) ? `<table>${part}</table>` : part;
}

/** What is pasted, without the rubbish of word processors: their lists become lists, their headings headings. */
export function cleanPaste(html: string): CleanPaste {
  // What was copied in an editor of the record fits already.
  if (html.includes("data-pm-slice")) return { html, images: 0 };
  const { html: clean, images } = new PasteWriter(renamed(pasteTokens(copiedPart(html)))).write();
  return { html: tidied(clean), images };
}
