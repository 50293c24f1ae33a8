import type { LineAttributes, LineForm } from "~/record/document/noteLines";

/** Where a line stands among its neighbours: in which list, with which number. */
export interface OutlinedLine {
  /** How many lists stand around it. */
  level: number;
  /** Of an entry of an ordered list: the number that is read before it. */
  number: number | null;
  /** In a list or a quotation that began before it. */
  inside: boolean;
  /** Of the first line of a list or a quotation: the lines that go on with it; null for any other. */
  group: number[] | null;
  /** What stands inside of the entry below its words: first lines of lists, paragraphs. */
  below: number[];
}

interface OpenList {
  depth: number;
  form: LineForm;
  first: number;
  last: number;
  count: number;
}

/**
 * Finds the lists and quotations that lines make up, as readers of the notes see them (see `inTree`).
 * @param lines null for what is no line, such as a table
 */
export function outlineOf(lines: readonly (LineAttributes | null)[]): OutlinedLine[] {
  const outline = lines.map((): OutlinedLine => {
    return { level: 0, number: null, inside: false, group: null, below: [] };
  });
  let open: OpenList[] = [];
  let quotation: number | null = null;
  for (const [at, line] of lines.entries()) {
    const own = outline[at]!;
    if (line?.form === "quote") {
      open = [];
      if (quotation === null) own.group = [];
      else outline[quotation]!.group?.push(at);
      own.inside = quotation !== null;
      quotation ??= at;
      continue;
    }
    quotation = null;
    if (line?.form === "bullet" || line?.form === "ordered") open = enter(outline, open, at, line);
    else open = line?.form === "paragraph" ? open.filter(({ depth }) => depth <= line.depth) : [];
    if (line?.form === "paragraph" && open.length > 0) {
      outline[open.at(-1)!.last]!.below.push(at);
      own.inside = true;
    }
    own.level = open.length;
  }
  return outline;
}

function enter(
  outline: OutlinedLine[],
  open: readonly OpenList[],
  at: number,
  { form, depth, start }: LineAttributes,
): OpenList[] {
  const own = outline[at]!;
  const outer = open.filter((one) => one.depth < depth);
  const same = start === undefined && open.find((one) => one.depth === depth && one.form === form);
  const list = same || { depth, form, first: at, last: at, count: (start ?? 1) - 1 };
  if (same) outline[same.first]!.group?.push(at);
  else {
    own.group = [];
    if (outer.length > 0) outline[outer.at(-1)!.last]!.below.push(at);
  }
  list.last = at;
  list.count += 1;
  own.number = form === "ordered" ? list.count : null;
  own.inside = (same !== false && same !== undefined) || outer.length > 0;
  return [...outer, list];
}
