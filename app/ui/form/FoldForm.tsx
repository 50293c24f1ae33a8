import { useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { buttonClass } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider, useRefusedForm } from "~/ui/typed";

type Sent = Record<string, string>;

/** Props of {@link FoldForm}. */
export interface FoldFormProps {
  /** What opens it: "Add an entry". */
  label: string;
  /** Sent unseen; by these values the form is told from the others of the page. */
  hidden: Sent;
  /** Where another form of the page sends the same values: whether what was sent came from this one. */
  isMine?: (sent: Sent) => boolean;
  /** The buttons that send it. */
  submit: ReactNode;
  /** The fields; PlainText and the like keep what was typed when refused. */
  children: ReactNode;
}

/** Whether this form was just taken, and the page is being brought up to date. */
function useTaken({ hidden, isMine }: Pick<FoldFormProps, "hidden" | "isMine">): boolean {
  const { state, formData } = useNavigation();
  if (state !== "loading" || !formData) return false;
  const sent = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  return Object.entries(hidden).every(([name, value]) => sent[name] === value) && (isMine?.(sent) ?? true);
}

/** A form that adds something and stands folded behind a button; open again when refused, empty when taken. */
export function FoldForm(props: FoldFormProps) {
  const { label, hidden, isMine, submit, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const taken = useTaken(props);
  useEffect(() => {
    if (taken) form.current?.reset();
  }, [taken]);
  const answered = useRefusedForm(hidden);
  const refused = answered && (isMine?.(answered.typed) ?? true) ? answered : undefined;
  return (
    <details className="fold no-print" open={refused && true}>
      <summary className={buttonClass("secondary", "small")}>{label}</summary>
      <OnceForm className="fold-form fold-body" preventScrollReset ref={form}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TypedProvider value={refused?.typed ?? {}}>{children}</TypedProvider>
        <div className="form-actions">{submit}</div>
      </OnceForm>
    </details>
  );
}
