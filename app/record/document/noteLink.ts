import { Link } from "@tiptap/extension-link";
import { isAllowedLink } from "./allowedLink";

/** Links as notes have them: to allowed addresses, ending where they were set. */
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
