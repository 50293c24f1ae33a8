/**
 * What residents read of a topic, each with whose it is: the topic's title, the resident's words of a problem, the
 * words for residents of a resolution, what was published about a task.
 */
export const publicTextKinds = ["title", "words", "promise", "outcome"] as const;
export type PublicTextKind = (typeof publicTextKinds)[number];

/** One text, by its kind and the id of the topic, problem, resolution or publication whose it is. */
export interface PublicTextName {
  kind: PublicTextKind;
  subjectId: string;
}

/**
 * How much is left out: a passage, the text as a whole, or whatever the check for personal data marks in it. The last
 * stands where nobody has decided yet about what was public before there was anything to decide.
 */
export const extents = ["passage", "whole", "marks"] as const;
export type Extent = (typeof extents)[number];
