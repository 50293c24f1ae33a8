/** What a problem must have before its list can be submitted; practice asks for these five. */
export const requirements = ["title", "content", "concernedUnits", "coordination", "question"] as const;
export type Requirement = (typeof requirements)[number];

/** What is looked at. */
export interface CheckedProblem {
  title: string;
  originalWording: string;
  summary: string;
  coordination: string;
  question: string;
  concernedUnits: number;
}

/** What is still missing, in the order of the form. Content is the resident's words or the street's summary. */
export function missingOf(problem: CheckedProblem): Requirement[] {
  const present: Record<Requirement, boolean> = {
    title: problem.title.trim() !== "",
    content: problem.originalWording.trim() !== "" || problem.summary.trim() !== "",
    concernedUnits: problem.concernedUnits > 0,
    coordination: problem.coordination.trim() !== "",
    question: problem.question.trim() !== "",
  };
  return requirements.filter((requirement) => !present[requirement]);
}
