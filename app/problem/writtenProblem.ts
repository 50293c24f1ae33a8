import { ruleCode } from "~/rules/ruleLists";

/** What a problem says so far. */
export interface WrittenProblem {
  title: string;
  words: string;
  place: string;
  problemClass?: string;
}

// What an address may hold; the words that tell stand at the beginning.
const most = { title: 100, words: 300, place: 100 } as const;

/** Says in an address what a form holds of a problem so far; "" where that is too little to propose anything by. */
export function writtenQuery(form: FormData): string {
  const text = (name: string) => String(form.get(name) ?? "");
  const title = text("title").slice(0, most.title);
  const words = `${text("summary")} ${text("originalWording")}`.trim().slice(0, most.words);
  if (`${title}${words}`.trim().length < 4) return "";
  const place = text("place").slice(0, most.place);
  return new URLSearchParams({ title, words, place, class: text("problemClass") }).toString();
}

/** Reads it again. */
export function readWritten(asked: URLSearchParams): WrittenProblem {
  const text = (name: keyof typeof most) => (asked.get(name) ?? "").slice(0, most[name]);
  return {
    ...{ title: text("title"), words: text("words"), place: text("place") },
    problemClass: ruleCode().safeParse(asked.get("class")).data,
  };
}
