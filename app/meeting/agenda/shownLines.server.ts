import type { Actor } from "~/access/actor";
import { addDays, dayOf } from "~/calendar/day";
import type { ShownFiles } from "~/file/fileRights";
import { filesOnAll } from "~/file/filesOn.server";
import type { NamedMeeting } from "~/i18n/meetingName";
import type { AgendaLine } from "~/meeting/approval/publishedAgenda";
import { topicFileRights } from "~/meeting/conduct/fileRights";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { topicFiles } from "~/meeting/conduct/meetingFiles.server";
import { writerIn } from "~/meeting/conduct/roomRight.server";
import type { Outcome } from "~/meeting/conduct/topic";
import type { TopicRow } from "~/meeting/conduct/topicsOfMeeting.server";
import { mayProposeNow } from "~/meeting/conduct/writingState.server";
import { deferredFrom } from "~/meeting/deferral/callDeferred.server";
import { opinionsOf } from "~/meeting/opinion/opinionsOf.server";
import type { ShownOpinion } from "~/meeting/opinion/shownOpinion";
import { type VisitBeside, visitsBesideTopics } from "~/meeting/research/visitsOf.server";
import { needsOfTopics, type TopicNeed } from "~/meeting/resource/topicNeeds.server";
import type { MayWrite } from "~/record/live/liveRooms.server";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { agendaTimes, type TopicTime } from "./agendaTimes";
import { type MaterialPart, missingMaterials } from "./materials";
import { type PapersStanding, papersStanding } from "./papers";

/** An entry as the agenda page shows it. */
export interface AgendaPageLine extends AgendaLine {
  /** What its materials lack; null where there are none to have. */
  materials: MaterialPart[] | null;
  /** Whom its problem affects and by when those want it done; null where there is none, or it may not stand here. */
  affects: { households: number | null; wishOn: string | null } | null;
  outcome: Outcome | null;
  /** The meeting that put it off to this one; null where none did. */
  deferredFrom: NamedMeeting | null;
  /** What it is about may not stand here. */
  elsewhere: boolean;
  /** Written straight into the record: not an entry of the agenda yet. */
  unplaced: boolean;
  /** When it is called and when the next one is, by the minutes of those before. */
  time: TopicTime;
  /** The reader may change its title, presenter and minutes. */
  rewords: boolean;
  /** The reader may propose other words and another place for it. */
  proposes: boolean;
  /** How its papers stand; null where it needs none. */
  papers: PapersStanding | null;
  /** Attached to it; null of what stands in the record alone. */
  files: ShownFiles | null;
  /** What units were asked to write about it. */
  opinions: ShownOpinion[];
  /** What its problem and its resolutions need, and what is promised. */
  needs: TopicNeed[];
  /** What was seen of it before the meeting. */
  visits: VisitBeside[];
}

/** What the entries of an agenda are shown from. */
export interface LinesFrom {
  actor: Actor;
  now: string;
  meeting: Meeting;
  topics: readonly TopicRow[];
  lines: readonly AgendaLine[];
  rules: Pick<RuleSet, "agenda">;
  mayWrite: MayWrite;
}

/** Until when the materials of a meeting are handed out. */
export const materialsDay = ({ date }: Pick<Meeting, "date">, { agenda }: Pick<RuleSet, "agenda">) =>
  addDays(date, -agenda.materialsDaysBefore);

/** The entries of an agenda in their order, with everything that stands beside them. */
export async function shownLines(db: Queries, from: LinesFrom): Promise<AgendaPageLine[]> {
  const { actor, now, meeting: day, topics, lines, rules, mayWrite } = from;
  const most = rules.agenda.materialsCharacters;
  const planned = day.plannedMinutes ?? rules.agenda.plannedMinutes;
  const times = agendaTimes(lines, { startsAt: day.startsAt, planned });
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const proposes = (await mayProposeNow(db, actor, day)) === "now";
  const files = await filesOfTopics(db, actor, day, topics);
  const opinions = await opinionsOf(db, actor, day.id, dayOf(now));
  const needs = await needsOfTopics(db, actor, day.id);
  const visits = await visitsBesideTopics(db, actor, day);
  const putOff = await deferredFrom(db, day.id);
  const limits = { most, by: materialsDay(day, rules), today: dayOf(now) };
  return lines.map((line, at) => ({
    ...lineOf(line, known.get(line.id), most),
    time: times[at]!,
    rewords: mayWrite({ kind: "topic", topicId: line.id }),
    proposes,
    papers: papersStanding(
      {
        kind: line.kind,
        elsewhere: known.get(line.id)?.contentElsewhere ?? false,
        papers: files[line.id]?.files ?? [],
      },
      limits,
    ),
    files: files[line.id] ?? null,
    visits: visits[line.id] ?? [],
    deferredFrom: putOff[line.id] ?? null,
    opinions: opinions.filter(({ topicId }) => topicId === line.id),
    needs: needs.filter(({ topicId }) => topicId === line.id),
  }));
}

async function filesOfTopics(db: Queries, actor: Actor, day: Meeting, topics: readonly TopicRow[]) {
  const writer = await writerIn(db, actor, day);
  const seen = topics.map((topic) => ({ id: topic.id, rights: topicFileRights(writer, day.stage, topic) }));
  return filesOnAll(db, actor, topicFiles.kind, seen);
}

function lineOf(
  line: AgendaLine,
  topic: TopicRow | undefined,
  most: number,
): Omit<
  AgendaPageLine,
  "time" | "rewords" | "proposes" | "papers" | "files" | "opinions" | "needs" | "visits" | "deferredFrom"
> {
  const { problem } = topic ?? {};
  return {
    ...line,
    materials: problem ? missingMaterials(problem, most) : null,
    affects:
      problem && !topic?.contentElsewhere ? { households: problem.households, wishOn: problem.wishOn } : null,
    outcome: topic?.outcome ?? null,
    elsewhere: topic?.contentElsewhere ?? false,
    unplaced: topic === undefined,
  };
}
