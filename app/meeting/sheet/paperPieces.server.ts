import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  type IParagraphOptions,
  type IPropertiesOptions,
  type IRunOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { cleanLine, cleanText } from "~/value/cleanText";
import {
  belowPageNumber,
  fonts,
  grid,
  latinFont,
  type PaperMeasures,
  pageNumberLine,
  sheet,
  sizes,
  standardMeasures,
  tightening,
  twips,
} from "./paperLayout";
import { paperStyles } from "./paperStyles.server";

const exact = { line: grid.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
/** Each line as high as its letters need. */
export const ownHeight = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };

/** A line of a set height, in twips. */
export const lineOf = (height: number) => ({ ...exact, line: height });

/** Said of every run: digits that are taken for Chinese may be divided at the end of a line. */
const chinese = { value: "en-US", eastAsia: "zh-CN" };

/** A font for letters of every script. */
function face(font: string) {
  return { ascii: latinFont, hAnsi: latinFont, eastAsia: font, cs: latinFont, hint: "eastAsia" };
}

/** Words in one font and size; text of the usual size stands 28 to a line. */
export function run(text: string, font: string, size: number, more: IRunOptions = {}): TextRun {
  const characterSpacing = size === sizes.body ? tightening : undefined;
  // Minutes that are issued never change: what an older paper holds is cleaned once more where a file is written.
  return new TextRun({
    text: cleanText(text),
    font: face(font),
    size,
    characterSpacing,
    language: chinese,
    ...more,
  });
}

/** A line on the grid of the sheet. */
export function line(children: TextRun[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: exact, ...more, children });
}

/** An empty line. */
export const blank = () => line([run("", fonts.body, sizes.body)]);

/** Reaches up to the text area: one word processor takes what lies between for a part of it. */
function pageNumber(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"], measures: PaperMeasures): Footer {
  const number = new TextRun({
    font: face(fonts.pageNumber),
    size: sizes.pageNumber,
    language: chinese,
    children: ["— ", PageNumber.CURRENT, " —"],
  });
  const indent = { left: sizes.pageNumber * 10, right: sizes.pageNumber * 10 };
  const before = sheet.margin.bottom - belowPageNumber(measures) - pageNumberLine - 4;
  const spacing = { ...lineOf(pageNumberLine), before };
  return new Footer({ children: [new Paragraph({ alignment, indent, spacing, children: [number] })] });
}

/** What an official paper is made of. */
export interface OfficialPaper {
  title: string;
  creator: string;
  customProperties?: IPropertiesOptions["customProperties"];
  children: FileChild[];
  /** What begins on the next even page. */
  onEvenPage?: FileChild[];
  measures?: PaperMeasures;
}

function section(children: FileChild[], measures: PaperMeasures, type?: "evenPage"): ISectionOptions {
  return {
    properties: {
      type,
      page: {
        size: { width: sheet.width, height: sheet.height },
        margin: { ...sheet.margin, header: twips(15), footer: belowPageNumber(measures), gutter: 0 },
      },
      grid: { linePitch: grid.linePitch, type: DocumentGridType.LINES },
    },
    // The number stands at the outer edge, one character in.
    footers: {
      default: pageNumber(AlignmentType.RIGHT, measures),
      even: pageNumber(AlignmentType.LEFT, measures),
    },
    children,
  };
}

/** Makes the Word file of a paper in the official layout: sheet, grid of lines, page numbers at the outer edge. */
export async function officialFile(paper: OfficialPaper): Promise<Uint8Array> {
  const creator = cleanLine(paper.creator);
  const { onEvenPage = [], measures = standardMeasures } = paper;
  const document = new Document({
    title: cleanLine(paper.title),
    creator,
    customProperties: paper.customProperties,
    lastModifiedBy: creator,
    evenAndOddHeaderAndFooters: true,
    externalStyles: paperStyles(),
    sections: [
      section(paper.children, measures),
      ...(onEvenPage.length > 0 ? [section(onEvenPage, measures, "evenPage")] : []),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
