import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  WidthType,
} from "docx";
import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import type { Translate } from "~/i18n/textKey";
import { fonts, rules, sheet, sizes, stamp, twips } from "~/meeting/sheet/paperLayout";
import { line, lineOf, run } from "~/meeting/sheet/paperPieces.server";
import { type IssuedPaper, shortHash } from "./paper";
import type { WordedPaper } from "./paperBlocks";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const solid = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000" });

/**
 * At the foot of the text area, whatever stands above. Across the sheet it is measured from the edge of the paper: one
 * word processor lets a table as wide as the text float only so.
 */
const atFoot = {
  horizontalAnchor: TableAnchorType.PAGE,
  absoluteHorizontalPosition: sheet.margin.left,
  verticalAnchor: TableAnchorType.MARGIN,
  relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
  overlap: OverlapType.NEVER,
};

/**
 * Copies and issuing office between rules, 0.35 mm outside and 0.25 mm inside, at the foot of the page on which the
 * text ends; above them, small, what the printed sheet keeps of the ledger.
 */
export function endBlock(words: WordedPaper, paper: IssuedPaper, t: Translate): FileChild[] {
  const em = sizes.end * 10;
  const copies = t("session.paper.copies");
  const date = t("session.paper.printed", { date: writtenDay(dayOf(paper.issuedAt), "zh-CN") });
  const lines = [
    line([run(`${copies}${words.copies}${t("session.stop")}`, fonts.body, sizes.end)], {
      indent: { left: em + copies.length * em, right: em, hanging: copies.length * em },
    }),
    line([run(`${words.office}\t${date}`, fonts.body, sizes.end)], {
      indent: { left: em, right: em },
      tabStops: [{ type: TabStopType.RIGHT, position: twips(156) - em }],
    }),
  ];
  const table = new Table({
    width: { size: twips(156), type: WidthType.DXA },
    columnWidths: [twips(156)],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: {
      ...{ top: none, bottom: none, left: none, right: none },
      ...{ insideHorizontal: none, insideVertical: none },
    },
    float: atFoot,
    rows: [
      ...ledgerHead(paper, t).map((small) => row(small, none, none)),
      row(lines[0] as Paragraph, solid(rules.outer), solid(rules.inner)),
      row(lines[1] as Paragraph, solid(rules.inner), solid(rules.outer)),
    ],
  });
  // A paragraph on either side, without room of its own: one to begin a page with, one for the table to hang on.
  return [nothing(), table, nothing()];
}

const nothing = () => new Paragraph({ spacing: lineOf(20), children: [] });

type Rule = ReturnType<typeof solid> | typeof none;

function row(paragraph: Paragraph, top: Rule, bottom: Rule): TableRow {
  const borders = { top, bottom, left: none, right: none };
  return new TableRow({ cantSplit: true, children: [new TableCell({ borders, children: [paragraph] })] });
}

/** For whoever compares them later. */
function ledgerHead({ ledgerHead: head }: IssuedPaper, t: Translate): Paragraph[] {
  if (!head) return [];
  const text = t("session.minutes.ledgerHeadShort", {
    sequence: head.sequence,
    hash: shortHash(head.hash),
  });
  const small = run(text, fonts.body, stamp.size, { color: stamp.color });
  return [line([small], { alignment: AlignmentType.RIGHT, spacing: lineOf(stamp.line) })];
}
