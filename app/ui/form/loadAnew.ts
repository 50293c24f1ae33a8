import type { ShouldRevalidateFunction } from "@remix-run/react";

// What is refused with 409 is refused because something is no longer as the page shows it.
const conflict = 409;

/**
 * Loads a page anew also after a refusal that says that something has changed: the page layer would leave it as it
 * was. Every page with a form of `Meanwhile` exports it as `shouldRevalidate`.
 */
export const loadAnew: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === conflict || defaultShouldRevalidate;
