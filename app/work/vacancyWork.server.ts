import type { Actor } from "~/access/actor";
import { vacantUnitsAddress } from "~/address/units";
import { vacantPosts } from "~/unit/post/findVacant.server";
import type { Queries } from "~db/connect";
import type { BareItem } from "./work";

/** For the consultation office: posts in which there is nobody, not even somebody who stands in. */
export async function vacancyWork(db: Queries, actor: Actor, now: string): Promise<BareItem[]> {
  if (actor.role !== "office") return [];
  const vacant = await vacantPosts(db, now);
  if (vacant.length === 0) return [];
  return [
    {
      key: "vacant",
      what: { kind: "vacantPosts" },
      why: "office",
      count: vacant.length,
      until: null,
      waiting: true,
      to: vacantUnitsAddress,
    },
  ];
}
