import { describe, expect, it } from "vitest";
import { ReadingRefused } from "~server/workers/reading";
import { tellType } from "~server/workers/tellType";
import { compoundFile, docx, officeFile, pdf } from "../../builders/files";
import { zipped } from "../../builders/workbook";

const told = (bytes: Buffer) =>
  tellType(bytes).catch((error: unknown) => {
    if (error instanceof ReadingRefused) return error.refusal.code;
    throw error;
  });
const hex = (text: string) => Buffer.from(text, "hex");
const brand = (name: string) => Buffer.concat([hex("00000018"), Buffer.from(`ftyp${name}....`)]);

describe("what a file is, by its bytes", () => {
  it.each([
    ["a JPEG", hex("ffd8ffe000104a464946"), "image"],
    ["a PNG", hex("89504e470d0a1a0a0000"), "image"],
    ["a WebP", Buffer.from("RIFF....WEBPVP8 "), "image"],
    ["a PDF", pdf(), "pdf"],
    ["a Word file", docx(), "docx"],
    ["a workbook", officeFile("spreadsheetml.sheet.main+xml"), "xlsx"],
    ["slides", officeFile("presentationml.presentation.main+xml"), "pptx"],
    ["an older Word file", compoundFile(["WordDocument", "1Table"]), "doc"],
    ["an older workbook", compoundFile(["Workbook"]), "xls"],
    ["older slides", compoundFile(["Current User", "PowerPoint Document"]), "ppt"],
    ["an older Word file with a workbook in it", compoundFile(["WordDocument"], ["Workbook"]), "doc"],
  ])("tells %s", async (_, bytes, type) => {
    expect(await told(bytes)).toBe(type);
  });

  it.each([
    ["a HEIC photo", brand("heic"), "fileHeic"],
    ["a film", brand("isom"), "fileOfOtherKind"],
    ["text", Buffer.from("名称,原话\n路灯,不亮\n"), "fileOfOtherKind"],
    ["a page", Buffer.from("<html><script>1</script></html>"), "fileOfOtherKind"],
    ["a drawing that is a program", Buffer.from('<svg onload="1"/>'), "fileOfOtherKind"],
    ["a program", Buffer.from("MZ............"), "fileOfOtherKind"],
    ["nothing", Buffer.alloc(0), "fileOfOtherKind"],
    ["a plain archive", zipped({ "a.txt": "a" }), "fileOfOtherKind"],
    ["a broken archive", docx().subarray(0, 60), "fileDamaged"],
    [
      "a Word file with macros",
      officeFile("wordprocessingml.document.main+xml", { "word/vbaProject.bin": "x" }),
      "fileWithMacros",
    ],
    ["an older Word file with macros", compoundFile(["WordDocument", "Macros"]), "fileWithMacros"],
    [
      "an older Word file with a password",
      compoundFile(["EncryptedPackage", "EncryptionInfo"]),
      "fileLocked",
    ],
    ["another compound file", compoundFile(["__properties_version1.0"]), "fileOfOtherKind"],
    ["a compound file that leads nowhere", compoundFile(["WordDocument"]).subarray(0, 600), "fileDamaged"],
  ])("refuses %s", async (_, bytes, code) => {
    expect(await told(bytes)).toBe(code);
  });
});
