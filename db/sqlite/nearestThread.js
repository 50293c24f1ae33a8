// Runs beside the server, on a thread of its own with a connection that only reads; see nearest.ts.
import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { compare, countsOf, weightOf } from "./likenessScore.js";

// Places of terms that are gone through for one question: rare terms first, so that what says most is among them.
const mostPlaces = 100_000;
// Compared in full.
const mostCandidates = 300;
// Asked at once which of them the reader may see.
const slice = 50;
// Counts are kept until there are so many more texts; of the terms that are asked for, what is soon counted is counted
// again, because a few more make a difference there.
const growth = 1.25;
const soonCounted = 1_000;

const connection = new Sqlite(workerData.file, { readonly: true });
connection.pragma("busy_timeout = 5000");
const places = {};
const counted = {};
for (const kind of ["problem", "task"]) {
  connection.exec(`create virtual table temp.${kind}_terms using fts5vocab(main, 'likeness_${kind}', 'row')`);
  const found = `select rowid from likeness_${kind} where likeness_${kind} match ? order by rowid desc limit ?`;
  places[kind] = connection.prepare(found).pluck();
  counted[kind] = connection.prepare(`select doc from temp.${kind}_terms where term = ?`).pluck();
}
const own = connection.prepare("select id, terms from search_entry where kind = ? and subject_id = ?");
const entry = connection.prepare("select id, subject_id, terms from search_entry where id = ?");
const last = connection.prepare("select max(id) from search_entry").pluck();

/** How often terms occur, by kind, when there were so many texts. */
let kept = { all: 0, problem: new Map(), task: new Map() };

function countAll() {
  const all = last.get() ?? 0;
  if (all > kept.all * growth || all < kept.all) kept = { all, problem: new Map(), task: new Map() };
  return all;
}

function foundIn(kind, term) {
  const known = kept[kind].get(term);
  if (known !== undefined) return known;
  const number = counted[kind].get(term) ?? 0;
  kept[kind].set(term, number);
  return number;
}

function countAgain(kind, terms) {
  for (const term of terms.keys()) if ((kept[kind].get(term) ?? 0) < soonCounted) kept[kind].delete(term);
}

/** What entries have in common with a question, by their ids; emptied after each. */
let scores = new Float32Array(1 << 16);

/** The ids whose scores are among the highest, and no score any more. */
function highest(touched, most) {
  const sorted = Float32Array.from(touched, (id) => scores[id]).sort();
  const least = sorted[Math.max(0, sorted.length - most)] ?? 0;
  const ids = touched.filter((id) => scores[id] >= least).sort((a, b) => scores[b] - scores[a]);
  for (const id of touched) scores[id] = 0;
  return ids.slice(0, most);
}

/** Entries that share the rarest terms, those first that share most. */
function candidatesFor(kind, terms, weigh, all) {
  if (scores.length <= all) scores = new Float32Array(all * 2);
  const asked = [...terms]
    .map(([term, count]) => ({ term, found: foundIn(kind, term), weight: weigh(term, count) }))
    .filter(({ found, weight }) => found > 0 && weight > 0)
    .sort((a, b) => a.found / a.weight - b.found / b.weight);
  const touched = [];
  let left = mostPlaces;
  for (const { term, weight } of asked) {
    if (left <= 0) break;
    const ids = places[kind].all(`"${term}"`, left);
    left -= ids.length;
    for (const id of ids) {
      if (scores[id] === 0) touched.push(id);
      scores[id] += weight * weight;
    }
  }
  return highest(touched, mostCandidates);
}

/** Answers which of these subjects the reader may see. */
function visible({ sql, params, at }, ids) {
  const values = params.with(at, JSON.stringify(ids));
  return new Set(connection.prepare(sql).pluck().all(values));
}

function nearest({ kind, to, limit, atLeast, among }) {
  const all = countAll();
  const subject = to.terms === undefined ? own.get(to.kind, to.subjectId) : { id: null, terms: to.terms };
  if (!subject) return [];
  const terms = countsOf(subject.terms);
  countAgain(kind, terms);
  const weigh = (term, count) => weightOf(term, count, foundIn(kind, term), all);
  const alike = [];
  for (const id of candidatesFor(kind, terms, weigh, all)) {
    if (id === subject.id) continue;
    const other = entry.get(id);
    if (!other) continue;
    const { likeness, common } = compare(terms, countsOf(other.terms), weigh);
    if (likeness >= atLeast) alike.push({ subjectId: other.subject_id, likeness, common });
  }
  alike.sort((a, b) => b.likeness - a.likeness);
  const found = [];
  for (let from = 0; from < alike.length && found.length < limit; from += slice) {
    const part = alike.slice(from, from + slice);
    const seen = visible(
      among,
      part.map(({ subjectId }) => subjectId),
    );
    found.push(...part.filter(({ subjectId }) => seen.has(subjectId)));
  }
  return found.slice(0, limit);
}

// Of one commit: what is found, compared and asked for belongs together.
const inOneView = connection.transaction(nearest);

parentPort.on("message", (message) => {
  if (message === "stop") {
    connection.close();
    parentPort.close();
    return;
  }
  const { id, asked } = message;
  try {
    parentPort.postMessage({ id, found: inOneView(asked) });
  } catch (error) {
    parentPort.postMessage({ id, error });
  }
});
