import { pathTo } from "../../builders/routePath";
import type { World } from "../../builders/world";
import type { RouteEntry } from "./routeTable";

/**
 * The address of a route, with the things of the world in it.
 * @param params of its address, where they are to be others than those of the table
 */
export function addressOf(
  world: World,
  file: string,
  entry: RouteEntry,
  params: Record<string, string> = entry.params?.(world) ?? {},
): string {
  return pathTo(file, params) + (entry.query ?? "");
}
