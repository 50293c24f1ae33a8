/** What a topic's materials must say before the day. */
export interface Materials {
  summary: string;
  coordination: string;
  question: string;
}

export const materialParts = ["summary", "coordination", "question", "length"] as const;
export type MaterialPart = (typeof materialParts)[number];

/** What is still missing of a topic's materials; `length` when there are more characters than the rules allow. */
export function missingMaterials(materials: Materials, mostCharacters: number): MaterialPart[] {
  const { summary, coordination, question } = materials;
  const empty = (["summary", "coordination", "question"] as const).filter((part) => !materials[part].trim());
  const characters = summary.length + coordination.length + question.length;
  return characters > mostCharacters ? [...empty, "length"] : [...empty];
}
