import { z } from "zod";
import { day, key, keys, line, optionalLine, optionalWords, verbatim, version, words } from "~/value/fields";

/** Most characters of the brief, of a note, of who took part in a visit, and of its title. */
export const longestBrief = 3000;
export const longestNote = 3000;
export const longestPeople = 300;
export const longestTitle = 100;

export const briefForm = z.object({ brief: optionalWords(longestBrief), version: version() });

/** Taking a post into the group, perhaps to lead it. */
export const memberForm = z.object({ postId: key(), leads: z.literal("yes").optional() });
export const removeMemberForm = z.object({ postId: key() });

/** Which problems of the lists, and which topics beside them, a visit concerns. */
const matters = { problemId: keys(60).default([]), topicId: keys(60).default([]) };

const visit = {
  kind: key(),
  title: line(longestTitle),
  date: day(),
  people: optionalLine(longestPeople),
  ...matters,
};

export const addVisitForm = z.object(visit);
export const editVisitForm = z.object({ ...visit, version: version() });

/** A note; one that was kept without a network says when it was written. */
export const addEntryForm = z.object({ text: words(longestNote), writtenAt: verbatim(40).optional() });
export const editEntryForm = z.object({ entryId: key(), text: words(longestNote), version: version() });

/** A visit as its form shows it. */
export function visitShown(of: {
  kind: string;
  title: string;
  date: string;
  people: string;
  problemIds: readonly string[];
  topicIds: readonly string[];
  version: number;
}) {
  const { kind, title, date, people } = of;
  const values = { kind, title, date, people, problemId: [...of.problemIds], topicId: [...of.topicIds] };
  return { version: of.version, values };
}
