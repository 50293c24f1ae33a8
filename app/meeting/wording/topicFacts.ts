import { writtenDay } from "~/calendar/writtenDate";
import type { Translate } from "~/i18n/textKey";
import type { Outcome } from "~/meeting/conduct/topic";

/** What the minutes can say of a topic, besides its resolutions. */
export interface WordedTopic {
  title: string;
  presenter: string;
  outcome: Outcome | null;
  outcomeNote: string;
  /** The day to which it was put off; with `called`, a meeting that calls it there. */
  deferredTo?: { date: string; called?: boolean };
  /** What was marked for the minutes in the record, a line each. */
  marked?: readonly string[];
  resolutions: readonly unknown[];
}

/** The facts that the wording of a topic may name. Without its outcome nothing is issued. */
export type TopicFact = "title" | "presenter" | "outcome";

/** What each fact of a topic reads. */
export function topicFacts(
  topic: Omit<WordedTopic, "marked">,
  t: Translate,
  language: string,
): Record<TopicFact, string> {
  const { title, presenter, outcome, outcomeNote } = topic;
  const decided = outcome ? t(`session.paper.decided.${outcome}`) : t("session.paper.decided.open");
  return {
    title,
    presenter,
    outcome: decided + deferral(topic, t, language) + noted({ outcome, outcomeNote }, t),
  };
}

/** Why a topic was not passed; what was noted on one that was stands as it is. */
export function noted({ outcome, outcomeNote }: Pick<WordedTopic, "outcome" | "outcomeNote">, t: Translate) {
  const text = ended(outcomeNote, t);
  return text && outcome === "notPassed" ? t("session.paper.reason", { text }) : text;
}

/** To which day a topic was put off, as a sentence; empty where it was not. */
export function deferral({ deferredTo }: Pick<WordedTopic, "deferredTo">, t: Translate, language: string) {
  if (!deferredTo) return "";
  const date = writtenDay(deferredTo.date, language);
  return t(`session.paper.${deferredTo.called ? "deferredToMeeting" : "deferredTo"}`, { date });
}

const ends = /[。．.！!？?；;：:]$/;

/** A text that ends as a sentence; empty stays empty. */
export function ended(text: string, t: Translate): string {
  const trimmed = text.trim();
  return trimmed === "" || ends.test(trimmed) ? trimmed : `${trimmed}${t("session.stop")}`;
}
