import Bowser from "bowser";

// Longer ones are nobody's.
const longest = 400;

/** Names browser and system of a User-Agent header, such as "Chrome, Windows"; empty where it says neither. */
export function browserName(userAgent: string | null): string {
  if (!userAgent) return "";
  const { browser, os } = Bowser.parse(userAgent.slice(0, longest));
  return [browser.name, os.name].filter(Boolean).join(", ");
}
