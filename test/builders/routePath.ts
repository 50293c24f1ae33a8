/** The path of a flat route file: dots are slashes, $name a parameter, _index its folder itself. */
export function pathOf(file: string): string {
  return file
    .replace(/(^|\.)_index$/, "")
    .replaceAll("[.]", "\u0000")
    .split(".")
    .map((part) => (part === "$" ? "*" : part.replace(/^\$/, ":").replace(/_$/, "")))
    .join("/")
    .replaceAll("\u0000", ".");
}

/** The same with its parameters filled in, and an address that there is not for a path that takes any. */
export function pathTo(file: string, params: Record<string, string>): string {
  const path = pathOf(file).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  return `/${path.replace("*", "nothing/here")}`;
}
