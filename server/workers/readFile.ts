import type { ReadingTask } from "~/problem/import/fileReading";
import { ReadingRefused } from "./reading";
import { readText } from "./readText";
import { readWorkbook } from "./readWorkbook";
import type { Receiver } from "./receiver";

const begins = (bytes: Buffer, hex: string) => bytes.subarray(0, hex.length / 2).toString("hex") === hex;

/**
 * Reads a file, told apart by what is in it and not by its name. Refuses what is another format with the way out:
 * what the old binary format holds (`.xls`, `.et`) has to be saved as XLSX first.
 */
export async function readFile({ bytes, sheet }: ReadingTask, receiver: Receiver): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begins(file, "504b0304")) await readWorkbook(file, sheet, receiver);
  else if (begins(file, "d0cf11e0")) throw binaryRefused(file);
  else if (begins(file, "255044462d")) throw new ReadingRefused("fileOtherFormat", { format: "PDF" });
  else await readText(file, receiver);
  await receiver.end();
}

// A workbook with a password stands inside an envelope of the old format.
function binaryRefused(file: Buffer): ReadingRefused {
  if (file.includes(Buffer.from("EncryptedPackage", "utf16le"))) return new ReadingRefused("fileEncrypted");
  return new ReadingRefused("fileOtherFormat", { format: "XLS" });
}
