import { filesOn } from "~/file/filesOn.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { minutesFileRights } from "~/meeting/conduct/fileRights";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { minutesFiles } from "~/meeting/conduct/meetingFiles.server";
import { read } from "~db/read";
import type { ArchiveAsked, ArchivePart } from "./archivePart";
import { partName } from "./partName";
import { storedParts } from "./storedParts.server";

/** The papers of the topics, each topic's in a folder of its own, and what is attached to the minutes. */
export async function attachedParts(asked: ArchiveAsked, meeting: Meeting): Promise<ArchivePart[]> {
  const { actor, slug, now, words } = asked;
  const agenda = await showAgenda(actor, slug, now);
  const parts: ArchivePart[] = [];
  for (const [at, { title, files }] of (agenda.ok ? agenda.value.lines : []).entries()) {
    const folder = `${words("agenda.archive.papers")}/${at + 1} ${partName(title)}`;
    parts.push(...(await storedParts(asked, folder, files?.files ?? [])));
  }
  const onMinutes = await read((db) =>
    filesOn(db, actor, minutesFiles.kind, { id: meeting.id, rights: minutesFileRights(false) }),
  );
  return [...parts, ...(await storedParts(asked, words("agenda.archive.minutesFiles"), onMinutes.files))];
}
