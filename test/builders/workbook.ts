import { zipOf } from "./spreadsheet";

/** A sheet of a workbook that a test writes by hand. */
export interface WrittenSheet {
  name: string;
  hidden?: boolean;
  /** Texts by row; null leaves the cell out. Ignored where `xml` is given. */
  rows?: (string | null)[][];
  /** Blocks such as `C2:C4`. */
  merges?: string[];
  /** What stands inside `sheetData`, or pieces of it. */
  xml?: string;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

const plain = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A cell with an inline text at an address. */
export function cellXml(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${plain(text)}</t></is></c>`;
}

function rowXml(cells: (string | null)[], at: number): string {
  const written = cells.map((text, column) =>
    text === null ? "" : cellXml(`${String.fromCharCode(65 + column)}${at + 1}`, text),
  );
  return `<row r="${at + 1}">${written.join("")}</row>`;
}

function sheetXml({ rows = [], merges = [], xml }: WrittenSheet): string {
  const blocks = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const merged = blocks && `<mergeCells count="${merges.length}">${blocks}</mergeCells>`;
  return `${head}<worksheet xmlns="${main}"><sheetData>${xml ?? rows.map(rowXml).join("")}</sheetData>${merged}</worksheet>`;
}

/** An XLSX file of sheets written by hand, with other parts beside them where those are given by their names. */
export function workbookOf(sheets: WrittenSheet[], parts: Record<string, string> = {}): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${head}<Relationships xmlns="${packages}/relationships">${inside}</Relationships>`;
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const files: Record<string, string> = {
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("") +
        ("xl/sharedStrings.xml" in parts ? relation("rIdS", "sharedStrings", "sharedStrings.xml") : "") +
        ("xl/styles.xml" in parts ? relation("rIdT", "styles", "styles.xml") : ""),
    ),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
    ...parts,
  };
  return zipped(files);
}

/** A zip of texts by their names. */
export function zipped(files: Record<string, string>): Buffer {
  return zipOf(Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}
