import { AlignmentType, Paragraph } from "docx";
import type { Translate } from "~/i18n/textKey";
import { character, fonts, sizes } from "~/meeting/sheet/paperLayout";
import { blank, line, officialFile, ownHeight, run } from "~/meeting/sheet/paperPieces.server";
import { type SchemeFacts, type SchemePart, wordScheme } from "./scheme";

const body = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 2 * character } };
const text = (words: string) => run(words, fonts.body, sizes.body);

/**
 * The plan of a meeting as a Word file in the official layout, in Chinese whoever asks.
 * @param words the Chinese words of the paper
 */
export async function schemeFile(
  facts: SchemeFacts,
  words: Translate,
): Promise<{ name: string; bytes: Uint8Array }> {
  const scheme = wordScheme(facts, words, "zh-CN");
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: ownHeight,
    children: [run(scheme.title, fonts.title, sizes.title)],
  });
  const bytes = await officialFile({
    title: scheme.title,
    creator: scheme.office,
    children: [title, blank(), ...scheme.parts.flatMap((part) => partOf(part, words))],
  });
  return { name: `${scheme.title}.docx`, bytes };
}

function partOf({ heading, text: words, lines = [] }: SchemePart, t: Translate): Paragraph[] {
  const head = words ? `${heading}${t("session.colon")}` : heading;
  const runs = [run(head, fonts.heading, sizes.body), ...(words ? [text(words)] : [])];
  return [
    line(runs, { ...body, keepNext: lines.length > 0 }),
    ...lines.map((one) => line([text(one)], body)),
  ];
}
