import type { Actor } from "~/access/actor";
import { done, type Result } from "~/ledger/result";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { read } from "~db/read";
import { placesLeftOut, shownText, takenDownBy } from "../leftOut";
import type { PublicTextKind } from "../publicText";
import type { PublicReason } from "../published";
import type { Passage } from "../withheld";
import { isOpen, type KeyedMark, marksIn, type StoredText } from "./look";
import { meetingShownPublic } from "./meetingToPublish.server";
import { canPublish } from "./permission";
import { type TopicToSee, topicsToSee } from "./topicsToSee.server";

/** Something that is left out of a public text, for whoever may put it back. */
export interface ShownLeftOut extends PublicReason, Passage {
  id: string;
  /** The passage as it is stored. */
  words: string;
}

/** One text of a topic on the page on which topics are published. */
export interface TextToSee {
  kind: PublicTextKind;
  /** Which of the promises or outcomes, from 1; 0 where there is but one. */
  ordinal: number;
  /** The office reads it as it is stored, everybody else as residents do; empty while nothing of it is public. */
  text: string;
  isShown: boolean;
  marks: KeyedMark[];
  left: ShownLeftOut[];
  takenDown: (PublicReason & { id: string }) | null;
}

/** One topic on that page. */
export interface TopicPublishing {
  id: string;
  version: number;
  number: string | null;
  title: string;
  isPublic: boolean;
  seenAt: string | null;
  waits: boolean;
  /** Marks about which somebody must decide. */
  open: number;
  texts: TextToSee[];
}

/** How far an issued meeting is public. */
export interface PublishingPage {
  meeting: ShownMeeting;
  now: string;
  /** Those that wait first, then the public ones, each in the order of the minutes. */
  topics: TopicPublishing[];
  can: { publish: boolean };
}

/**
 * The topics of an issued meeting, what residents read or will read of each, and for the office what may be personal
 * data in it. Refuses with `notFound`.
 */
export async function showPublishing(
  actor: Actor,
  slug: string,
  now: string,
): Promise<Result<PublishingPage>> {
  return read(async (db) => {
    const held = await meetingShownPublic(db, actor, slug);
    if (!held.ok) return held;
    const publishes = canPublish(actor);
    const topics = (await topicsToSee(db, held.value.id)).map((topic) => toPage(topic, publishes));
    const sorted = [...topics.filter(({ waits }) => waits), ...topics.filter(({ waits }) => !waits)];
    return done({ meeting: shownMeeting(held.value), now, topics: sorted, can: { publish: publishes } });
  });
}

function toPage(topic: TopicToSee, publishes: boolean): TopicPublishing {
  const { id, version, number, isPublic, seenAt, waits, texts } = topic;
  const marks = publishes && waits ? marksIn(texts) : [];
  const title = texts[0]!;
  return {
    ...{ id, version, number, isPublic, seenAt, waits },
    // The title stands on the published agenda; what is left out of it is left out for residents.
    title: publishes || waits ? title.text : shownText(title.text, title.left),
    open: marks.filter(isOpen).length,
    texts: texts.map((text, at) => ({
      ...{ kind: text.kind, isShown: text.isShown, ordinal: ordinalOf(texts, at) },
      ...(publishes ? asStored(text) : asResidentsRead(text)),
      marks: marks.filter((mark) => mark.at === at),
    })),
  };
}

function ordinalOf(texts: readonly StoredText[], at: number): number {
  const { kind } = texts[at]!;
  const alike = texts.filter((text) => text.kind === kind).length;
  return alike === 1 ? 0 : texts.slice(0, at + 1).filter((text) => text.kind === kind).length;
}

function asStored({ text, left, isShown }: StoredText): Pick<TextToSee, "text" | "left" | "takenDown"> {
  const down = takenDownBy(left);
  const places = isShown ? placesLeftOut(text, left) : [];
  return {
    text,
    takenDown: down ? { id: down.id, reason: down.reason, at: down.at } : null,
    left: places.map(({ start, end, leftOut }) => ({
      ...{ id: leftOut.id, reason: leftOut.reason, at: leftOut.at },
      ...{ start, end, words: text.slice(start, end) },
    })),
  };
}

function asResidentsRead({
  text,
  left,
  isShown,
}: StoredText): Pick<TextToSee, "text" | "left" | "takenDown"> {
  const down = isShown ? takenDownBy(left) : undefined;
  return {
    text: isShown ? shownText(text, left) : "",
    takenDown: down ? { id: "", reason: down.reason, at: down.at } : null,
    left: [],
  };
}
