import { useEffect, useRef, useState } from "react";

/** What stands in the control inside a box, also when the page writes into it. */
export function useTyped(initial: string) {
  const box = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const control = box.current?.querySelector("input");
    if (!control) return;
    const read = () => setValue(control.value);
    read();
    control.addEventListener("input", read);
    control.form?.addEventListener("reset", () => setTimeout(read));
    return () => control.removeEventListener("input", read);
  }, []);
  return { box, value };
}
