/** Most characters of one part of a name in an archive. */
const longest = 60;

// What no file system takes in a name, or would take for more than a name.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be found
const notInNames = /[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Makes of a title what can name a folder or file in an archive. */
export function partName(title: string): string {
  const bare = title
    .replace(notInNames, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+|\.+$/g, "");
  return [...bare].slice(0, longest).join("").trim() || "_";
}

/** Gives each name once: the second of the same becomes "name (2).ext". Letters' case does not tell two apart. */
export function namesApart(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const at = name.lastIndexOf(".") > name.lastIndexOf("/") ? name.lastIndexOf(".") : name.length;
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count++)
      free = `${name.slice(0, at)} (${count})${name.slice(at)}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
