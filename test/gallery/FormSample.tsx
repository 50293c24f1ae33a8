import { type FieldMetadata, type FormMetadata, useForm } from "@conform-to/react";
import { type ReactNode, useEffect, useId, useRef } from "react";

/** What the fields of a sample hold. */
type Values = { text?: string; day?: string; choice?: string; choices?: string[] };

/** The form that samples of fields stand in. */
type SampleForm = Values & { file?: File };

type SampleFields = Required<{ [Name in keyof SampleForm]: FieldMetadata<SampleForm[Name], SampleForm> }>;

/** Props of {@link FormSample}. */
export interface FormSampleProps {
  values?: Values;
  /** Message keys by field; under "" those of the form itself. */
  errors?: Record<string, string[]>;
  children: (fields: SampleFields, form: FormMetadata<SampleForm>) => ReactNode;
}

/** A form with values and errors as after it was sent. */
export function FormSample({ values = {}, errors, children }: FormSampleProps) {
  const [form, fields] = useForm<SampleForm>({
    id: useId(),
    defaultValue: values,
    lastResult: errors && {
      status: "error",
      initialValue: { ...values } as Record<string, string>,
      error: errors,
    },
  });
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Conform has gone to the first wrong field, as after sending; here several forms stand side by side.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && element.current?.contains(focused)) focused.blur();
  }, []);
  return (
    <form ref={element} id={form.id} className="stack" noValidate>
      {children(fields, form)}
    </form>
  );
}
