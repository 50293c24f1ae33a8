import type { IssuedPaper } from "./paper";

/** What minutes can be found by: whom they name as host, the look-back, the topics and what was resolved. */
export function paperWords(paper: IssuedPaper): string {
  const topics = paper.topics.flatMap((topic) => [
    topic.problemNumber ?? "",
    topic.title,
    topic.outcomeNote,
    ...(topic.wording ?? topic.marked ?? []),
    topic.reservations,
    ...(topic.reservedBy ?? []).map(({ words }) => words),
    ...topic.resolutions.flatMap((one) => [
      one.text,
      one.residentText,
      one.lead.zh,
      one.lead.en,
      one.power?.what ?? "",
    ]),
  ]);
  const lookBack = paper.lookBack.flatMap((one) => [one.number, one.title, one.text]);
  return [paper.host.zh, paper.host.en, ...lookBack, ...topics].join("\n");
}
