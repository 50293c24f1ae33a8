import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { findLibreOffice } from "../libreOffice.js";

/** A stretch of a page on which something is printed, in millimetres from its upper left corner. */
export interface Band {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A page as it was laid out: what is red on it, what is dark, line by line, and its words. */
export interface LaidOutPage {
  red: Band[];
  dark: Band[];
  lines: string[];
}

const dotsPerInch = 300;
const millimetres = 25.4 / dotsPerInch;

/** Lays a Word file out with LibreOffice: the bytes of a PDF file. */
export function pdfOf(docx: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "huishang-layout-"));
  try {
    writeFileSync(join(folder, "paper.docx"), docx);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [
      "--headless",
      profile,
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      join(folder, "paper.docx"),
    ];
    execFileSync(findLibreOffice() as string, args, { stdio: "ignore" });
    return readFileSync(join(folder, "paper.pdf"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pages of a PDF file, measured. */
export async function measurePages(pdf: Buffer): Promise<LaidOutPage[]> {
  const folder = mkdtempSync(join(tmpdir(), "huishang-layout-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    const told = execFileSync("pdfinfo", [file], { encoding: "utf8" });
    const count = Number(/Pages:\s+(\d+)/.exec(told)?.[1]);
    const pages: LaidOutPage[] = [];
    for (let page = 1; page <= count; page += 1) pages.push(await measurePage(folder, file, page));
    return pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measurePage(folder: string, file: string, page: number): Promise<LaidOutPage> {
  const only = ["-f", String(page), "-l", String(page)];
  const picture = join(folder, "page");
  execFileSync("pdftoppm", [...only, "-r", String(dotsPerInch), "-png", "-singlefile", file, picture]);
  const text = execFileSync("pdftotext", [...only, "-layout", file, "-"], { encoding: "utf8" });
  const { data, info } = await sharp(`${picture}.png`)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isRed = (at: number) => data[at]! > 150 && data[at + 1]! < 110 && data[at + 2]! < 110;
  const isDark = (at: number) => data[at]! < 140 && data[at + 1]! < 140 && data[at + 2]! < 140;
  return {
    red: bandsOf(info, isRed),
    dark: bandsOf(info, isDark),
    lines: text
      .split("\n")
      .map((line) => line.replaceAll(/\s/g, ""))
      .filter((line) => line !== ""),
  };
}

function bandsOf(
  { width, height }: { width: number; height: number },
  isInk: (at: number) => boolean,
): Band[] {
  const bands: Band[] = [];
  let band: Band | null = null;
  for (let row = 0; row < height; row += 1) {
    const [left, right] = inkIn(row, width, isInk);
    if (left < 0) band = null;
    else if (band) {
      band.bottom = (row + 1) * millimetres;
      band.left = Math.min(band.left, left * millimetres);
      band.right = Math.max(band.right, (right + 1) * millimetres);
    } else {
      band = {
        ...{ top: row * millimetres, bottom: (row + 1) * millimetres },
        ...{ left: left * millimetres, right: (right + 1) * millimetres },
      };
      bands.push(band);
    }
  }
  return bands;
}

function inkIn(row: number, width: number, isInk: (at: number) => boolean): [number, number] {
  let left = -1;
  let right = -1;
  for (let column = 0; column < width; column += 1) {
    if (!isInk((row * width + column) * 3)) continue;
    if (left < 0) left = column;
    right = column;
  }
  return [left, right];
}
