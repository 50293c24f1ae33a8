import { and, asc, count, desc, eq, inArray, isNull } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { file, opinion, opinionVersion, person, post, unit } from "~db/schema";
import { isLate } from "./opinion";
import { opinionFiles } from "./opinionFiles.server";
import type { ShownOpinion } from "./shownOpinion";

/**
 * Lists the opinions that were asked for at a meeting, as everybody who sees its agenda may read them: of what is not
 * submitted nothing but that the unit is silent.
 */
export async function opinionsOf(
  db: Queries,
  reader: Pick<Actor, "unitId" | "role">,
  meetingId: string,
  today: string,
): Promise<ShownOpinion[]> {
  const rows = await db
    .select({ opinion, unit })
    .from(opinion)
    .innerJoin(unit, eq(unit.id, opinion.unitId))
    .where(and(eq(opinion.meetingId, meetingId), isNull(opinion.takenBackAt)))
    .orderBy(asc(opinion.id));
  const said = await lastSubmitted(
    db,
    rows.map((row) => row.opinion.id),
  );
  const attached = await countFiles(
    db,
    rows.map((row) => row.opinion.id),
  );
  return rows.map(({ opinion: asked, unit: of }) => {
    const { id, topicId, unitId, dueOn, submittedAt } = asked;
    const last = said.get(id);
    return {
      ...{ id, topicId, unitId, dueOn, unit: nameOfUnit(of) },
      late: isLate({ dueOn, submittedOn: submittedAt && dayOf(submittedAt) }, today),
      voice: last?.version.position ?? "silent",
      terms: last?.version.terms ?? "",
      text: last?.version.text ?? "",
      submitted: last
        ? {
            ...{ at: last.version.at, ordinal: last.version.ordinal, person: last.person },
            post: { zh: last.post.titleZh, en: last.post.titleEn },
          }
        : null,
      files: last ? (attached.get(id) ?? 0) : 0,
      own: unitId === reader.unitId && seesContents(reader),
    };
  });
}

async function countFiles(db: Queries, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: file.subjectId, files: count() })
    .from(file)
    .where(and(eq(file.kind, opinionFiles.kind), inArray(file.subjectId, [...ids]), isNull(file.removedAt)))
    .groupBy(file.subjectId);
  return new Map(rows.map(({ id, files }) => [id, files]));
}

/** What was submitted last of each opinion, with who did. */
async function lastSubmitted(db: Queries, ids: readonly string[]) {
  const rows = await db
    .select({ version: opinionVersion, person: person.name, post })
    .from(opinionVersion)
    .innerJoin(person, eq(person.id, opinionVersion.byPersonId))
    .innerJoin(post, eq(post.id, opinionVersion.byPostId))
    .where(inArray(opinionVersion.opinionId, [...ids]))
    .orderBy(desc(opinionVersion.ordinal));
  const last = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!last.has(row.version.opinionId)) last.set(row.version.opinionId, row);
  return last;
}
