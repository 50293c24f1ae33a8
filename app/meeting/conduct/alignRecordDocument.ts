import type * as Y from "yjs";
import {
  addTopic,
  listTopics,
  restoreTopic,
  setTopicField,
  topicById,
  topicsOf,
  withdrawTopic,
} from "~/record/document/record";
import { type TopicKind, usualMinutes } from "./topic";

/** What the database knows of an agenda entry. */
export interface AgendaEntry {
  id: string;
  kind: TopicKind;
  title: string;
  /** Of the problem it is about. */
  problemNumber: string | null;
  /** Who presents it until somebody says otherwise. */
  presenter: string;
  withdrawn: boolean;
}

/**
 * Brings the agenda of a record in line with the database: every entry stands in it, with the kind, the
 * problem and the withdrawal that the database knows. Titles, order, minutes, presenters and words are
 * the record's own and stay as they are. Changes nothing where nothing differs.
 */
export function alignRecordDocument(document: Y.Doc, entries: readonly AgendaEntry[]): void {
  for (const entry of entries) {
    if (topicById(document, entry.id)) alignTopic(document, entry);
    else placeTopic(document, entry);
  }
}

/** Says who presents an entry, unless the record says so already: by people's hands, or an earlier attempt. */
export function namePresenter(document: Y.Doc, presenter: { topicId: string; words: string }): void {
  const { topicId, words } = presenter;
  if (topicById(document, topicId)?.presenter === "") setTopicField(document, topicId, "presenter", words);
}

function placeTopic(document: Y.Doc, entry: AgendaEntry): void {
  const { id, kind, title, problemNumber, presenter, withdrawn } = entry;
  // Something else under this id can only come from a client that is not ours.
  topicsOf(document).delete(id);
  const first = listTopics(document, { withdrawn: true })[0]?.id ?? null;
  const fields = { id, kind, title, problemNumber, presenter, minutesAllotted: usualMinutes[kind] };
  // The day opens with the look-back.
  addTopic(document, fields, kind === "lookBack" ? first : null);
  if (withdrawn) withdrawTopic(document, id);
}

function alignTopic(document: Y.Doc, entry: AgendaEntry): void {
  const topic = topicById(document, entry.id);
  if (!topic) return;
  if (topic.kind !== entry.kind) setTopicField(document, entry.id, "kind", entry.kind);
  if (topic.problemNumber !== entry.problemNumber)
    setTopicField(document, entry.id, "problemNumber", entry.problemNumber);
  if (topic.withdrawn && !entry.withdrawn) restoreTopic(document, entry.id);
  if (!topic.withdrawn && entry.withdrawn) withdrawTopic(document, entry.id);
}
