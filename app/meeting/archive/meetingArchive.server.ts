import type { Readable } from "node:stream";
import { meetingName } from "~/i18n/meetingName";
import { done, type Result } from "~/ledger/result";
import type { ArchiveAsked, ListedPart } from "./archivePart";
import { archiveParts, meetingToArchive } from "./archiveParts.server";
import { archiveStream } from "./archiveStream.server";
import { partName } from "./partName";

/** The whole file of a meeting, to be read as it is made, and what it is called. */
export interface MeetingArchive {
  name: string;
  stream: Readable;
}

/** Makes the whole file of a meeting as one archive. Refuses like `archiveParts` and `archiveStream`. */
export async function meetingArchive(asked: ArchiveAsked): Promise<Result<MeetingArchive>> {
  const { actor, slug, now, words } = asked;
  const meeting = await meetingToArchive(actor, slug);
  if (!meeting.ok) return meeting;
  const parts = await archiveParts(asked);
  if (!parts.ok) return parts;
  const { title, date, number } = meeting.value;
  const called = meetingName({ slug, title, date }, words, "zh-CN");
  const list = (files: ListedPart[]) => ({
    name: `${words("agenda.archive.list")}.json`,
    content: new TextEncoder().encode(
      `${JSON.stringify({ meeting: called, number, date, madeAt: now, files }, null, 2)}\n`,
    ),
  });
  const stream = archiveStream(parts.value, list, now);
  if (!stream.ok) return stream;
  const name = `${partName(words("agenda.archive.name", { meeting: called }))}.zip`;
  return done({ name, stream: stream.value });
}
