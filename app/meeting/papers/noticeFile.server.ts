import { AlignmentType, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import type { Actor } from "~/access/actor";
import type { Translate } from "~/i18n/textKey";
import { done, type Result } from "~/ledger/result";
import { character, fonts, sizes, twips } from "~/meeting/sheet/paperLayout";
import { blank, line, officialFile, ownHeight, run } from "~/meeting/sheet/paperPieces.server";
import { slipLines } from "./notice";
import { noticeFacts } from "./noticeFacts.server";
import { type NoticePart, type WordedNotice, wordNotice } from "./wordNotice";

const body = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 2 * character } };
const text = (words: string) => run(words, fonts.body, sizes.body);

/**
 * The notice of a meeting as a Word file in the official layout, in Chinese whoever asks, the slip on a page of its
 * own. Refuses like `noticeFacts`.
 * @param words the Chinese words of the paper
 */
export async function noticeFile(
  actor: Actor,
  slug: string,
  now: string,
  words: Translate,
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const facts = await noticeFacts(actor, slug, now);
  if (!facts.ok) return facts;
  const notice = wordNotice(facts.value, words, "zh-CN");
  const bytes = await officialFile({
    title: notice.title,
    creator: notice.office,
    children: [...letter(notice, words), ...slip(notice, words)],
  });
  return done({ name: `${notice.title}.docx`, bytes });
}

function heading(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: ownHeight,
    children: [run(words, fonts.title, sizes.title)],
  });
}

function letter(notice: WordedNotice, t: Translate): Paragraph[] {
  return [
    heading(notice.title),
    blank(),
    line([text(`${notice.to}${t("session.colon")}`)]),
    line([text(notice.lead)], body),
    ...notice.parts.flatMap((part) => lettered(part, t)),
    blank(),
    line([text(notice.attached)], body),
    blank(),
    line([text(notice.office)], { alignment: AlignmentType.RIGHT, indent: { right: 2 * character } }),
    line([text(notice.date)], { alignment: AlignmentType.RIGHT, indent: { right: 2 * character } }),
  ];
}

function lettered(part: NoticePart, t: Translate): Paragraph[] {
  const head = part.text ? `${part.heading}${t("session.colon")}` : part.heading;
  const runs = [run(head, fonts.heading, sizes.body), ...(part.text ? [text(part.text)] : [])];
  return [line(runs, body), ...(part.lines ?? []).map((one) => line([text(one)], body))];
}

const widths = [twips(30), twips(46), twips(42), twips(38)];

function slip({ slip: { title, unit, columns } }: WordedNotice, t: Translate): (Paragraph | Table)[] {
  const cell = (words: string, at: number) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      children: [line([run(words, fonts.body, sizes.end)], { alignment: AlignmentType.CENTER })],
    });
  const empty = Array.from({ length: slipLines }, () => columns.map(() => ""));
  return [
    new Paragraph({ pageBreakBefore: true, spacing: ownHeight, children: [text(t("papers.annex"))] }),
    heading(title),
    blank(),
    line([text(`${t("session.invite.unit")}${t("session.colon")}${unit}`)]),
    new Table({
      width: { size: twips(156), type: WidthType.DXA },
      columnWidths: widths,
      rows: [columns, ...empty].map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
    }),
  ];
}
