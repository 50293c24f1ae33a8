import { remarks } from "~db/demo/texts";

// Which matter each written visit belongs to, in the order of the texts.
const visited = [
  ...["wjc-01", "wjc-05", "lqt-02", "wjc-04", "bzp-01", "sts-03", "hft-01"],
  ...["jjl-01", "fyl-01", "qsy-01", "jjl-04", "yxj-01", "ncd-03", "fyl-08"],
];

/** The visit that was paid to one of these matters before the day, if any. */
export function siteVisitOf(keys: readonly string[]): { title: string; words: string } | undefined {
  const at = visited.findIndex((key) => keys.includes(key));
  const words = remarks.siteVisits[at];
  const title = words?.split("：")[0];
  return words && title ? { title, words } : undefined;
}
