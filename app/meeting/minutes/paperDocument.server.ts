import { AlignmentType, BorderStyle, Paragraph } from "docx";
import { minutesNumber, type NamedMinutes } from "~/address/minutesAddress";
import type { Translate } from "~/i18n/textKey";
import {
  aboveMark,
  aboveRule,
  character,
  fonts,
  grid,
  markLine,
  markSize,
  type PaperMeasures,
  red,
  rules,
  sizes,
  standardMeasures,
  titleCharacters,
  titlePitch,
} from "~/meeting/sheet/paperLayout";
import { blank, line, lineOf, officialFile, ownHeight, run } from "~/meeting/sheet/paperPieces.server";
import { titleLines } from "~/meeting/sheet/textLines";
import type { StoredNote } from "./changeNote";
import type { IssuedPaper } from "./paper";
import { type Block, type WordedPaper, wordPaper } from "./paperBlocks";
import { endBlock } from "./paperEnd.server";
import { paperPages } from "./paperPages";
import { annexList, annexTables } from "./paperTables.server";
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
 * @param measures the millimetres of the place
 */
export async function paperDocument(
  paper: IssuedPaper,
  t: Translate,
  { notes = [], replacedBy = null }: Since = {},
  measures: PaperMeasures = standardMeasures,
): Promise<Uint8Array> {
  const words = wordPaper(paper, t, "zh-CN");
  const { endsApart, leavesPage } = paperPages(words);
  const end = [
    ...endBlock(words, paper, t),
    ...changeNotes(wordNotes(notes, paper, t, "zh-CN"), words.office),
  ];
  return officialFile({
    title: `${words.title}${minutesNumber(paper)}`,
    creator: words.office,
    measures,
    // For whoever verifies the ledger later, with nothing but the paper's file at hand.
    customProperties: paper.ledgerHead && [
      {
        name: t("session.minutes.ledgerHead", { sequence: paper.ledgerHead.sequence }),
        value: paper.ledgerHead.hash,
      },
    ],
    children: [
      ...head(
        words,
        paper,
        replacedBy && t("amendment.replacedPaper", { minutes: minutesNumber(replacedBy) }),
        measures,
      ),
      ...title(words),
      ...words.body.map(bodyLine),
      ...annexList(words, t("session.paper.annexes")),
      blank(),
      ...attendance(words, t),
      ...annexTables(words),
      ...(leavesPage ? [line([], { pageBreakBefore: true })] : []),
      ...(endsApart ? [] : end),
    ],
    onEvenPage: endsApart ? end : [],
  });
}

function head(
  words: WordedPaper,
  paper: IssuedPaper,
  replaced: string | null,
  measures: PaperMeasures,
): Paragraph[] {
  const mark = words.mark.join("");
  const size = markSize(mark);
  const above = aboveMark(measures, size) - (replaced ? grid.linePitch : 0);
  const told = run(replaced ?? "", fonts.heading, sizes.body);
  return [
    ...(replaced ? [line([told], { alignment: AlignmentType.CENTER })] : []),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...lineOf(markLine(size)), before: above },
      children: [run(mark, fonts.title, size, { color: red })],
    }),
    blank(),
    blank(),
    line([run(minutesNumber(paper), fonts.body, sizes.body)], {
      alignment: AlignmentType.CENTER,
      border: {
        bottom: { style: BorderStyle.SINGLE, size: rules.red, color: red, space: aboveRule(measures) },
      },
    }),
    blank(),
    blank(),
  ];
}

function title(words: WordedPaper): Paragraph[] {
  const lines = titleLines(words.title, titleCharacters);
  const amends = words.amends.map((one) =>
    line([run(one, fonts.subheading, sizes.body)], { alignment: AlignmentType.CENTER }),
  );
  return [
    new Paragraph({
      style: "Title",
      alignment: AlignmentType.CENTER,
      spacing: lineOf(titlePitch),
      children: lines.map((one, at) => run(one, fonts.title, sizes.title, at > 0 ? { break: 1 } : {})),
    }),
    ...(amends.length > 0 ? [blank(), ...amends] : []),
    blank(),
  ];
}

const styles: Record<Block["kind"], { font: string; style?: string }> = {
  heading1: { font: fonts.heading, style: "Heading1" },
  heading2: { font: fonts.subheading, style: "Heading2" },
  resolution: { font: fonts.body, style: "Heading3" },
  text: { font: fonts.body },
  terms: { font: fonts.body },
};

function bodyLine(block: Block): Paragraph {
  const { font, style } = styles[block.kind];
  return line([run(block.text, font, sizes.body)], {
    style,
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
