import { writtenDay } from "~/calendar/writtenDate";
import { type Name, named } from "~/i18n/language";
import { meetingName, type NamedMeeting } from "~/i18n/meetingName";
import type { Translate } from "~/i18n/textKey";
import type { TopicKind } from "~/meeting/conduct/topic";
import type { InvitationClass } from "~/meeting/kind/invitation";

/** An entry of the agenda as the plan of a meeting says it. */
export interface SchemeEntry {
  title: string;
  kind: TopicKind;
  presenter: string;
  minutes: number | null;
  from: string | null;
  until: string | null;
  /** What its papers are called. */
  papers: string[];
}

/** Everything the plan of a meeting is made of. */
export interface SchemeFacts {
  meeting: NamedMeeting;
  startsAt: string;
  place: string;
  host: Name;
  chair: { post: Name; name: string } | null;
  called: { unit: Name; people: string[]; invitation: InvitationClass }[];
  agenda: SchemeEntry[];
  /** Minutes of the agenda, and of the meeting as it is planned. */
  minutes: { agenda: number; planned: number };
  /** Tasks that the look-back calls. */
  openTasks: number;
}

/** One part of the paper: a heading, words behind it, and lines of their own. */
export interface SchemePart {
  heading: string;
  text?: string;
  lines?: string[];
}

/** The plan of a meeting in words. */
export interface WordedScheme {
  title: string;
  office: string;
  parts: SchemePart[];
}

/** Words the plan of a meeting in one language: when, where, who, what in which order, and with which papers. */
export function wordScheme(facts: SchemeFacts, t: Translate, language: string): WordedScheme {
  const meeting = meetingName(facts.meeting, t, language);
  const visits = facts.agenda.filter(({ kind }) => kind === "siteVisit");
  const parts: SchemePart[] = [
    { heading: t("agenda.scheme.time"), text: timeOf(facts, t, language) },
    { heading: t("agenda.scheme.place"), text: facts.place || t("meeting.index.notSaid") },
    { heading: t("agenda.scheme.chair"), text: chairOf(facts, t, language) },
    { heading: t("agenda.scheme.called"), lines: calledLines(facts, t, language) },
    { heading: t("agenda.scheme.agenda"), lines: facts.agenda.map((entry, at) => agendaLine(entry, at, t)) },
    {
      heading: t("agenda.scheme.visit"),
      text: visits.length > 0 ? undefined : t("agenda.scheme.noVisit"),
      lines: visits.map(({ title }) => title),
    },
    {
      heading: t("agenda.scheme.lookBack"),
      text:
        facts.openTasks > 0
          ? t("agenda.scheme.lookBackText", { count: facts.openTasks })
          : t("agenda.scheme.noLookBack"),
    },
    { heading: t("agenda.scheme.papers"), ...papersOf(facts, t) },
  ];
  return { title: t("agenda.scheme.title", { meeting }), office: named(facts.host, language), parts };
}

function timeOf({ meeting, startsAt, minutes }: SchemeFacts, t: Translate, language: string): string {
  const date = writtenDay(meeting.date, language);
  const day = startsAt ? t("agenda.scheme.at", { date, time: startsAt }) : date;
  return t("agenda.scheme.lasting", { day, minutes: minutes.planned });
}

function chairOf({ chair }: SchemeFacts, t: Translate, language: string): string {
  if (!chair) return t("meeting.index.notSaid");
  return [named(chair.post, language), chair.name].filter(Boolean).join(" ");
}

function calledLines({ called }: SchemeFacts, t: Translate, language: string): string[] {
  const classes = [...new Set(called.map(({ invitation }) => invitation))].filter((one) => one !== "chair");
  return classes.map((invitation) => {
    const units = called
      .filter((one) => one.invitation === invitation)
      .map(({ unit, people }) =>
        people.length > 0
          ? t("ui.aside", { name: named(unit, language), aside: people.join(t("session.comma")) })
          : named(unit, language),
      );
    return `${t(`session.invitation.${invitation}`)}${t("session.colon")}${[...new Set(units)].join(t("session.comma"))}`;
  });
}

function agendaLine(entry: SchemeEntry, at: number, t: Translate): string {
  const { title, presenter, minutes, from, until } = entry;
  const asides = [
    from && until
      ? t("agenda.time.clock", { from, until })
      : minutes && t("session.minutesCount", { count: minutes }),
    presenter && t("session.agenda.presentedBy", { name: presenter }),
  ].filter(Boolean);
  const words = t("agenda.scheme.entry", { number: at + 1, title: title || t("session.untitled") });
  return asides.length > 0
    ? t("ui.aside", { name: words, aside: asides.join(t("session.semicolon")) })
    : words;
}

function papersOf({ agenda }: SchemeFacts, t: Translate): Pick<SchemePart, "text" | "lines"> {
  const lines = agenda.flatMap(({ papers }, at) =>
    papers.map((name) => t("agenda.scheme.paper", { number: at + 1, name })),
  );
  return lines.length > 0 ? { lines } : { text: t("agenda.scheme.noPapers") };
}
