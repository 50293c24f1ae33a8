import type { PublicDecision, PublicNews } from "./published";

/** Every promise of some decisions as a row of its own. */
export function newsOf(decisions: readonly PublicDecision[]): PublicNews[] {
  return decisions.flatMap(({ promises, ...decision }) => promises.map((promise) => ({ decision, promise })));
}

/** What has been found solved, the latest first. */
export function doneNews(news: readonly PublicNews[]): PublicNews[] {
  return news
    .filter(({ promise }) => promise.state === "done")
    .sort((one, other) => ((one.promise.solvedAt ?? "") < (other.promise.solvedAt ?? "") ? 1 : -1));
}

/** What is still to be done, what is due first at the top. */
export function openNews(news: readonly PublicNews[]): PublicNews[] {
  return news
    .filter(({ promise }) => promise.state !== "done")
    .sort((one, other) => (one.promise.dueDate > other.promise.dueDate ? 1 : -1));
}
