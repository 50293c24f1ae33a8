import { Link } from "@remix-run/react";
import { type ReactNode, type RefObject, useEffect, useId, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { buttonClass } from "./Button";

/** What Dialog and Drawer share. */
export interface ModalBoxProps {
  title: ReactNode;
  shape: "dialog" | "drawer";
  box: RefObject<HTMLDialogElement>;
  open: boolean;
  onClose: () => void;
  /** The page to go back to; a link, so that it also closes without script. */
  closeTo?: string;
  children: ReactNode;
}

function CloseControl({ box, closeTo }: Pick<ModalBoxProps, "box" | "closeTo">) {
  const { t } = useTranslation();
  const className = buttonClass("quiet", "small", "modal-close");
  if (closeTo !== undefined)
    return (
      <Link className={className} to={closeTo} preventScrollReset>
        {t("ui.close")}
      </Link>
    );
  return (
    <button type="button" className={className} onClick={() => box.current?.close()}>
      {t("ui.close")}
    </button>
  );
}

// The browser would give the focus to the close button, which comes first; where there is something to fill in, or to
// read before a key is pressed, start there.
const firstField = ".modal-body :is(input:not([type='hidden']), select, textarea, [data-begins])";

/**
 * A native <dialog>: the browser keeps the focus inside, closes it on Esc and gives the focus back.
 * Rendered open on the server it is readable without script; script then makes it modal.
 */
export function ModalBox({ title, shape, box, open, onClose, closeTo, children }: ModalBoxProps) {
  const [openAtFirst] = useState(open);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.matches(":modal")) {
      dialog.removeAttribute("open");
      dialog.showModal();
      dialog.querySelector<HTMLElement>(firstField)?.focus();
    } else if (!open && dialog.open) dialog.close();
  }, [box, open]);
  return (
    <dialog
      ref={box}
      className={`modal modal-${shape}`}
      aria-labelledby={titleId}
      open={openAtFirst}
      onClose={onClose}
    >
      <header className="modal-head">
        <h2 id={titleId}>{title}</h2>
        <CloseControl box={box} closeTo={closeTo} />
      </header>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}
