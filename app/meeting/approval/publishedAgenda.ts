import type * as Y from "yjs";
import type { TopicKind } from "~/meeting/conduct/topic";
import { listTopics } from "~/record/document/record";

/** An entry of the agenda as it is published. */
export interface AgendaLine {
  id: string;
  title: string;
  kind: TopicKind;
  minutesAllotted: number | null;
  presenter: string;
  problemNumber: string | null;
}

/** The agenda as it stands in a record, in order. */
export function agendaOf(document: Y.Doc): AgendaLine[] {
  return listTopics(document).map(({ id, title, kind, minutesAllotted, presenter, problemNumber }) => ({
    id,
    title,
    kind,
    minutesAllotted,
    presenter,
    problemNumber,
  }));
}

/** The limit is on matters to decide, not on the look-back and visits. */
export function countsAgainstLimit(line: Pick<AgendaLine, "kind">): boolean {
  return line.kind === "topic" || line.kind === "other";
}

/** True when the agenda is still the published one: the same entries with the same words in the same order. */
export function isAsPublished(published: readonly AgendaLine[], agenda: readonly AgendaLine[]): boolean {
  return wordsOfAgenda(published) === wordsOfAgenda(agenda);
}

/** All that makes an agenda this one and no other, as a text: its entries, their words and their order. */
export function wordsOfAgenda(lines: readonly AgendaLine[]): string {
  return JSON.stringify(
    lines.map(({ id, title, kind, minutesAllotted, presenter }) => [
      id,
      title,
      kind,
      minutesAllotted,
      presenter,
    ]),
  );
}
