import * as Y from "yjs";
import { type Language, named } from "~/i18n/language";
import { type MentionTarget, mentionKey, readMention } from "~/record/document/mention";
import { listTopics, notesOf, notesRoot } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { mentionNames } from "./mentionNames.server";

/**
 * Makes every mention in a copy of a record read as the platform calls what it names in a language, or as its id
 * where there is no such thing. For looking at only: the copy must not find its way back into the record.
 * @returns whether anything read otherwise
 */
export async function nameCopy(db: Queries, copy: Y.Doc, language: Language): Promise<boolean> {
  const mentions = mentionsIn(copy);
  if (mentions.length === 0) return false;
  const targets = mentions.map(({ target }) => target);
  const names = new Map((await mentionNames(db, targets)).map((one) => [mentionKey(one), one.name]));
  const wrong = mentions.flatMap(({ element, target }) => {
    const name = names.get(mentionKey(target));
    const label = name ? named(name, language) : target.id;
    return element.getAttribute("label") === label ? [] : [{ element, label }];
  });
  copy.transact(() => {
    for (const { element, label } of wrong) element.setAttribute("label", label);
  });
  return wrong.length > 0;
}

function mentionsIn(document: Y.Doc): { element: Y.XmlElement; target: MentionTarget }[] {
  return listTopics(document, { withdrawn: true }).flatMap(({ id }) => {
    if (!document.share.has(notesRoot(id))) return [];
    const nodes = [...notesOf(document, id).createTreeWalker(isMention)];
    return nodes.flatMap((element) => {
      if (!(element instanceof Y.XmlElement)) return [];
      const target = readMention(element.getAttributes() as Record<string, unknown>);
      return target ? [{ element, target }] : [];
    });
  });
}

const isMention = (node: unknown) => node instanceof Y.XmlElement && node.nodeName === "mention";
