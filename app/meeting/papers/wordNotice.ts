import { isNamedByMonth } from "~/address/meetings";
import { writtenDay, writtenMonth } from "~/calendar/writtenDate";
import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { placeOf } from "~/meeting/conduct/placeOf";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { headingMark } from "~/meeting/sheet/paperNumbering";
import type { NoticedUnit, NoticeFacts } from "./notice";

/** A numbered part of the notice: what stands behind its heading, or in lines below. */
export interface NoticePart {
  heading: string;
  text?: string;
  lines?: string[];
}

/** The notice of a meeting in words. */
export interface WordedNotice {
  title: string;
  to: string;
  lead: string;
  parts: NoticePart[];
  attached: string;
  office: string;
  date: string;
  slip: { title: string; unit: string; columns: string[] };
}

/** Words the notice in a language. */
export function wordNotice(facts: NoticeFacts, t: Translate, language: string): WordedNotice {
  const name = (one: Name) => named(one, language);
  const { meeting } = facts;
  const called = isNamedByMonth(meeting.slug)
    ? t("papers.ofDay", { month: writtenMonth(meeting.slug, language, true) })
    : meeting.title;
  const parts: NoticePart[] = [
    { heading: t("papers.time"), text: timeOf(facts, language) },
    { heading: t("papers.place"), text: placeOf(meeting, language) || t("papers.placeLater") },
    ...(facts.chair
      ? [
          {
            heading: t("papers.chair"),
            text: t("session.paper.chair", { post: name(facts.chair.post), name: facts.chair.name }),
          },
        ]
      : []),
    {
      heading: t("papers.topics"),
      lines: facts.topics.map((title, at) => `${headingMark(2, at + 1, language)}${title}`),
    },
    { heading: t("papers.units"), lines: unitLines(facts.units, t, name) },
    { heading: t("papers.replies"), text: repliesOf(facts, t, language) },
  ];
  return {
    title: t("papers.noticeTitle", { meeting: called }),
    to:
      inOrder(facts.units)
        .map(({ unit }) => name(unit))
        .join(t("session.comma")) || t("papers.unitsConcerned"),
    lead: t("papers.lead", { meeting: called, date: writtenDay(meeting.date, language) }),
    parts: parts.map((part, at) => ({ ...part, heading: headingMark(1, at + 1, language) + part.heading })),
    attached: t("papers.attached"),
    office: name(facts.organiser),
    date: writtenDay(facts.signedOn, language),
    slip: {
      title: t("papers.slip"),
      unit: facts.slipOf ? name(facts.slipOf) : "",
      columns: [t("reply.name"), t("reply.post"), t("papers.telephone"), t("papers.remark")],
    },
  };
}

function timeOf({ meeting: { date, startsAt } }: NoticeFacts, language: string): string {
  return [writtenDay(date, language), startsAt].filter(Boolean).join(" ");
}

const order: readonly InvitationClass[] = [
  "lead",
  "attend",
  "assist",
  "writtenOpinion",
  "onCall",
  "resident",
];

const inOrder = (units: readonly NoticedUnit[]) =>
  order.flatMap((one) => units.filter(({ invitation }) => invitation === one));

/** A line for each way of being called, the units behind it; those whose head is asked for once more below. */
function unitLines(units: readonly NoticedUnit[], t: Translate, name: (one: Name) => string): string[] {
  const names = (of: readonly NoticedUnit[]) => of.map(({ unit }) => name(unit)).join(t("session.comma"));
  const heads = units.filter(({ asksForHead }) => asksForHead);
  return [
    ...order.flatMap((one) => {
      const called = units.filter(({ invitation }) => invitation === one);
      return called.length === 0
        ? []
        : [t("papers.unitsAs", { as: t(`session.invitation.${one}`), names: names(called) })];
    }),
    ...(heads.length > 0 ? [t("papers.heads", { names: names(heads) })] : []),
  ];
}

function repliesOf({ replyBy, contact }: NoticeFacts, t: Translate, language: string): string {
  const where = named(contact, language);
  const asked = t("papers.replyBy", { date: writtenDay(replyBy, language) });
  return where ? asked + t("papers.contact", { where }) : asked;
}
