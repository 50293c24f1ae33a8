import DOMPurify from "dompurify";
import {
  keepMarks,
  levelHeadings,
  removeHidden,
  removePictures,
  setStylesAside,
} from "./pasteElements.client";
import { listParagraphs, showLabels } from "./pasteLists.client";
import { tidy } from "./tidyPaste.client";

/** What is pasted, as far as the record knows such things. */
export interface CleanPaste {
  html: string;
  /** Pictures that were left out. */
  images: number;
}

/** What the notes have a place for; of anything else only the words stay. */
const allowed = {
  ALLOWED_TAGS: [
    ...["p", "div", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "hr", "br"],
    ...["table", "thead", "tbody", "tfoot", "tr", "td", "th"],
    ...["a", "b", "strong", "i", "em", "u", "s", "strike", "del", "sup", "sub", "span"],
  ],
  ALLOWED_ATTR: ["href", "colspan", "rowspan", "start"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** Removes what stands around the part of a document that was copied, where that is told. */
function keepCopied({ body }: Document): void {
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  const around = body.ownerDocument.createRange();
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) {
    const told = comment.nodeValue?.trim();
    around.selectNodeContents(body);
    if (told === "StartFragment") around.setEndBefore(comment);
    else if (told === "EndFragment") around.setStartAfter(comment);
    else continue;
    around.deleteContents();
  }
}

/**
 * Turns HTML from the clipboard into what the notes can hold: the lists of word processors become lists, their
 * headings headings, and nothing comes along that nobody saw.
 */
export function cleanPaste(html: string): CleanPaste {
  // What was copied in an editor of the record fits already.
  if (html.includes("data-pm-slice")) return { html, images: 0 };
  // Nothing runs and nothing is fetched in a document made like this.
  const pasted = new DOMParser().parseFromString(setStylesAside(html), "text/html");
  const { body } = pasted;
  keepCopied(pasted);
  removeHidden(body);
  const images = removePictures(body);
  const labels = showLabels(body);
  levelHeadings(body);
  listParagraphs(body, labels);
  keepMarks(body);
  tidy(body);
  return { html: DOMPurify.sanitize(body.innerHTML, allowed).trim(), images };
}
