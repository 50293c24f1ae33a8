import type { SharedConcept } from "~/likeness/terms";

/** A unit that is likely to lead by an item of the duty list which the words of a slip tell of. */
export interface LeadByWords {
  unitId: string;
  /** The duty that it rests on, as it is cited. */
  duty: string;
}

/** An open task that a slip may repeat. */
export interface LikeTask {
  number: string;
  title: string;
  text: string;
  dueDate: string;
  leadUnitId: string;
  /** Words of both. */
  common: string[];
  /** Words of the same concept. */
  concepts: SharedConcept[];
}

/** What can be told of a slip while it is being written. */
export interface SlipHelp {
  tasks: LikeTask[];
  leads: LeadByWords[];
}

/** What is told of a slip that says too little. */
export const noHelp: SlipHelp = { tasks: [], leads: [] };

// What an address may hold; what a decision is about stands at its beginning.
const most = { title: 100, words: 300 } as const;
const least = 4;

/** What is asked about a slip. */
export interface AskedSlip {
  topicId: string;
  /** Of its topic. */
  title: string;
  words: string;
}

/** Says in an address what a slip says so far; "" where that is too little to tell anything by. */
export function slipQuery({ topicId, title, words }: AskedSlip): string {
  if (words.trim().length < least) return "";
  return new URLSearchParams({
    topic: topicId,
    title: title.slice(0, most.title),
    words: words.trim().slice(0, most.words),
  }).toString();
}

/** Reads it again. */
export function readSlip(asked: URLSearchParams): AskedSlip {
  const text = (name: keyof typeof most) => (asked.get(name) ?? "").slice(0, most[name]);
  return { topicId: asked.get("topic") ?? "", title: text("title"), words: text("words") };
}
