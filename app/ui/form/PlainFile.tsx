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
}

/** One file that must be chosen, in a form that is checked where it is sent; that form needs multipart/form-data. */
export function PlainFile({ label, hint, name, accept }: PlainFileProps) {
  const { frame, control } = usePlainField(name, hint);
  return (
    <Labelled {...frame} label={label} hint={hint} optional={false}>
      <input {...control} type="file" className="input-file" accept={accept} required />
    </Labelled>
  );
}
