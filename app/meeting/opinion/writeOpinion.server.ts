import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { ledgerScopeOf } from "~/meeting/conduct/ledgerScope";
import type { Queries } from "~db/connect";
import { opinion, opinionVersion } from "~db/schema";
import { type FoundOpinion, findOpinion, versionsOf } from "./findOpinion.server";
import { isWritable, needsTerms, type Position } from "./opinion";

/** What a unit has written, and which state of it was shown. */
export interface Written {
  slug: string;
  opinionId: string;
  position?: Position;
  terms: string;
  text: string;
  version: number;
}

/**
 * Saves an opinion as a draft, which nobody but its unit sees; what was submitted before stays as it was. Refuses with
 * `notFound`, `notAllowed`, `wrongStage`, `changedMeanwhile`.
 */
export async function saveOpinion(actor: Actor, input: Written, now: string): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const saved = await save(tx, book, actor, input);
    return saved.ok ? done(null) : saved;
  });
}

/**
 * Submits an opinion in the name of a person and a post: from then on everybody who sees the agenda sees it, and what
 * was submitted is kept. Refuses like `saveOpinion`, and with `opinionWithoutPosition`, `opinionWithoutTerms`.
 */
export async function submitOpinion(actor: Actor, input: Written, now: string): Promise<Result<null>> {
  const { position, terms, text } = input;
  return change(actor, now, async (tx, book) => {
    const saved = await save(tx, book, actor, input);
    if (!saved.ok) return saved;
    if (!position) return refuse("opinionWithoutPosition", { field: "position" });
    if (needsTerms(position) && !terms) return refuse("opinionWithoutTerms", { field: "terms" });
    const found = saved.value;
    const [last] = await versionsOf(tx, found.id);
    const ordinal = (last?.ordinal ?? 0) + 1;
    const by = { byPersonId: actor.personId, byPostId: actor.postId };
    await tx
      .insert(opinionVersion)
      .values({ id: newId(), opinionId: found.id, ordinal, position, terms, text, at: now, ...by });
    // Late is who was late with the first; a correction afterwards makes nobody late.
    await tx
      .update(opinion)
      .set({ submittedAt: found.submittedAt ?? now })
      .where(eq(opinion.id, found.id));
    await book({
      verb: "session.submitOpinion",
      subject: { kind: "opinion", id: found.id },
      scopeUnitId: ledgerScopeOf(found.meeting),
      before: last && { voice: last.position, terms: last.terms, text: last.text },
      after: { voice: position, terms, text, ordinal },
      told: true,
    });
    return done(null);
  });
}

async function save(tx: Queries, book: Book, actor: Actor, input: Written): Promise<Result<FoundOpinion>> {
  const { slug, opinionId, position = null, terms, text, version } = input;
  const found = await findOpinion(tx, actor, opinionId);
  if (!found || found.meeting.slug !== slug) return refuse("notFound");
  if (!found.own) return refuse("notAllowed");
  if (!isWritable(found.meeting)) return refuse("wrongStage");
  const subject = { kind: "opinion", id: found.id };
  if (version !== found.version) return overtaken(tx, subject);
  const changed = await tx
    .update(opinion)
    .set({ position, terms, text, version: version + 1 })
    .where(and(eq(opinion.id, found.id), eq(opinion.version, version)))
    .returning({ id: opinion.id });
  if (changed.length !== 1) return overtaken(tx, subject);
  await book({
    verb: "session.saveOpinion",
    subject,
    scopeUnitId: found.unitId,
    before: { voice: found.position, terms: found.terms, text: found.text },
    after: { voice: position, terms, text },
  });
  return done(found);
}
