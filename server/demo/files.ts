import type { Paragraph } from "docx";
import sharp from "sharp";
import type { Actor } from "~/access/actor";
import { addFiles, type SentFile } from "~/file/addFiles.server";
import type { FileKind } from "~/file/fileKind.server";
import { captionFile } from "~/file/tendFile.server";
import { fonts, sizes } from "~/meeting/sheet/paperLayout";
import { line, officialFile, run } from "~/meeting/sheet/paperPieces.server";
import { must } from "./world";

/** Attaches files to a thing as somebody there would, with one caption for all of them. */
export async function attach(
  actor: Actor,
  { kind, subjectId }: { kind: FileKind; subjectId: string },
  files: readonly SentFile[],
  at: string,
  caption = "",
): Promise<void> {
  const kinds = new Map([[kind.kind, kind]]);
  const on = { kind: kind.kind, subjectId };
  const where = `addFiles ${on.kind} ${files[0]?.name}`;
  const { ids } = must(await addFiles(kinds, actor, { ...on, files }, at), where);
  if (caption === "") return;
  for (const fileId of ids)
    must(await captionFile(kinds, actor, { ...on, fileId, version: 1, caption }, at), where);
}

const skies = ["#c8d6e2", "#dcd8cc", "#b9c4cc", "#e6d9c2"];
const walls = ["#a8836a", "#8d8f86", "#b59a6a", "#7f8f9c"];

/**
 * Draws what stands in for a photo of a street: houses, a lamp, water on the road. Nothing in it is a real place.
 * @param turn what varies, varies by it
 */
export async function streetPicture(name: string, turn: number): Promise<SentFile> {
  const houses = [0, 1, 2, 3].map((at) =>
    houseAt(40 + at * 300, 250 + ((turn * 53 + at * 71) % 160), turn + at),
  );
  const puddle = 200 + ((turn * 137) % 600);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">
    <rect width="1280" height="960" fill="${skies[turn % skies.length]}"/>
    ${houses.join("")}
    <rect y="690" width="1280" height="270" fill="#6d6a66"/>
    <rect y="690" width="1280" height="26" fill="#9a958d"/>
    <ellipse cx="${puddle}" cy="840" rx="230" ry="44" fill="#8fa3b0"/>
    <rect x="${1000 - ((turn * 90) % 500)}" y="300" width="14" height="400" fill="#3c3f42"/>
    <circle cx="${1007 - ((turn * 90) % 500)}" cy="296" r="30" fill="#d9d4b8"/>
  </svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
  return { name, bytes: new Uint8Array(bytes) };
}

function houseAt(x: number, top: number, turn: number): string {
  const windows = [0, 1, 2, 3, 4, 5].map((at) => {
    const [column, row] = [at % 2, Math.floor(at / 2)];
    const lit = (turn + at) % 5 === 0 ? "#e8d9a0" : "#4a5560";
    return `<rect x="${x + 40 + column * 100}" y="${top + 30 + row * 90}" width="56" height="52" fill="${lit}"/>`;
  });
  const wall = walls[turn % walls.length];
  return `<rect x="${x}" y="${top}" width="240" height="${700 - top}" fill="${wall}"/>${windows.join("")}`;
}

/** Makes a paper of headings and what stands under them as a Word file. */
export async function wordPaper(
  title: string,
  office: string,
  parts: readonly (readonly [heading: string, text: string])[],
): Promise<SentFile> {
  const children = parts.flatMap(([heading, text]): Paragraph[] => [
    line([run(heading, fonts.heading, sizes.body)]),
    line([run(text, fonts.body, sizes.body)]),
  ]);
  const head = line([run(title, fonts.title, sizes.body)]);
  const bytes = await officialFile({ title, creator: office, children: [head, ...children] });
  return { name: `${title}.docx`, bytes };
}

/** Makes a letter of a few lines as a PDF, in a font that readers bring along. */
export function letterFile(title: string, lines: readonly string[]): SentFile {
  const shown = [title, "", ...lines].map((text) => `<${utf16(text)}> Tj T*`);
  const page = `BT /F1 14 Tf 26 TL 72 750 Td ${shown.join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return { name: `${title}.pdf`, bytes: new Uint8Array(Buffer.from(file, "latin1")) };
}

const utf16 = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
