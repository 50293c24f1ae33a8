import type { FileType } from "~/file/fileType";
import { rootNames } from "./compoundFile";
import { ReadingRefused } from "./reading";
import { Zip } from "./zip";

/** What a file is: an image that will be made anew, or what is kept as it is. */
export type ToldType = "image" | Exclude<FileType, "jpeg">;

const begins = (file: Buffer, hex: string) => file.subarray(0, hex.length / 2).toString("hex") === hex;
// Characters; of a large office file it has some thousands.
const longestTypes = 1_000_000;
const heicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

/**
 * Tells a file by its bytes, never by its name. Throws ReadingRefused with `fileOfOtherKind`, `fileHeic`, `fileLocked`,
 * `fileWithMacros` or `fileDamaged`.
 */
export async function tellType(file: Buffer): Promise<ToldType> {
  if (begins(file, "ffd8ff") || begins(file, "89504e470d0a1a0a") || isWebp(file)) return "image";
  if (begins(file, "255044462d")) return "pdf";
  if (begins(file, "504b0304")) return ofPackage(file);
  if (begins(file, "d0cf11e0a1b11ae1")) return ofCompoundFile(file);
  if (isHeic(file)) throw new ReadingRefused("fileHeic");
  throw new ReadingRefused("fileOfOtherKind");
}

const isWebp = (file: Buffer) =>
  begins(file, "52494646") && file.subarray(8, 12).toString("latin1") === "WEBP";

const isHeic = (file: Buffer) =>
  file.subarray(4, 8).toString("latin1") === "ftyp" &&
  heicBrands.includes(file.subarray(8, 12).toString("latin1"));

const mainParts = {
  docx: "wordprocessingml.document.main+xml",
  xlsx: "spreadsheetml.sheet.main+xml",
  pptx: "presentationml.presentation.main+xml",
} as const;

async function ofPackage(file: Buffer): Promise<ToldType> {
  let types = "";
  try {
    const zip = await Zip.open(file);
    if ([...zip.entries.keys()].some((name) => name.endsWith("vbaproject.bin")))
      throw new ReadingRefused("fileWithMacros");
    for await (const piece of zip.text("[Content_Types].xml")) {
      types += piece;
      if (types.length > longestTypes) throw new ReadingRefused("fileDamaged");
    }
  } catch (error) {
    if (error instanceof ReadingRefused && error.refusal.code !== "fileWithMacros")
      throw new ReadingRefused("fileDamaged");
    throw error;
  }
  if (/macroEnabled/i.test(types)) throw new ReadingRefused("fileWithMacros");
  for (const [type, part] of Object.entries(mainParts))
    if (types.includes(`application/vnd.openxmlformats-officedocument.${part}"`)) return type as ToldType;
  throw new ReadingRefused("fileOfOtherKind");
}

function ofCompoundFile(file: Buffer): ToldType {
  const names = rootNames(file);
  if (!names) throw new ReadingRefused("fileDamaged");
  // A file with a password stands inside an envelope of the old format.
  if (names.has("EncryptedPackage")) throw new ReadingRefused("fileLocked");
  if (names.has("Macros") || names.has("_VBA_PROJECT_CUR")) throw new ReadingRefused("fileWithMacros");
  if (names.has("WordDocument")) return "doc";
  if (names.has("Workbook") || names.has("Book")) return "xls";
  if (names.has("PowerPoint Document")) return "ppt";
  throw new ReadingRefused("fileOfOtherKind");
}
