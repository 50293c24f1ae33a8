import { conceptsIn } from "~/likeness/concepts";
import type { Matter } from "~/likeness/terms";
import { thesaurus } from "~/likeness/thesaurus";
import { problems } from "~db/demo/texts";
import { foldForSearch } from "~db/searchFold";

/** Whole numbers below a bound. */
export type Draw = (below: number) => number;

const roads = [
  "永安",
  "文汇",
  "柳岸",
  "铁桥",
  "新塘",
  "顺和",
  "北渡",
  "枫林",
  "石桥",
  "东井",
  "梅园",
  "长堤",
];
const kinds = ["路", "街", "弄", "巷", "新村", "花园", "支路", "公寓"];

/** The words of each concept by the one it is known by. */
const wordsOf = new Map(
  thesaurus.flatMap(({ concepts }) =>
    concepts
      .toLowerCase()
      .trim()
      .split("\n")
      .map((line) => [line.split(" ")[0]!, line.split(" ")] as const),
  ),
);

const sentencesOf = (text: string) => text.match(/[^。！？；]+[。！？；]?/g) ?? [];

const sources = problems.map(({ title, summary, originalWording, problemClass }) => ({
  title,
  problemClass: problemClass,
  sentences: sentencesOf(`${originalWording}${summary}`),
}));

/** Says a sentence in other words: of each concept that it tells of, now and then with another word for it. */
function reworded(sentence: string, draw: Draw): string {
  let text = sentence;
  for (const { word, concepts } of conceptsIn(foldForSearch(sentence))) {
    const words = wordsOf.get(concepts[0]!.name)!;
    if (draw(3) === 0) text = text.replace(word, words[draw(words.length)]!);
  }
  return text;
}

/** A problem as people might have brought it: a real one's sentences, reworded, with one of another, at a made-up place. */
export function someMatter(draw: Draw): Required<Matter> {
  // Some matters come much more often than others.
  const source = sources[Math.min(draw(sources.length), draw(sources.length))]!;
  const other = sources[draw(sources.length)]!;
  const place = `${roads[draw(roads.length)]}${kinds[draw(kinds.length)]}${1 + draw(400)}号`;
  const sentences = [0, 1].map(() => source.sentences[draw(source.sentences.length)]!);
  const text = [...new Set(sentences), other.sentences[draw(other.sentences.length)]!];
  return {
    title: reworded(source.title, draw),
    text: text.map((sentence) => reworded(sentence, draw)).join(""),
    place,
    problemClass: source.problemClass,
  };
}
