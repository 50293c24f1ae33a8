/** What the gallery shows, and how. */
export interface Place {
  part: string | undefined;
  /** One state by itself; left out, all of the part. */
  state: string | undefined;
  language: "zh-CN" | "en";
  theme: "light" | "dark";
}

/** Reads `#PART/STATE?language=…&theme=…`. */
export function readPlace({ hash }: Pick<Location, "hash">): Place {
  const [path = "", query] = hash.slice(1).split("?");
  const [part, state] = path.split("/");
  const asked = new URLSearchParams(query);
  return {
    part: part || undefined,
    state: state || undefined,
    language: asked.get("language") === "en" ? "en" : "zh-CN",
    theme: asked.get("theme") === "dark" ? "dark" : "light",
  };
}

/** The address of it. */
export function placeHash({ part = "", state, language, theme }: Place): string {
  return `#${state === undefined ? part : `${part}/${state}`}?language=${language}&theme=${theme}`;
}
