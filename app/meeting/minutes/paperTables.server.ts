import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { cell, character, fonts, sizes, titlePitch, twips } from "~/meeting/sheet/paperLayout";
import { blank, line, lineOf, run } from "~/meeting/sheet/paperPieces.server";
import type { Annex } from "./paperAnnexes";
import type { WordedPaper } from "./paperBlocks";

/** 附件：1. …: which annexes there are, below the text. */
export function annexList({ annexes }: WordedPaper, label: string): Paragraph[] {
  if (annexes.length === 0) return [];
  const hanging = label.length * character;
  const entries = annexes.map(({ title }, at) => (annexes.length > 1 ? `${at + 1}. ${title}` : title));
  return [
    blank(),
    ...entries.map((entry, at) =>
      line([run(at === 0 ? label + entry : entry, fonts.body, sizes.body)], {
        indent: at === 0 ? { firstLine: 2 * character } : { left: 2 * character + hanging },
      }),
    ),
  ];
}

/** The annexes as tables, each on pages of its own; its head is repeated on every one of them. */
export function annexTables({ annexes }: WordedPaper): FileChild[] {
  return annexes.flatMap((annex) => [
    line([run(annex.mark, fonts.heading, sizes.body)], { pageBreakBefore: true }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: lineOf(titlePitch),
      children: [run(annex.title, fonts.title, sizes.title)],
    }),
    blank(),
    tableOf(annex),
    new Paragraph({ spacing: lineOf(20), children: [] }),
  ]);
}

function tableOf({ columns, rows }: Annex): Table {
  const widths = columns.map(({ width }) => twips(width));
  const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const rowOf = (cells: readonly string[], font: string, isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map(
        (words, at) =>
          new TableCell({
            width: { size: widths[at] as number, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            children: [
              new Paragraph({
                alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT,
                spacing: lineOf(cell.line),
                children: [run(words, font, cell.size)],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: twips(156), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: cell.beside, right: cell.beside, top: cell.above, bottom: cell.above },
    borders: {
      ...{ top: thin, bottom: thin, left: thin, right: thin },
      ...{ insideHorizontal: thin, insideVertical: thin },
    },
    rows: [
      rowOf(
        columns.map(({ label }) => label),
        fonts.heading,
        true,
      ),
      ...rows.map(({ cells }) => rowOf(cells, fonts.body, false)),
    ],
  });
}
