import { Mark } from "@tiptap/core";
import { Link } from "@tiptap/extension-link";
import { isAllowedLink } from "./allowedLink";

/** Links to allowed addresses only, ending where they were set. */
export const NoteLink = Link.extend({
  // Chinese has no blanks between words at which writing could leave a link.
  inclusive: false,
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: "https",
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
  isAllowedUri: (url) => isAllowedLink(url),
});

/** Words above the line, as in 10⁵ and m². Two marks of which people set one: both at once may come from two people. */
export const Superscript = Mark.create({
  name: "superscript",
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", HTMLAttributes, 0],
});

/** The name of the mark of words that a note-taker means for the minutes. */
export const minutesMark = "forMinutes";

/** Words that are meant for the minutes: they are in the draft that is made of the record. */
export const ForMinutes = Mark.create({
  name: minutesMark,
  parseHTML: () => [{ tag: "mark.for-minutes" }],
  renderHTML: () => ["mark", { class: "for-minutes" }, 0],
});

/** Words below the line, as in H₂O. */
export const Subscript = Mark.create({
  name: "subscript",
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: ({ HTMLAttributes }) => ["sub", HTMLAttributes, 0],
});
