import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  WidthType,
} from "docx";
import { minutesNumber, type NamedMinutes } from "~/address/minutesAddress";
import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import type { Translate } from "~/i18n/textKey";
import type { StoredNote } from "./changeNote";
import { type IssuedPaper, shortHash } from "./paper";
import { type Block, type WordedPaper, wordPaper } from "./paperBlocks";
import { character, fonts, red, rules, sizes, stamp, twips } from "./paperLayout";
import { blank, line, officialFile, ownHeight, run } from "./paperPieces.server";
import { type WordedNote, wordNotes } from "./wordChangeNotes";

/** What has come after minutes were issued. */
export interface Since {
  notes?: readonly StoredNote[];
  /** The minutes that are in force in their place. */
  replacedBy?: NamedMinutes | null;
}

/**
 * The minutes as a Word file in the official layout, in Chinese whoever asks; change notes on pages of their own.
 * Where they are no longer in force, the first line says so.
 */
export async function paperDocument(
  paper: IssuedPaper,
  t: Translate,
  { notes = [], replacedBy = null }: Since = {},
): Promise<Uint8Array> {
  const words = wordPaper(paper, t, "zh-CN");
  return officialFile({
    title: `${words.title}${minutesNumber(paper)}`,
    creator: words.office,
    // For whoever verifies the ledger later, with nothing but the paper's file at hand.
    customProperties: paper.ledgerHead && [
      {
        name: t("session.minutes.ledgerHead", { sequence: paper.ledgerHead.sequence }),
        value: paper.ledgerHead.hash,
      },
    ],
    children: [
      ...replacement(replacedBy, t),
      ...head(words, paper),
      ...title(words),
      ...words.body.map(bodyLine),
      blank(),
      ...attendance(words, t),
      blank(),
      endBlock(words, paper, t),
      ...ledgerHead(paper, t),
      ...changeNotes(wordNotes(notes, paper, t, "zh-CN"), words.office),
    ],
  });
}

function replacement(by: NamedMinutes | null, t: Translate): Paragraph[] {
  if (!by) return [];
  const text = t("amendment.replacedPaper", { minutes: minutesNumber(by) });
  return [line([run(text, fonts.heading, sizes.body)], { alignment: AlignmentType.CENTER })];
}

function head(words: WordedPaper, paper: IssuedPaper): Paragraph[] {
  const issuedOn = writtenDay(dayOf(paper.issuedAt), "zh-CN");
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...ownHeight, before: twips(35) },
      children: [run(words.mark.join(""), fonts.title, sizes.mark, { color: red })],
    }),
    blank(),
    blank(),
    line([run(minutesNumber(paper), fonts.body, sizes.body)], { alignment: AlignmentType.CENTER }),
    line([run(`${words.office}\t${issuedOn}`, fonts.body, sizes.body)], {
      tabStops: [{ type: TabStopType.RIGHT, position: twips(156) }],
      border: { bottom: { style: BorderStyle.SINGLE, size: rules.red, color: red, space: 11 } },
    }),
    blank(),
  ];
}

function title(words: WordedPaper): Paragraph[] {
  const text = run(words.title, fonts.title, sizes.title);
  const lines = words.amends.map((one) =>
    line([run(one, fonts.subheading, sizes.body)], { alignment: AlignmentType.CENTER }),
  );
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: ownHeight, children: [text] }),
    ...(lines.length > 0 ? [blank(), ...lines] : []),
    blank(),
  ];
}

const bodyFont: Record<Block["kind"], string> = {
  heading1: fonts.heading,
  heading2: fonts.subheading,
  text: fonts.body,
  resolution: fonts.body,
  terms: fonts.body,
};

function bodyLine(block: Block): Paragraph {
  return line([run(block.text, bodyFont[block.kind], sizes.body)], {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 2 * character },
    keepNext: block.kind === "heading1" || block.kind === "heading2",
  });
}

/** Label in HeiTi two characters in, names hanging behind it. */
function attendance(words: WordedPaper, t: Translate): Paragraph[] {
  return words.attendance.map(({ label, people }) => {
    const shown = `${label}${t("session.colon")}`;
    const hanging = shown.length * character;
    return line(
      [
        run(shown, fonts.heading, sizes.body),
        run(people.join(t("session.semicolon")), fonts.body, sizes.body),
      ],
      { indent: { left: 2 * character + hanging, hanging } },
    );
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const solid = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000" });

/** Copies and issuing office between rules: 0.35 mm outside, 0.25 mm inside. */
function endBlock(words: WordedPaper, paper: IssuedPaper, t: Translate): Table {
  const em = sizes.end * 10;
  const copies = t("session.paper.copies");
  const date = t("session.paper.printed", { date: writtenDay(dayOf(paper.issuedAt), "zh-CN") });
  const rows = [
    line([run(`${copies}${words.copies}${t("session.stop")}`, fonts.body, sizes.end)], {
      indent: { left: em + copies.length * em, right: em, hanging: copies.length * em },
    }),
    line([run(`${words.office}\t${date}`, fonts.body, sizes.end)], {
      indent: { left: em, right: em },
      tabStops: [{ type: TabStopType.RIGHT, position: twips(156) - em }],
    }),
  ];
  return new Table({
    width: { size: twips(156), type: WidthType.DXA },
    columnWidths: [twips(156)],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: {
      top: solid(rules.outer),
      bottom: solid(rules.outer),
      insideHorizontal: solid(rules.inner),
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: rows.map(
      (paragraph) => new TableRow({ cantSplit: true, children: [new TableCell({ children: [paragraph] })] }),
    ),
  });
}

/** Below the last rule, small: what the printed sheet keeps of the ledger, for whoever compares them later. */
function ledgerHead({ ledgerHead: head }: IssuedPaper, t: Translate): Paragraph[] {
  if (!head) return [];
  const text = t("session.minutes.ledgerHeadShort", {
    sequence: head.sequence,
    hash: shortHash(head.hash),
  });
  const spacing = { line: stamp.line, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  return [
    line([run(text, fonts.body, stamp.size, { color: stamp.color })], {
      alignment: AlignmentType.RIGHT,
      spacing,
    }),
  ];
}

/** Behind the issued pages, which stay as they were. */
function changeNotes(notes: readonly WordedNote[], office: string): Paragraph[] {
  const body = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 2 * character } };
  return notes.flatMap((note, at) => [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: ownHeight,
      pageBreakBefore: at === 0,
      children: [run(note.title, fonts.title, sizes.title)],
    }),
    blank(),
    line([run(note.about, fonts.subheading, sizes.body)], body),
    ...note.paragraphs.map((text) => line([run(text, fonts.body, sizes.body)], body)),
    line([run(office, fonts.body, sizes.body)], { alignment: AlignmentType.RIGHT }),
    line([run(note.date, fonts.body, sizes.body)], { alignment: AlignmentType.RIGHT }),
    new Paragraph({ spacing: ownHeight, children: [run(note.hash, fonts.body, 18)] }),
    blank(),
  ]);
}
