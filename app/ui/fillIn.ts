/**
 * Puts values into the controls of a form that have a name, as if somebody had typed or chosen them, so that whatever
 * listens to them hears of it. Hidden controls and files are left as they are.
 */
export function fillIn(form: HTMLFormElement, name: string, values: readonly string[]): void {
  const controls = [...form.elements].filter((one) => "name" in one && one.name === name);
  let at = 0;
  for (const control of controls) {
    if (control instanceof HTMLSelectElement) choose(control, values);
    else if (control instanceof HTMLTextAreaElement) type(control, values[at++] ?? "");
    else if (!(control instanceof HTMLInputElement)) continue;
    else if (control.type === "checkbox" || control.type === "radio") press(control, values);
    else if (control.type !== "hidden" && control.type !== "file") type(control, values[at++] ?? "");
  }
}

function choose(select: HTMLSelectElement, values: readonly string[]): void {
  for (const option of select.options) option.selected = values.includes(option.value);
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function press(box: HTMLInputElement, values: readonly string[]): void {
  const on = values.includes(box.value);
  // One radio button goes out by another that is pressed.
  if (box.checked !== on && (on || box.type === "checkbox")) box.click();
}

function type(box: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (box.value === value) return;
  // Past the page layer, which would otherwise take the value for one that it has set itself and say nothing.
  const prototype = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, "value")!.set!.call(box, value);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
