import { posix } from "node:path";
import { readingLimits } from "~/problem/import/importLimits";
import { ReadingRefused } from "./reading";
import { attribute, readXml } from "./xml";
import type { Zip } from "./zip";

/** A sheet as the workbook names it. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

/** Where in the archive what of a workbook lies. */
export interface WorkbookParts {
  sheets: SheetPart[];
  strings: string | undefined;
  styles: string | undefined;
  /** Days are counted from 1904, as older Macintosh programs do. */
  from1904: boolean;
}

interface Relation {
  id: string;
  /** The last part of its type, such as `worksheet`; the two editions of the format differ in what stands before. */
  type: string;
  path: string;
}

/** Finds the sheets of a workbook in their order, and what they refer to. Refuses what is no workbook. */
export async function workbookParts(zip: Zip): Promise<WorkbookParts> {
  const root = await relationsOf(zip, "");
  const workbook = root.find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  if (/\.bin$/i.test(workbook)) throw new ReadingRefused("fileOtherFormat", { format: "XLSB" });
  if (!zip.has(workbook))
    throw new ReadingRefused(zip.has("content.xml") ? "fileOtherFormat" : "fileUnreadable", {
      format: "ODS",
    });
  const relations = await relationsOf(zip, workbook);
  const parts: WorkbookParts = {
    sheets: [],
    strings: relations.find(({ type }) => type === "sharedStrings")?.path,
    styles: relations.find(({ type }) => type === "styles")?.path,
    from1904: false,
  };
  await readXml(zip.text(workbook), {
    open(name, attributes) {
      if (name === "workbookPr") parts.from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet" || parts.sheets.length >= readingLimits.sheets) return;
      const relation = relations.find(({ id }) => id === attribute(attributes, "id"));
      if (relation?.type !== "worksheet") return;
      const hidden = /hidden/i.test(attributes.state ?? "");
      parts.sheets.push({ name: attributes.name ?? "", hidden, path: relation.path });
    },
  });
  if (parts.sheets.length === 0) throw new ReadingRefused("fileUnreadable");
  return parts;
}

async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part.replaceAll("\\", "/"));
  const relations: Relation[] = [];
  await readXml(zip.text(posix.join(folder, "_rels", `${posix.basename(part)}.rels`)), {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name !== "Relationship" || relations.length >= readingLimits.entries) return;
      const target = Target.replaceAll("\\", "/");
      const path = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), path });
    },
  });
  return relations;
}
