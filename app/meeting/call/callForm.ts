import { z } from "zod";
import { meetingKinds } from "~/meeting/kind/kind";
import {
  clock,
  day,
  keys,
  line,
  lines,
  longestName,
  minutesIfAny,
  optionalKey,
  optionalLine,
  version,
} from "~/value/fields";

/** When and where a meeting is held, what it is called and who chairs it. */
const arrangements = {
  title: line(60),
  date: day(),
  startsAt: clock(),
  place: optionalLine(60),
  /** How long it is to last; left out, as the rules say. */
  plannedMinutes: minutesIfAny(),
  /** A post of the unit that calls; left out where nobody of an own post chairs. */
  chairPostId: optionalKey(),
};

/** A meeting as it is called. */
export const callMeetingForm = z.object({
  kind: z.enum(meetingKinds, { error: "error.required" }),
  ...arrangements,
  /** People of the unit itself, by name. */
  people: lines({
    most: 100,
    longest: longestName,
    tooMany: "meeting.error.tooManyPeople",
    tooLong: "meeting.error.nameTooLong",
  }),
  /** Other units that are called. */
  unitIds: keys(300).default([]),
  /** What is to be talked about, in order. */
  agenda: lines({
    most: 50,
    longest: 200,
    tooMany: "meeting.error.tooManyTopics",
    tooLong: "meeting.error.topicTooLong",
  }),
});
export type CallMeetingInput = z.output<typeof callMeetingForm>;

/** Changed arrangements of a meeting that was called already. */
export const arrangeMeetingForm = z.object({
  ...arrangements,
  /** Of the meeting as it was shown. */
  version: version(),
});
export type ArrangeMeetingInput = z.output<typeof arrangeMeetingForm>;
