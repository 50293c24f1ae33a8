import { minutesNumber } from "~/address/minutesAddress";
import { dayOf } from "~/calendar/day";
import { writtenDay, writtenMonth } from "~/calendar/writtenDate";
import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import type { AttendanceState } from "~/meeting/conduct/attendance";
import { isDecided } from "~/meeting/conduct/topic";
import { headingMark } from "~/meeting/sheet/paperNumbering";
import type { Say } from "~/meeting/sheet/say";
import { draftWording } from "~/meeting/wording/draftWording";
import { deferral, noted, topicFacts } from "~/meeting/wording/topicFacts";
import { wordedLines } from "~/meeting/wording/wordedLines";
import { statements } from "~/task/statement";
import type {
  AmendedMinutes,
  IssuedPaper,
  Paper,
  PaperAttendee,
  PaperPower,
  PaperResolution,
  PaperTopic,
} from "./paper";
import { type Annex, annexesOf } from "./paperAnnexes";

/** A part of the body, in order. What it looks like is the page's and the file's own affair. */
export type Block =
  | { kind: "heading1"; text: string }
  | { kind: "heading2"; text: string; topicId: string }
  | { kind: "text"; text: string }
  | { kind: "resolution"; text: string; resolutionId: string }
  /** What belongs to the resolution above: who, until when, known by what. */
  | { kind: "terms"; text: string; resolutionId: string };

/** Who was there, by state. */
export interface AttendanceBlock {
  label: string;
  people: string[];
}

/** The whole paper, worded. */
export interface WordedPaper {
  /** The mark in the parts between which it may be broken. */
  mark: string[];
  title: string;
  /** What amended minutes replace, and why, a line each; none in those issued first. */
  amends: string[];
  body: Block[];
  attendance: AttendanceBlock[];
  /** Tables on pages of their own, behind the text and before the end block. */
  annexes: Annex[];
  copies: string;
  office: string;
}

/** Words the paper in a language; what stands in it was frozen when it was issued. */
export function wordPaper(paper: Paper, t: Translate, language: string): WordedPaper {
  const say = { t, language, name: (one: Name) => named(one, language) };
  const sections = [lookBackSection(paper, say), topicSection(paper, say)].filter(
    (blocks) => blocks.length > 0,
  );
  const numbered = sections.flatMap((blocks, at) =>
    blocks.map((block) =>
      block.kind === "heading1" ? { ...block, text: headingMark(1, at + 1, language) + block.text } : block,
    ),
  );
  return {
    mark: isDay(paper)
      ? [say.name(paper.district), t("session.paper.mark")]
      : [say.name(paper.host), t("session.paper.markOfMeeting")],
    title: titleOf(paper, say),
    amends: paper.amends ? amendsOf(paper.amends, say) : [],
    body: [...opening(paper, say), ...numbered],
    attendance: [...attendanceBlocks(paper.attendance, say), ...signerBlock(paper, say)],
    annexes: annexesOf(paper, say),
    copies: paper.copies.map(say.name).join(t("session.comma")),
    office: say.name(paper.office),
  };
}

/** Minutes of consultation days do not say so: they were the first. */
const isDay = ({ kind = "consultationDay" }: Paper) => kind === "consultationDay";

function titleOf(paper: Paper, { t, language, name }: Say): string {
  const title = isDay(paper)
    ? t("session.paper.title", {
        host: name(paper.host),
        month: writtenMonth(paper.month, language, true),
      })
    : t("session.paper.titleOfMeeting", { title: paper.meetingTitle });
  return paper.amends ? t("session.paper.amended", { title }) : title;
}

function amendsOf({ issuedAt, reason, ...cited }: AmendedMinutes, { t, language }: Say): string[] {
  const date = writtenDay(dayOf(issuedAt), language);
  return [
    t("session.paper.amends", { minutes: minutesNumber(cited), date }),
    t("amendment.reason", { reason: sentence(reason, t) }),
  ];
}

function opening(paper: Paper, { t, language, name }: Say): Block[] {
  const visits = paper.topics.filter((topic) => topic.kind === "siteVisit").map((topic) => topic.title);
  const decided = paper.topics.filter((topic) => isDecided(topic.kind)).length;
  const values = {
    date: writtenDay(paper.date, language),
    chair: paper.chair
      ? t(`session.paper.${chairKey(paper)}`, {
          post: name(paper.chair.post),
          name: paper.chair.name,
        })
      : name(isDay(paper) ? paper.district : paper.host),
    host: name(paper.host),
    title: paper.meetingTitle,
    count: decided,
  };
  const first = t(isDay(paper) ? "session.paper.opening" : "session.paper.openingOfMeeting", values);
  const seen =
    visits.length > 0 ? t("session.paper.visits", { visits: visits.join(t("session.semicolon")) }) : "";
  return [{ kind: "text", text: [first, seen, t("session.paper.follows")].filter(Boolean).join("") }];
}

function chairKey(paper: Paper) {
  const isOfDay = isDay(paper);
  if (paper.chair?.standsIn) return isOfDay ? "chairStandsIn" : "chairOfMeetingStandsIn";
  return isOfDay ? "chair" : "chairOfMeeting";
}

function lookBackSection(paper: Paper, { t }: Say): Block[] {
  if (paper.lookBack.length === 0) return [];
  const stated = statements.flatMap((statement) => {
    const count = paper.lookBack.filter((one) => one.statement === statement).length;
    if (count === 0) return [];
    return [t("session.paper.counted", { count, statement: t(`session.statement.${statement}`) })];
  });
  const values = { count: paper.lookBack.length, stated: stated.join(t("session.comma")) };
  return [
    { kind: "heading1", text: t("session.paper.lookBack") },
    { kind: "text", text: t("session.paper.lookBackSum", values) },
  ];
}

function topicSection(paper: Paper, say: Say): Block[] {
  const topics = paper.topics.filter((topic) => isDecided(topic.kind));
  if (topics.length === 0) return [];
  return [
    { kind: "heading1", text: say.t("session.paper.topics") },
    ...topics.flatMap((topic, at) => topicBlocks(topic, at + 1, say)),
  ];
}

function topicBlocks(topic: PaperTopic, count: number, say: Say): Block[] {
  const { language } = say;
  const blocks: Block[] = [
    {
      kind: "heading2",
      text: headingMark(2, count, language) + topic.title,
      topicId: topic.id,
    },
    ...wordsOf(topic, say).map((text): Block => ({ kind: "text", text })),
    ...topic.resolutions.flatMap((one) => resolutionBlocks(one, say)),
  ];
  return [...blocks, ...reservationBlocks(topic, say)];
}

/** 签发人: who signed off what is issued, in which post and when. */
function signerBlock(
  { signedBy }: Paper & Partial<IssuedPaper>,
  { t, language, name }: Say,
): AttendanceBlock[] {
  if (!signedBy) return [];
  const date = writtenDay(dayOf(signedBy.at), language);
  const signer = { post: name(signedBy.post), name: signedBy.name, date };
  return [{ label: t("session.paper.signer"), people: [t("session.paper.signerWords", signer)] }];
}

function reservationBlocks({ reservations, reservedBy = [] }: PaperTopic, { t, name }: Say): Block[] {
  const before = reservations ? [{ unit: null, words: reservations }] : [];
  return [...before, ...reservedBy].map(({ unit, words }) => ({
    kind: "text",
    text: unit
      ? t("session.paper.reservationOf", { unit: name(unit), text: sentence(words, t) })
      : t("session.paper.reservations", { text: sentence(words, t) }),
  }));
}

/** What was worded; else what would be drafted; in minutes issued before there were drafts, as they put it. */
function wordsOf(topic: PaperTopic, { t, language }: Say): string[] {
  if (topic.wording) return topic.wording;
  if (topic.marked) return wordedLines(draftWording(topic, t), topicFacts(topic, t, language));
  const outcome = topic.outcome
    ? t("session.paper.outcome", { outcome: t(`session.outcome.${topic.outcome}`) })
    : t("session.paper.undecided");
  const heard = topic.presenter ? t("session.paper.heard", { presenter: topic.presenter }) : "";
  return [heard + outcome + deferral(topic, t, language) + noted(topic, t)];
}

/** The words of a resolution as the paper has them: what was resolved, and who, until when, known by what. */
export function resolutionWords(one: PaperResolution, t: Translate, language: string): [string, string] {
  const say = { t, language, name: (name: Name) => named(name, language) };
  const [text, terms] = resolutionBlocks(one, say);
  return [text?.text ?? "", terms?.text ?? ""];
}

function resolutionBlocks(one: PaperResolution, say: Say): Block[] {
  const { t } = say;
  const text = `${one.ordinal}. ${sentence(one.text || t("session.paper.open"), t)}`;
  const terms = one.power
    ? [powerTerms(one, one.power, say)]
    : [whoAndWhen(one, say), steps(one, say), ...proof(one, say)].filter(Boolean);
  return [
    { kind: "resolution", resolutionId: one.id, text },
    { kind: "terms", resolutionId: one.id, text: terms.join(t("session.gap")) },
  ];
}

function powerTerms({ lead }: PaperResolution, power: PaperPower, { t, name }: Say): string {
  const open = t("session.paper.open");
  return t("session.paper.power", {
    unit: name(lead) || open,
    post: power.post || open,
    basis: power.basis || open,
    what: power.what || open,
    document: power.document || open,
  });
}

function whoAndWhen(one: PaperResolution, { t, language, name }: Say): string {
  const parts = [t("session.paper.lead", { name: name(one.lead) || t("session.paper.open") })];
  if (one.assisting.length > 0)
    parts.push(t("session.paper.assisting", { names: one.assisting.map(name).join(t("session.comma")) }));
  const due = one.dueDate ? writtenDay(one.dueDate, language) : t("session.paper.open");
  parts.push(t("session.paper.dueBy", { date: due }));
  return `${parts.join(t("session.semicolon"))}${t("session.stop")}`;
}

function steps(one: PaperResolution, { t, language }: Say): string {
  const lines = one.milestones.map((step) => {
    const text = unended(step.text);
    return step.due ? t("session.paper.step", { date: writtenDay(step.due, language), text }) : text;
  });
  if (lines.length === 0) return "";
  return `${t("session.paper.steps", { steps: lines.join(t("session.semicolon")) })}${t("session.stop")}`;
}

function proof(one: PaperResolution, { t }: Say): string[] {
  const { measure, evidence, resourceText } = one;
  return [
    measure && t("session.paper.measure", { text: sentence(measure, t) }),
    evidence && t("session.paper.evidence", { text: sentence(evidence, t) }),
    resourceText && t("session.paper.resource", { text: sentence(resourceText, t) }),
  ].filter(Boolean);
}

const ends = /[。．.！!？?；;]$/;

/** A text that ends as a sentence; empty stays empty. */
function sentence(text: string, t: Translate): string {
  const trimmed = text.trim();
  return trimmed === "" || ends.test(trimmed) ? trimmed : `${trimmed}${t("session.stop")}`;
}

function unended(text: string): string {
  return text.trim().replace(ends, "");
}

const groups: readonly { key: "present" | "sittingIn" | "excused" | "absent"; states: AttendanceState[] }[] =
  [
    { key: "present", states: ["present"] },
    { key: "sittingIn", states: ["sittingIn"] },
    // Who declined beforehand has asked for leave.
    { key: "excused", states: ["excused", "declined"] },
    { key: "absent", states: ["absent"] },
  ];

function attendanceBlocks(attendance: readonly PaperAttendee[], { t, name }: Say): AttendanceBlock[] {
  return groups.flatMap(({ key, states }) => {
    const people = attendance
      .filter((one) => states.includes(one.state))
      .map((one) => [name(one.unit), one.person].filter(Boolean).join(" "));
    return people.length > 0 ? [{ label: t(`session.attendance.${key}`), people }] : [];
  });
}
