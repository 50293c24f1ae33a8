import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button, type ButtonVariant, buttonClass } from "./Button";
import { ModalBox } from "./ModalBox";
import { OnceForm } from "./OnceForm";
import { RefusalNotice } from "./RefusalNotice";
import { type RefusedForm, TypedProvider, useRefusedForm } from "./typed";
import { useHydrated } from "./useHydrated";

/** Props of {@link ConfirmButton}. */
export interface ConfirmButtonProps {
  /** What it does: "Return the list to the street". */
  label: string;
  /** What will follow, in a sentence or two. */
  consequence: ReactNode;
  /** The second press; left out, the label again. */
  confirmLabel?: string;
  variant?: ButtonVariant;
  size?: "normal" | "small";
  /** Name and value sent with the form when confirmed. */
  name?: string;
  value?: string;
  /** Sent with it unseen, such as which line it is about. */
  hidden?: Record<string, string>;
  /** Given, it posts its own form there ("" = this page); left out, it submits the form around it or `form`. */
  action?: string;
  form?: string;
  /** Further fields, such as a reason; those that take `useTyped` as their default keep what was typed when refused. */
  children?: ReactNode;
}

interface QuestionProps extends ConfirmButtonProps {
  refused?: RefusedForm;
  cancel?: () => void;
}

function Question(props: QuestionProps) {
  const {
    label,
    consequence,
    confirmLabel,
    variant = "danger",
    name,
    value,
    action,
    form,
    hidden = {},
    children,
    refused,
    cancel,
  } = props;
  const { t } = useTranslation();
  const inside = (
    <div className="stack">
      {refused && cancel && (
        <RefusalNotice messageKey={`refusal.${refused.refusal.code}`} values={refused.refusal.values} />
      )}
      <div>{consequence}</div>
      {Object.entries(hidden).map(([key, sent]) => (
        <input key={key} type="hidden" name={key} value={sent} />
      ))}
      <TypedProvider value={refused?.typed ?? {}}>{children}</TypedProvider>
      <div className="form-actions">
        <Button data-confirm="" variant={variant} name={name} value={value} form={form}>
          {confirmLabel ?? label}
        </Button>
        {cancel && (
          <Button type="button" variant="quiet" onClick={cancel}>
            {t("ui.cancel")}
          </Button>
        )}
      </div>
    </div>
  );
  if (action === undefined) return inside;
  return <OnceForm action={action === "" ? undefined : action}>{inside}</OnceForm>;
}

// The answer may be a refusal on the page behind, whichever form it is: do not stand before it.
function useCloseOnSubmit(box: RefObject<HTMLDialogElement>, open: boolean) {
  useEffect(() => {
    const form = box.current?.querySelector<HTMLButtonElement>("[data-confirm]")?.form;
    if (!open || !form) return;
    const close = () => box.current?.close();
    form.addEventListener("submit", close);
    return () => form.removeEventListener("submit", close);
  }, [box, open]);
}

function ConfirmDialog(props: QuestionProps) {
  const { label, variant = "danger", size, refused } = props;
  const box = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useCloseOnSubmit(box, open);
  const refusal = refused?.refusal;
  useEffect(() => setOpen(refusal !== undefined), [refusal]);
  return (
    <>
      <Button
        type="button"
        variant={variant}
        size={size}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ModalBox title={label} shape="dialog" box={box} open={open} onClose={() => setOpen(false)}>
        <Question {...props} cancel={() => box.current?.close()} />
      </ModalBox>
    </>
  );
}

/** A button for what cannot simply be taken back: asks once and says what will follow. Without script it folds open instead. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const hydrated = useHydrated();
  const { name, value, hidden, children } = props;
  const answer = useRefusedForm({ ...hidden, ...(name && { [name]: value }) });
  // Where nothing was typed there is nothing to come back to.
  const refused = children ? answer : undefined;
  if (hydrated) return <ConfirmDialog {...props} refused={refused} />;
  return (
    <details className="confirm" open={refused !== undefined}>
      <summary className={buttonClass(props.variant ?? "danger", props.size)}>{props.label}</summary>
      <div className="confirm-panel">
        <Question {...props} refused={refused} />
      </div>
    </details>
  );
}
