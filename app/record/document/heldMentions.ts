import * as Y from "yjs";
import { type Mention, readMention } from "./mention";
import { readEmbed } from "./noteLines";
import { topicOfNotes } from "./shape";

/** A mention where it stands in a document. */
export interface HeldMention {
  mention: Mention;
  /**
   * Gives it another label where it stands, so that it stays its writer's. For a document that nobody else has: no
   * update tells of it.
   */
  relabel: (label: string) => void;
}

/** Lists the mentions in all notes of a document, in whichever form it holds them. */
export function heldMentions(document: Y.Doc): HeldMention[] {
  return [...document.share].flatMap(([name, type]) => (topicOfNotes(name) === null ? [] : mentionsIn(type)));
}

function mentionsIn(type: { _start: Y.Item | null }): HeldMention[] {
  const found: HeldMention[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentEmbed) found.push(...embedded(content));
    if (!(content instanceof Y.ContentType)) continue;
    const inner = content.type as unknown;
    if (inner instanceof Y.XmlElement && inner.nodeName === "mention") found.push(...element(inner));
    else if (inner instanceof Y.AbstractType) found.push(...mentionsIn(inner));
  }
  return found;
}

function embedded(content: Y.ContentEmbed): HeldMention[] {
  const embed = readEmbed(content.embed);
  const mention = embed.kind === "mention" ? readMention(embed.mention) : null;
  if (!mention) return [];
  const relabel = (label: string) => {
    content.embed = { mention: { ...mention, label } };
  };
  return [{ mention, relabel }];
}

function element(inner: Y.XmlElement): HeldMention[] {
  const mention = readMention(inner.getAttributes() as Record<string, unknown>);
  return mention ? [{ mention, relabel: (label) => inner.setAttribute("label", label) }] : [];
}
