import { eq } from "drizzle-orm";
import { confirmPassword } from "~/access/account/confirmPassword.server";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { lastSignOff } from "~/meeting/approval/lastSignOff.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingInWriting } from "~/meeting/conduct/loadSession.server";
import type { Queries } from "~db/connect";
import { minutesSignOff } from "~db/schema";
import { minutesToSign } from "./minutesToSign.server";

/**
 * Signs the minutes off as their chair, with the password once more: the text that was laid before them, by its hash.
 * Refuses like `minutesToSign` and `confirmPassword`, with `nothingToSign` where nothing waits for them. Where they read
 * otherwise by now the proposal is taken back, whoever made it is told, and it refuses with `changedMeanwhile`.
 */
export async function signMinutes(
  actor: Actor,
  input: { slug: string; sha256: string; password: string },
  now: string,
): Promise<Result<null>> {
  const toSign = await minutesToSign(actor, input.slug, "answers");
  if (!toSign.ok && toSign.refusal.code !== "minutesIncomplete") return toSign;
  const confirmed = await confirmPassword(actor, input.password, now);
  if (!confirmed.ok) return confirmed;
  const reads = toSign.ok ? toSign.value.sha256 : null;
  return answer(
    actor,
    { ...input, state: reads === input.sha256 ? "signed" : "takenBack", words: "" },
    now,
    confirmed.value,
  );
}

/** Returns the minutes with what is to be changed, as their chair. Refuses like {@link signMinutes}. */
export async function returnMinutes(
  actor: Actor,
  input: { slug: string; sha256: string; words: string },
  now: string,
): Promise<Result<null>> {
  const toSign = await minutesToSign(actor, input.slug, "answers");
  if (!toSign.ok && toSign.refusal.code !== "minutesIncomplete") return toSign;
  return answer(actor, { ...input, state: "returned" }, now);
}

interface Answer {
  slug: string;
  sha256: string;
  state: "signed" | "returned" | "takenBack";
  words: string;
}

const verbs = {
  signed: "session.signMinutes",
  returned: "session.returnMinutes",
  takenBack: "session.takeBackMinutes",
} as const;

async function answer(
  actor: Actor,
  { slug, sha256, state, words }: Answer,
  now: string,
  also: (tx: Queries) => Promise<void> = async () => undefined,
): Promise<Result<null>> {
  const answered = await changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingInWriting(tx, actor, slug, ["minutes"]);
    if (!found.ok) return found;
    const { id: meetingId, chairPostId } = found.value;
    if (actor.postId !== chairPostId) return refuse("notAllowed");
    const last = await lastSignOff(tx, found.value);
    if (last?.state !== "proposed" || last.sha256 !== sha256) return refuse("nothingToSign");
    await also(tx);
    const by = { answeredByPersonId: actor.personId, answeredByPostId: actor.postId, answeredAt: now };
    await tx
      .update(minutesSignOff)
      .set({ state, words, ...by })
      .where(eq(minutesSignOff.id, last.id));
    await book({
      verb: verbs[state],
      subject: { kind: "meeting", id: meetingId },
      after: { sha256, ...(words ? { word: words } : {}) },
      told: true,
    });
    await later(freshness, { kind: "stage", slug });
    return done(null);
  });
  return answered.ok && state === "takenBack" ? refuse("changedMeanwhile") : answered;
}
