import { createHash } from "node:crypto";
import type { Author } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { ListedProblem } from "~/problem/listedProblems.server";
import { canonicalJson } from "~/record/document/canonical";
import type { Queries } from "~db/connect";
import { listVersion, listVersionRow } from "~db/schema";
import { newestVersion } from "./acceptVersion.server";
import { type FrozenRow, type VersionWords, versionWords } from "./listVersion";

function frozen({ problem, concernedUnitIds }: ListedProblem): FrozenRow {
  const { number, problemClass, source, raisedAt, communityId, seesUnitId, powerUnitId, powerLacking } =
    problem;
  const { households, wishOn, spot } = problem;
  const words = Object.fromEntries(versionWords.map((field) => [field, problem[field] ?? ""]));
  const units = { communityId, seesUnitId, powerUnitId, concernedUnitIds: [...concernedUnitIds].sort() };
  return {
    number,
    ...(words as Record<VersionWords, string>),
    facts: { problemClass, source, raisedAt, powerLacking, ...units, households, wishOn, spot },
  };
}

/** Computes the digest of a version: SHA-256 of its canonical JSON, as 64 hexadecimal digits. */
export function digestOf(version: {
  month: string;
  street: string;
  number: number;
  rows: readonly FrozenRow[];
}) {
  return createHash("sha256").update(canonicalJson(version)).digest("hex");
}

// SQLite takes a limited number of values in one statement.
const atOnce = 500;

/**
 * Keeps a list as it is submitted, as its next version.
 * @param list `street` is the street's id
 * @param rows what stands on it, in its order
 */
export async function freezeVersion(
  tx: Queries,
  list: { id: string; month: string; street: string; by: Pick<Author, "postId"> },
  rows: readonly ListedProblem[],
  now: string,
): Promise<{ number: number; sha256: string }> {
  const number = ((await newestVersion(tx, list.id))?.number ?? 0) + 1;
  const kept = rows.map(frozen);
  const sha256 = digestOf({ month: list.month, street: list.street, number, rows: kept });
  const versionId = newId();
  await tx.insert(listVersion).values({
    ...{ id: versionId, listId: list.id, number, sha256 },
    ...{ submittedAt: now, submittedByPostId: list.by.postId },
  });
  const values = kept.map(({ facts, ...words }, at) => ({
    ...{ id: newId(), versionId, at: at + 1, problemId: rows[at]!.problem.id },
    ...words,
    facts: canonicalJson(facts),
  }));
  for (let at = 0; at < values.length; at += atOnce)
    await tx.insert(listVersionRow).values(values.slice(at, at + atOnce));
  return { number, sha256 };
}
