import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const every = 1_000;

/** Loads the page anew every second while what it shows is under way. */
export function useProgress(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, every);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
}
