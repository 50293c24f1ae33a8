import type { FileKind } from "~/file/fileKind.server";
import type { ShownFile } from "~/file/fileRights";
import { findServedFile } from "~/file/readFile.server";
import { minutesFiles, topicFiles } from "~/meeting/conduct/meetingFiles.server";
import { opinionFiles } from "~/meeting/opinion/opinionFiles.server";
import { visitFiles } from "~/meeting/research/visitFiles.server";
import type { ArchiveAsked, ArchivePart } from "./archivePart";

const all: readonly FileKind[] = [topicFiles, opinionFiles, visitFiles, minutesFiles];
const kinds = new Map(all.map((one) => [one.kind, one]));

/**
 * Asks for each file as if it was opened by itself: what the reader may not see, or is removed meanwhile, is left out.
 * @param folder in which they stand in the archive
 */
export async function storedParts(
  { actor, now }: ArchiveAsked,
  folder: string,
  files: readonly ShownFile[],
): Promise<ArchivePart[]> {
  const parts: ArchivePart[] = [];
  for (const { id, bytes } of files) {
    const served = await findServedFile(kinds, actor, { fileId: id, form: "content" }, now);
    if (served) parts.push({ name: `${folder}/${served.name}`, content: { stored: served.sha256, bytes } });
  }
  return parts;
}
