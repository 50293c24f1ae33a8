import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and in the first paint, true once script runs: the switch between a plain control and its better form. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
