import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import type { CanonicalRecord, Resolution } from "~/record/document/record";
import { labelMentions } from "~/record/editor/labelMentions.server";
import { plainNotes } from "~/record/editor/plainNotes";
import { unitsById } from "~/unit/namedUnits.server";
import { read } from "~db/read";
import type { ArchivePart } from "./archivePart";
import { bodyLines, type PlainLine, plainPaper } from "./plainPaper.server";

/** The record as it is written down, topic by topic, to be read and printed. What was withdrawn is left out. */
export async function recordPart(
  { topics, resolutions }: CanonicalRecord,
  words: Translate,
): Promise<ArchivePart> {
  const labelled = await read((db) => labelMentions(db, { topics }));
  const units = await read((db) =>
    unitsById(
      db,
      resolutions.flatMap(({ leadUnitId, assistingUnitIds }) => [leadUnitId, ...assistingUnitIds]),
    ),
  );
  const nameOf = (id: string) => named(units.get(id)?.name ?? { zh: "", en: "" }, "zh-CN");
  const lines = labelled.topics
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id, title, notes }, at): PlainLine[] => [
      { as: "heading", text: words("agenda.scheme.entry", { number: at + 1, title }) },
      ...bodyLines(plainNotes(notes.content ?? [])),
      ...resolutions
        .filter(({ topicId, withdrawn }) => topicId === id && !withdrawn)
        .flatMap((one) => resolutionLines(one, nameOf, words)),
    ]);
  const name = words("agenda.archive.record");
  return { name: `${name}.docx`, content: await plainPaper(name, name, lines) };
}

function resolutionLines(
  { text, leadUnitId, assistingUnitIds, dueDate, measure, evidence }: Resolution,
  nameOf: (id: string) => string,
  t: Translate,
): PlainLine[] {
  const assisting = assistingUnitIds.map(nameOf).join(t("session.comma"));
  const terms = [
    leadUnitId && t("session.paper.lead", { name: nameOf(leadUnitId) }),
    assisting && t("session.paper.assisting", { names: assisting }),
    dueDate && t("session.paper.dueBy", { date: writtenDay(dueDate, "zh-CN") }),
    measure && t("session.paper.measure", { text: measure }),
    evidence && t("session.paper.evidence", { text: evidence }),
  ];
  return [
    ...bodyLines(text && `${t("agenda.archive.resolution")}${t("session.colon")}${text}`),
    ...bodyLines(terms.filter(Boolean).join(t("session.semicolon"))),
  ];
}
