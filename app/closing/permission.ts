import type { Actor } from "~/access/actor";
import { mayKeepUnits } from "~/unit/permission";
import type { UnitKind } from "~/unit/unit";

/** Whether somebody may close a unit of this kind, or merge it into another; the district itself stays. */
export function mayClose(actor: Pick<Actor, "role">, { kind }: { kind: UnitKind }): boolean {
  return mayKeepUnits(actor) && kind !== "district" && kind !== "office";
}
