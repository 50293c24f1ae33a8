import type { Role } from "~/access/role";
import type { UnitKind } from "../unit";

const byKind: Record<UnitKind, readonly Role[]> = {
  district: ["leader", "admin"],
  office: ["office", "admin"],
  street: ["street"],
  community: ["community"],
  department: ["department"],
  utility: ["department"],
  contractor: ["department"],
};

/** What the holders of posts in a unit of this kind can be let do. */
export function rolesOfUnit(kind: UnitKind): readonly Role[] {
  return byKind[kind];
}
