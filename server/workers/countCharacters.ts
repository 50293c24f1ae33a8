import type { FileType } from "~/file/fileType";
import { ReadingRefused } from "./reading";
import { readXml } from "./xml";
import { Zip } from "./zip";

// What stands in these parts is read by whoever opens the file; notes, heads and comments are not counted.
const partsWithWords: Partial<Record<FileType, RegExp>> = {
  docx: /^word\/document\.xml$/,
  xlsx: /^xl\/(?:sharedstrings|worksheets\/[^/]+)\.xml$/,
  pptx: /^ppt\/slides\/[^/]+\.xml$/,
};

/**
 * Counts the characters that a file says, without spaces and breaks; null where its make does not let them be read
 * here. A text that a workbook holds once counts once.
 */
export async function countCharacters(file: Buffer, type: FileType): Promise<number | null> {
  const parts = partsWithWords[type];
  if (!parts) return null;
  try {
    const zip = await Zip.open(file);
    let count = 0;
    for (const name of zip.entries.keys())
      if (parts.test(name.toLowerCase())) count += await countIn(zip, name);
    return count;
  } catch (error) {
    // It is kept as it is; somebody who can read it says how long it is.
    if (error instanceof ReadingRefused) return null;
    throw error;
  }
}

/** In all three makes words stand in elements of this one name. */
const withWords = "t";

async function countIn(zip: Zip, name: string): Promise<number> {
  let count = 0;
  let inside = 0;
  await readXml(zip.text(name), {
    open(element) {
      if (element === withWords) inside += 1;
    },
    close(element) {
      if (element === withWords) inside -= 1;
    },
    text(text) {
      if (inside > 0) for (const one of text) if (one.trim() !== "") count += 1;
    },
  });
  return count;
}
