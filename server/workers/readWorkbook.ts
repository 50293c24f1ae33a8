import type { SheetSummary } from "~/problem/import/fileReading";
import { likeliest, looksLikeList } from "~/problem/import/likelySheet";
import type { SheetRow } from "~/problem/import/table";
import { readDateStyles } from "./dateStyles";
import { readMerges } from "./merges";
import { ReadingRefused } from "./reading";
import type { Receiver } from "./receiver";
import { readSharedStrings } from "./sharedStrings";
import { type Lookups, SheetRows } from "./sheetRows";
import { type SheetPart, type WorkbookParts, workbookParts } from "./workbookParts";
import { readXml } from "./xml";
import { Zip } from "./zip";

// Enough to know a header with what stands above it.
const sampleRows = 40;

/** Reads an XLSX file: which sheets it has, then the rows of the one asked for or of the likeliest. */
export async function readWorkbook(
  bytes: Buffer,
  wanted: number | undefined,
  receiver: Receiver,
): Promise<void> {
  const zip = await Zip.open(bytes);
  const parts = await workbookParts(zip);
  const lookups = {
    strings: await readSharedStrings(zip, parts.strings),
    dateStyles: await readDateStyles(zip, parts.styles),
    from1904: parts.from1904,
  };
  const samples = await samplesOf(zip, parts, lookups);
  const sheet = wanted ?? likeliest(samples);
  const part = parts.sheets[sheet];
  if (!part) throw new ReadingRefused("sheetUnknown");
  receiver.sheets(samples.map(summaryOf), sheet);
  const merges = await readMerges(zip.text(part.path));
  await readXml(
    receiver.paced(zip.text(part.path)),
    new SheetRows(lookups, merges, (row) => receiver.row(row)),
  );
}

/** A sheet with its first rows. */
interface Sample extends SheetPart {
  rows: SheetRow[];
}

const summaryOf = (sample: Sample): SheetSummary => ({
  name: sample.name.slice(0, 100),
  hidden: sample.hidden,
  list: looksLikeList(sample),
});

async function samplesOf(zip: Zip, { sheets }: WorkbookParts, lookups: Lookups): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const sheet of sheets) {
    const rows: SheetRow[] = [];
    const take = (row: SheetRow) => void (rows.length < sampleRows && rows.push(row));
    await readXml(zip.text(sheet.path), new SheetRows(lookups, [], take, () => rows.length >= sampleRows));
    samples.push({ ...sheet, rows });
  }
  return samples;
}
