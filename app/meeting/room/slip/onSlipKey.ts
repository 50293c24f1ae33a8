const fields = ".slip input:not([type='date']), .slip select, .slip textarea, .slip-new";

/**
 * What Enter does in a slip: it goes to the next field, from the last one to the next slip, and from that to adding one.
 * Shift and Enter begin a line. A list that is open takes Enter for itself.
 */
export function onSlipKey(event: KeyboardEvent): void {
  const { target } = event;
  const plain = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!plain || event.defaultPrevented || event.isComposing) return;
  if (!(target instanceof HTMLElement) || !target.matches("input, select, textarea")) return;
  const all = [...document.querySelectorAll<HTMLElement>(fields)];
  event.preventDefault();
  all[all.indexOf(target) + 1]?.focus();
}
