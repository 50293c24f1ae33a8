import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { type ResearchPage, showResearch } from "~/meeting/research/showResearch.server";
import { showVisit, type VisitPage } from "~/meeting/research/showVisit.server";
import { codeNames } from "~/rules/codeNames.server";
import type { ArchiveAsked, ArchivePart } from "./archivePart";
import { partName } from "./partName";
import { bodyLines, type PlainLine, plainPaper } from "./plainPaper.server";
import { storedParts } from "./storedParts.server";

/** The brief, the group and what it wrote down on its visits as one paper; and the photos of each visit. */
export async function researchParts(asked: ArchiveAsked): Promise<ArchivePart[]> {
  const { actor, slug, now, words } = asked;
  const page = await showResearch(actor, slug, now);
  if (!page.ok || isEmpty(page.value)) return [];
  const name = words("research.title");
  const { research } = await codeNames();
  const kindOf = (code: string) =>
    named(research.find((one) => one.code === code) ?? sameName(code), "zh-CN");
  const lines: PlainLine[] = groupLines(page.value, words);
  const photos: ArchivePart[] = [];
  for (const [at, { id }] of page.value.visits.entries()) {
    const visit = await showVisit(actor, { slug, visitId: id }, now);
    if (!visit.ok) continue;
    lines.push(...visitLines(visit.value, kindOf, words));
    const place = `${name}/${at + 1} ${partName(visit.value.visit.title)}`;
    photos.push(...(await storedParts(asked, place, visit.value.files.files)));
  }
  const paper = { name: `${name}.docx`, content: await plainPaper(name, name, lines) };
  return [paper, ...photos];
}

const sameName = (code: string) => ({ zh: code, en: code });

function isEmpty({ brief, members, visits }: ResearchPage): boolean {
  return brief.text === "" && members.length === 0 && visits.length === 0;
}

function groupLines({ brief, members }: ResearchPage, t: Translate): PlainLine[] {
  const people = members.map(({ unit, title, holders, leads }) => {
    const who = [named(unit.name, "zh-CN"), named(title, "zh-CN"), ...holders].join(" ");
    return leads ? `${t("research.lead")}${t("session.colon")}${who}` : who;
  });
  return [
    ...under(t("research.brief"), bodyLines(brief.text)),
    ...under(t("research.group"), bodyLines(people.join("\n"))),
  ];
}

function visitLines(page: VisitPage, kindOf: (code: string) => string, t: Translate): PlainLine[] {
  const { visit, problems, topics, entries } = page;
  const facts = [kindOf(visit.kind), writtenDay(visit.date, "zh-CN"), visit.people].filter(Boolean);
  const matters = [...problems, ...topics].map(({ title, number }) =>
    [number, title].filter(Boolean).join(" "),
  );
  return [
    { as: "heading", text: visit.title },
    ...bodyLines(facts.join(t("session.semicolon"))),
    ...under(t("research.matters"), bodyLines(matters.join("\n"))),
    ...entries.flatMap(({ writtenAt, post, person, text }): PlainLine[] => [
      {
        as: "subheading",
        text: `${writtenDay(dayOf(writtenAt), "zh-CN")} ${named(post, "zh-CN")} ${person}`,
      },
      ...bodyLines(text),
    ]),
  ];
}

/** A heading with what stands under it; neither where there is nothing. */
function under(text: string, lines: PlainLine[]): PlainLine[] {
  return lines.length > 0 ? [{ as: "subheading", text }, ...lines] : [];
}
