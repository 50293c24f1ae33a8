/** The lines of a list typed one entry a line, without empty ones. */
export function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => line.trim() || []);
}

/** Puts the text that is selected inside a box into its list of passages, each line of it once. */
export function takeSelected(box: HTMLElement | null): void {
  const selection = document.getSelection();
  const list = box?.querySelector<HTMLTextAreaElement>("textarea[name=passages]");
  if (!selection?.anchorNode || !list || !box?.contains(selection.anchorNode)) return;
  list.value = [...new Set([...linesOf(list.value), ...linesOf(selection.toString())])].join("\n");
  selection.removeAllRanges();
}
