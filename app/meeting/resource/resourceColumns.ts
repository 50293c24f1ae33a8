import { type Name, named } from "~/i18n/language";
import { meetingName } from "~/i18n/meetingName";
import type { Translate } from "~/i18n/textKey";
import { dayValue, type TextColumn } from "~/workbook/tableSheet";
import { amountWords } from "./amountWords";
import { needStanding } from "./need";
import type { ListedNeed, ShownOffer } from "./shownResource";

/** The columns of the list of needs. */
export function needColumns(t: Translate, language: string): TextColumn<ListedNeed>[] {
  const name = (of: Name) => named(of, language);
  return [
    { key: "number", head: t("resource.field.number"), text: (one) => one.number },
    { key: "words", head: t("resource.field.words"), text: (one) => one.words, width: 40 },
    {
      key: "subject",
      head: t("resource.field.subject"),
      text: ({ subject }) =>
        [subject.number ?? (subject.meeting && meetingName(subject.meeting, t, language)), subject.title]
          .filter(Boolean)
          .join(" "),
      width: 30,
    },
    { key: "owner", head: t("resource.field.owner"), text: (one) => name(one.owner), width: 24 },
    { key: "kind", head: t("resource.field.kind"), text: (one) => t(`room.resource.${one.kind}`) },
    { key: "amount", head: t("resource.field.amount"), text: (one) => amountWords(t, language, one) },
    {
      key: "lacking",
      head: t("resource.field.lacking"),
      text: (one) => (one.lacking > 0 ? amountWords(t, language, { ...one, amount: one.lacking }) : null),
    },
    { key: "from", head: t("resource.field.from"), text: (one) => dayValue(one.from) },
    { key: "until", head: t("resource.field.until"), text: (one) => dayValue(one.until) },
    {
      key: "matches",
      head: t("resource.field.matches"),
      text: ({ matches }) => (matches ? t("resource.match.count", { count: matches }) : null),
    },
    {
      key: "state",
      head: t("resource.field.state"),
      text: (one) => t(`resource.state.${needStanding(one)}`),
    },
  ];
}

/** The columns of the list of offers. */
export function offerColumns(t: Translate, language: string): TextColumn<ShownOffer>[] {
  return [
    { key: "number", head: t("resource.field.number"), text: (one) => one.number },
    { key: "words", head: t("resource.field.words"), text: (one) => one.words, width: 40 },
    { key: "unit", head: t("resource.field.unit"), text: (one) => named(one.unit, language), width: 24 },
    { key: "behalfOf", head: t("resource.field.behalfOf"), text: (one) => one.behalfOf, width: 24 },
    { key: "kind", head: t("resource.field.kind"), text: (one) => t(`room.resource.${one.kind}`) },
    { key: "amount", head: t("resource.field.amount"), text: (one) => amountWords(t, language, one) },
    {
      key: "left",
      head: t("resource.field.left"),
      text: (one) => (one.left > 0 ? amountWords(t, language, { ...one, amount: one.left }) : null),
    },
    { key: "from", head: t("resource.field.from"), text: (one) => dayValue(one.from) },
    { key: "until", head: t("resource.field.until"), text: (one) => dayValue(one.until) },
    { key: "state", head: t("resource.field.state"), text: (one) => t(`resource.state.${one.standing}`) },
  ];
}
