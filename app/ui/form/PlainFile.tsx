import { type ChangeEvent, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { FieldWrong } from "./FieldWrong";
import { Labelled, type Wording } from "./Labelled";
import { usePlainField } from "./usePlainField";

/** What a page takes where a table is brought: as its worksheet reader does, and as browsers name it. */
export const tableFiles =
  ".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Props of {@link PlainFile}. */
export interface PlainFileProps extends Pick<Wording, "label" | "hint"> {
  name: string;
  /** As in the attribute of the same name. */
  accept: string;
  /** What the file may have at most; a larger one is told where it is chosen, before it is sent. */
  megabytes?: number;
  /** Why the file that was sent was not taken; told here until another one is chosen. */
  refusal?: Refusal;
}

const tooLarge = (megabytes: number): Refusal => ({ code: "fileTooLarge", values: { megabytes } });

/** Says why a file is not taken: as it was chosen, or as it was sent. */
function useFileRefusal({ megabytes, refusal }: Pick<PlainFileProps, "megabytes" | "refusal">) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ after?: Refusal; refusal?: Refusal }>();
  const told = chosen && chosen.after === refusal ? chosen.refusal : refusal;
  const sentence = (one: Refusal) => t(`refusal.${one.code}`, { ...one.values });
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const size = input.files?.[0]?.size ?? 0;
    const now = megabytes && size > megabytes * 1024 * 1024 ? tooLarge(megabytes) : undefined;
    // The browser itself then keeps the form from being sent.
    input.setCustomValidity(now ? sentence(now) : "");
    setChosen({ after: refusal, refusal: now });
  };
  return { told: told && sentence(told), choose };
}

/** One file that must be chosen, in a form that is checked where it is sent; that form needs multipart/form-data. */
export function PlainFile({ label, hint, name, accept, megabytes, refusal }: PlainFileProps) {
  const { told, choose } = useFileRefusal({ megabytes, refusal });
  const { frame, control, wrongId } = usePlainField(name, hint, told);
  return (
    <Labelled {...frame} label={label} hint={hint} optional={false}>
      <input
        {...control}
        type="file"
        className="input-file"
        accept={accept}
        required
        onChange={choose}
        aria-invalid={told ? true : undefined}
      />
      <FieldWrong id={wrongId} wrong={told} />
    </Labelled>
  );
}
