import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { onlyReads } from "~/file/fileRights";
import { filesOn } from "~/file/filesOn.server";
import { named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { opinionFiles } from "~/meeting/opinion/opinionFiles.server";
import type { ShownOpinion } from "~/meeting/opinion/shownOpinion";
import { showOpinions } from "~/meeting/opinion/showOpinions.server";
import { read } from "~db/read";
import type { ArchiveAsked, ArchivePart } from "./archivePart";
import { partName } from "./partName";
import { bodyLines, type PlainLine, plainPaper } from "./plainPaper.server";
import { storedParts } from "./storedParts.server";

/** What units were asked to write on the topics, and wrote, as one paper; and what they attached. */
export async function opinionParts(asked: ArchiveAsked): Promise<ArchivePart[]> {
  const { actor, slug, now, words } = asked;
  const page = await showOpinions(actor, slug, now);
  const topics = page.ok ? page.value.topics.filter(({ opinions }) => opinions.length > 0) : [];
  if (topics.length === 0) return [];
  const name = words("opinion.title");
  const lines = topics.flatMap(({ title, opinions }): PlainLine[] => [
    { as: "heading", text: title },
    ...opinions.flatMap((one) => opinionLines(one, words)),
  ]);
  const attached = await Promise.all(
    topics.flatMap(({ title, opinions }) => opinions.map((one) => filesOf(asked, name, title, one))),
  );
  return [{ name: `${name}.docx`, content: await plainPaper(name, name, lines) }, ...attached.flat()];
}

function opinionLines(
  { unit, voice, terms, text, submitted, dueOn }: ShownOpinion,
  t: Translate,
): PlainLine[] {
  const who = `${named(unit, "zh-CN")}${t("session.colon")}${t(`opinion.voice.${voice}`)}`;
  if (!submitted)
    return [{ as: "subheading", text: who }, ...bodyLines(t("opinion.dueOn") + writtenDay(dueOn, "zh-CN"))];
  const { post, person, at } = submitted;
  const by = t("opinion.submittedBy", { post: named(post, "zh-CN"), name: person });
  return [
    { as: "subheading", text: who },
    ...bodyLines(terms && t(voice === "disagree" ? "opinion.reason" : "opinion.conditions") + terms),
    ...bodyLines(text),
    ...bodyLines(`${by} ${writtenDay(dayOf(at), "zh-CN")}`),
  ];
}

/** What a unit attached; of what is not submitted it is left out where the reader does not see it. */
async function filesOf(asked: ArchiveAsked, folder: string, title: string, opinion: ShownOpinion) {
  const { id, unit } = opinion;
  const on = await read((db) => filesOn(db, asked.actor, opinionFiles.kind, { id, rights: onlyReads }));
  const place = `${folder}/${partName(title)}/${partName(named(unit, "zh-CN"))}`;
  return storedParts(asked, place, on.files);
}
