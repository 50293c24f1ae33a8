import { addMonths, dayOf, monthOf } from "~/calendar/day";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { listedProblem } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import type { buildWorld } from "../../builders/world";

type Also = NonNullable<NonNullable<Parameters<typeof buildWorld>[0]>["also"]>;

/** Words of a street that nobody else may read, and where its own officer reads them. */
export interface Marks {
  street: string;
  words: string[];
  pages: () => string[];
}

/** Plants words in the draft and in the meeting of a street of which none of those who ask is a part. */
export function plantMarks(): { marks: Marks; also: Also } {
  const street = "north";
  const today = dayOf(new Date().toISOString());
  const collecting = addMonths(monthOf(today), 1);
  const words = ["北街密件甲", "北街密件乙", "北街密件丙", "北街密件丁", "北街密件戊"] as const;
  const [title, said, summary, meeting, topic] = words;
  let slug = "";
  const also: Also = async ({ district }) => {
    const more = { title, originalWording: `${said}。`, summary: `${summary}。` };
    await listedProblem(district, `street-${street}`, collecting, more);
    const call = {
      ...{ kind: "weekly" as const, title: meeting, date: today, startsAt: "09:15", place: "" },
      ...{ people: [], unitIds: [], agenda: [topic] },
    };
    slug = mustSucceed(
      await callMeeting(district.actors[`street-${street}`]!, call, `${today}T00:30:00.000Z`),
    ).slug;
  };
  const pages = () => [`/desk/days/${collecting}/lists/${street}`, `/desk/meetings/${slug}/agenda`];
  return { marks: { street, words: [...words], pages }, also };
}
