import { AlignmentType, Paragraph } from "docx";
import { character, fonts, sizes } from "~/meeting/sheet/paperLayout";
import { blank, line, officialFile, ownHeight, run } from "~/meeting/sheet/paperPieces.server";

/** A paragraph of a plain paper, by how it stands out. */
export interface PlainLine {
  as: "heading" | "subheading" | "body";
  text: string;
}

const fontOf = { heading: fonts.heading, subheading: fonts.subheading, body: fonts.body } as const;

/** Words of several lines as paragraphs of their own; none where nothing was written. */
export function bodyLines(text: string): PlainLine[] {
  return text
    .split("\n")
    .filter((one) => one.trim() !== "")
    .map((one) => ({ as: "body", text: one }));
}

/** Makes a Word file of a title and paragraphs, to be read and printed: it is issued by nobody. */
export async function plainPaper(
  title: string,
  creator: string,
  lines: readonly PlainLine[],
): Promise<Uint8Array> {
  const head = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: ownHeight,
    children: [run(title, fonts.title, sizes.title)],
  });
  const paragraphs = lines.map(({ as, text }) =>
    line([run(text, fontOf[as], sizes.body)], {
      alignment: AlignmentType.LEFT,
      indent: { firstLine: 2 * character },
      keepNext: as !== "body",
    }),
  );
  return officialFile({ title, creator, children: [head, blank(), ...paragraphs] });
}
