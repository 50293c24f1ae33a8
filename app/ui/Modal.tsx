import { useNavigate } from "@remix-run/react";
import { type MouseEvent, type ReactNode, useRef, useState } from "react";
import { Button, type ButtonVariant } from "./Button";
import { ButtonLink } from "./ButtonLink";
import { ModalBox } from "./ModalBox";

/** Props of Dialog and Drawer. */
export interface ModalProps {
  title: ReactNode;
  /** A function is given `close`. */
  children: ReactNode | ((close: () => void) => ReactNode);
  /** What the control that opens it says. Left out, `open` decides. */
  trigger?: ReactNode;
  variant?: ButtonVariant;
  size?: "normal" | "small";
  /** The page that does the same without script. Always give it where there is one. */
  to?: string;
  /** Opens and closes from outside. */
  open?: boolean;
  onClose?: () => void;
  /** For one that has its own address: where closing leads. */
  closeTo?: string;
}

function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function Trigger({
  trigger,
  variant,
  size,
  to,
  show,
}: Omit<ModalProps, "title" | "children"> & { show: () => void }) {
  if (to === undefined)
    return (
      <Button type="button" variant={variant} size={size} aria-haspopup="dialog" onClick={show}>
        {trigger}
      </Button>
    );
  function onClick(event: MouseEvent) {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    show();
  }
  return (
    <ButtonLink to={to} variant={variant} size={size} aria-haspopup="dialog" onClick={onClick}>
      {trigger}
    </ButtonLink>
  );
}

/** A trigger and the native dialog it opens; Dialog and Drawer are its two shapes. */
export function Modal(props: ModalProps & { shape: "dialog" | "drawer" }) {
  const { title, shape, trigger, open, onClose, closeTo, children } = props;
  const box = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  const navigate = useNavigate();
  function closed() {
    setShown(false);
    onClose?.();
    if (closeTo !== undefined) navigate(closeTo, { preventScrollReset: true });
  }
  return (
    <>
      {trigger !== undefined && <Trigger {...props} show={() => setShown(true)} />}
      <ModalBox {...{ title, shape, box, closeTo }} open={open ?? shown} onClose={closed}>
        {typeof children === "function" ? children(() => box.current?.close()) : children}
      </ModalBox>
    </>
  );
}
