import type { Chapter } from "./chapter";

/** What stands in a chapter under its title. */
export function ChapterText({ chapter }: { chapter: Chapter }) {
  return (
    <div
      className="handbook-text prose"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made on the server from our own files, in which HTML is text
      dangerouslySetInnerHTML={{ __html: chapter.html }}
    />
  );
}
