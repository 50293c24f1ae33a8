import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { canScreen } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { acceptVersion } from "~/problem/version/acceptVersion.server";
import { findStreet } from "~/unit/namedUnits.server";

/**
 * Accepts the version of a list that its street submitted last. What is accepted can still be returned as long as
 * nothing on it is decided.
 * @param input `street` is the street's slug
 * Refuses with `notAllowed`, `notFound`, `listClosed` (it is not submitted), `alreadyAccepted`.
 */
export async function acceptList(
  actor: Actor,
  input: { month: string; street: string },
  now: string,
): Promise<Result<null>> {
  if (!canScreen(actor, "decide")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const street = await findStreet(tx, input.street);
    const found = street && (await findStreetList(tx, input.month, street.id));
    if (!found?.list) return refuse("notFound");
    if (found.list.state !== "submitted") return refuse("listClosed");
    if (!(await acceptVersion(tx, found.list.id, actor, now))) return refuse("alreadyAccepted");
    await book({
      verb: "problem.acceptList",
      subject: { kind: "list", id: found.list.id },
      after: { outcome: "accepted" },
    });
    return done(null);
  });
}
