import type { Translate } from "~/i18n/textKey";
import type { NoteNode } from "~/record/document/noteSchema";
import { ended, type TopicFact, type WordedTopic } from "./topicFacts";

const text = (words: string): NoteNode[] => (words === "" ? [] : [{ type: "text", text: words }]);
const fact = (id: TopicFact): NoteNode => ({ type: "fact", attrs: { id } });
const paragraph = (content: NoteNode[]): NoteNode => ({ type: "paragraph", content });

/**
 * Drafts what the minutes say of a topic from its facts and from what was marked in the record: who reported, what the
 * meeting found and asked for, how it decided. The facts are pieces that follow the database.
 */
export function draftWording(topic: WordedTopic, t: Translate): NoteNode {
  const decision = [
    fact("outcome"),
    ...text(topic.resolutions.length > 0 ? t("session.paper.resolvedThus") : ""),
  ];
  return {
    type: "doc",
    content: [
      paragraph(heard(topic, t)),
      ...(topic.marked ?? []).map((line) => paragraph(text(said(line, t)))),
      paragraph(decision),
    ],
  };
}

function heard({ presenter }: WordedTopic, t: Translate): NoteNode[] {
  if (presenter === "")
    return [...text(t("session.paper.heardOf")), fact("title"), ...text(t("session.paper.heardEnd"))];
  return [
    ...text(t("session.paper.heardFrom")),
    fact("presenter"),
    ...text(t("session.paper.heardAbout")),
    fact("title"),
    ...text(t("session.paper.heardEnd")),
  ];
}

// How sentences of minutes begin; a note-taker who writes one of these has chosen the word.
const verbs = /^(?:会议)?(认为|要求|强调|指出|明确|同意|议定|决定|听取|讨论)(?:了)?[，,：:]?/;
// What is asked of somebody begins like this.
const demands = /^(?:要|须|应|请|由|务必|抓紧|加快|尽快|确保|进一步|切实)|(?:要|须|应当|务必|负责)/;

/** A marked line as a sentence of the minutes. */
function said(line: string, t: Translate): string {
  const found = verbs.exec(line);
  const words = ended(found ? line.slice(found[0].length) : line, t);
  if (found?.[1]) return t("session.paper.meetingSaid", { verb: found[1], words });
  return t(demands.test(line) ? "session.paper.meetingAsked" : "session.paper.meetingFound", { words });
}
