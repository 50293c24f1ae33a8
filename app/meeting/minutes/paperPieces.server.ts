import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  type IParagraphOptions,
  type IPropertiesOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { cleanLine, cleanText } from "~/value/cleanText";
import { fonts, grid, sheet, sizes, tightening, twips } from "./paperLayout";

const exact = { line: grid.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
/** Each line as high as its letters need. */
export const ownHeight = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };

/** A font for letters of every script. */
function face(font: string) {
  return { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: "eastAsia" };
}

/** Words in one font and size; text of the usual size stands 28 to a line. */
export function run(text: string, font: string, size: number, more: IRunOptions = {}): TextRun {
  const characterSpacing = size === sizes.body ? tightening : undefined;
  // Minutes that are issued never change: what an older paper holds is cleaned once more where a file is written.
  return new TextRun({ text: cleanText(text), font: face(font), size, characterSpacing, ...more });
}

/** A line on the grid of the sheet. */
export function line(children: TextRun[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: exact, ...more, children });
}

/** An empty line. */
export const blank = () => line([run("", fonts.body, sizes.body)]);

function pageNumber(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]): Footer {
  const number = new TextRun({
    font: face(fonts.pageNumber),
    size: sizes.pageNumber,
    children: ["— ", PageNumber.CURRENT, " —"],
  });
  const indent = { left: sizes.pageNumber * 10, right: sizes.pageNumber * 10 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [number] })] });
}

/** What an official paper is made of. */
export interface OfficialPaper {
  title: string;
  creator: string;
  customProperties?: IPropertiesOptions["customProperties"];
  children: FileChild[];
}

/** Makes the Word file of a paper in the official layout: sheet, grid of lines, page numbers at the outer edge. */
export async function officialFile(paper: OfficialPaper): Promise<Uint8Array> {
  const creator = cleanLine(paper.creator);
  const document = new Document({
    title: cleanLine(paper.title),
    creator,
    customProperties: paper.customProperties,
    lastModifiedBy: creator,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: face(fonts.body), size: sizes.body, language: { eastAsia: "zh-CN", value: "zh-CN" } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: sheet.width, height: sheet.height },
            margin: { ...sheet.margin, header: twips(15), footer: sheet.footer, gutter: 0 },
          },
          grid: { ...grid, type: DocumentGridType.LINES },
        },
        // The number stands at the outer edge, one character in.
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: paper.children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
