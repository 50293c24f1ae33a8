import type { ShownFile } from "~/file/fileRights";
import { filesOn } from "~/file/filesOn.server";
import { findServedFile } from "~/file/readFile.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { minutesFileRights } from "~/meeting/conduct/fileRights";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { minutesFiles, topicFiles } from "~/meeting/conduct/meetingFiles.server";
import { read } from "~db/read";
import type { ArchiveAsked, ArchivePart } from "./archivePart";
import { partName } from "./partName";

const kinds = new Map([topicFiles, minutesFiles].map((one) => [one.kind, one]));

/** The papers of the topics, each topic's in a folder of its own, and what is attached to the minutes. */
export async function attachedParts(asked: ArchiveAsked, meeting: Meeting): Promise<ArchivePart[]> {
  const { actor, slug, now, words } = asked;
  const agenda = await showAgenda(actor, slug, now);
  const topics = agenda.ok ? agenda.value.lines : [];
  const folder = words("agenda.archive.papers");
  const found = topics.flatMap(({ title, files }, at) =>
    (files?.files ?? []).map((file) => ({ file, folder: `${folder}/${at + 1} ${partName(title)}` })),
  );
  const onMinutes = await read((db) =>
    filesOn(db, actor, minutesFiles.kind, { id: meeting.id, rights: minutesFileRights(false) }),
  );
  const attached = onMinutes.files.map((file) => ({ file, folder: words("agenda.archive.minutesFiles") }));
  const parts: ArchivePart[] = [];
  for (const one of [...found, ...attached]) parts.push(...(await storedPart(asked, one)));
  return parts;
}

/** Asks for each file as if it was opened by itself: what the reader may not see, or is removed meanwhile, is left out. */
async function storedPart(
  { actor, now }: ArchiveAsked,
  { file, folder }: { file: ShownFile; folder: string },
): Promise<ArchivePart[]> {
  const served = await findServedFile(kinds, actor, { fileId: file.id, form: "content" }, now);
  if (!served) return [];
  return [{ name: `${folder}/${served.name}`, content: { stored: served.sha256, bytes: file.bytes } }];
}
