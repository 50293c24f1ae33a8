import type { Actor } from "~/access/actor";
import { type ListView, showList } from "~/problem/list/showList.server";
import { canList } from "~/problem/permission";
import { takesLate } from "./lateRequest";

/**
 * The list that a late problem would join, with what its form offers; null for whoever may not ask for it, and while
 * none is asked for.
 */
export async function showLateForm(
  actor: Actor,
  input: { month: string; street: string },
): Promise<ListView | null> {
  const view = await showList(actor, input);
  if (!view || !canList(actor, "submit", { streetId: view.street.id })) return null;
  return takesLate(view.day.stage) && view.list.state !== "returned" ? view : null;
}
