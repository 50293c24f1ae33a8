import type { Role } from "./role";

/** A post somebody holds, with the unit it belongs to. */
export interface HeldPost {
  id: string;
  role: Role;
  title: { zh: string; en: string };
  unitId: string;
  unitName: { zh: string; en: string };
  streetId: string | null;
  /** They only stand in, until that day (YYYY-MM-DD) or, where none is said, until somebody holds it. */
  standsIn: { until: string | null } | null;
}
