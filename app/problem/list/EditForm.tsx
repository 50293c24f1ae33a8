import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link } from "@remix-run/react";
import type { FormAnswer } from "~/access/formAnswer";
import { problemAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { editProblemForm, type ProblemChange } from "~/problem/problemForm";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { cellValue } from "./gridCells";
import { ProblemFields, useFieldLabels, useFieldWords } from "./ProblemFields";
import type { EditedProblem, ListRowView, ListView } from "./showList.server";

interface EditFormProps {
  view: ListView;
  row: EditedProblem;
  /** What the page answered to the drawer's form. */
  answer?: FormAnswer;
  /** What can be done with it besides. */
  children?: React.ReactNode;
}

function Words({ row }: { row: EditedProblem }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <h3>{t("problem.field.originalWording")}</h3>
      {row.originalWording ? (
        <blockquote className="as-written">{row.originalWording}</blockquote>
      ) : (
        <p className="muted">{t("problem.page.noWords")}</p>
      )}
      <p className="small muted">{t("problem.hint.originalFixed")}</p>
    </div>
  );
}

/** One act about the row's place on the list, as a form of its own. */
function PlaceButton({ row, after, label }: { row: ListRowView; after: string; label: string }) {
  return (
    <OnceForm preventScrollReset>
      <input type="hidden" name="listingId" value={row.listingId} />
      <input type="hidden" name="after" value={after} />
      <Button size="small" name="intent" value="move">
        {label}
      </Button>
    </OnceForm>
  );
}

/** What can be done with a row's place on the list. */
export function PlaceActs({ view, row }: { view: ListView; row: ListRowView }) {
  const { t } = useTranslation();
  const order = [...view.beside.before, ...view.rows.map((one) => one.listingId), ...view.beside.behind];
  const at = order.indexOf(row.listingId);
  return (
    <div className="form-actions">
      {view.can.move && at > 0 && (
        <PlaceButton row={row} after={order[at - 2] ?? ""} label={t("problem.list.up")} />
      )}
      {view.can.move && at < order.length - 1 && (
        <PlaceButton row={row} after={order[at + 1]!} label={t("problem.list.down")} />
      )}
      <ConfirmButton
        size="small"
        label={t("problem.list.remove")}
        consequence={<p>{t("problem.list.removeText", { number: row.number })}</p>}
        action=""
        name="intent"
        value="remove"
        hidden={{ listingId: row.listingId }}
      />
      <Link to={problemAddress(row.number)}>{t("problem.list.page")}</Link>
    </div>
  );
}

const shownFields = Object.keys(editProblemForm.shape) as (keyof typeof editProblemForm.shape)[];

/** What the form shows of a row, as it sends it. */
const stateOf = (row: EditedProblem) => ({
  version: row.version,
  values: Object.fromEntries(shownFields.map((field) => [field, cellValue(row[field])])),
});

/** Everything that may be changed about a problem on a list, or proposed for one. */
export function EditForm(props: EditFormProps) {
  const { view, row, children } = props;
  const { t } = useTranslation();
  const answer = props.answer?.typed?.number === row.number ? props.answer : undefined;
  const [form, fields] = useForm<ProblemChange>({
    id: `edit-${row.number}`,
    lastResult: answer?.reply,
    defaultValue: row,
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: editProblemForm }),
  });
  const labels = useFieldLabels();
  const say = useFieldWords(view);
  return (
    <div className="stack">
      <Words row={row} />
      <OnceForm {...getFormProps(form)} className="form" preventScrollReset>
        <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
        <input type="hidden" name="number" value={row.number} />
        <Meanwhile now={stateOf(row)} labels={labels} say={say} answer={answer} />
        <TextField
          field={fields.title!}
          label={t("problem.field.title")}
          hint={t("problem.hint.title")}
          optional={false}
        />
        <ProblemFields fields={fields} view={view} />
        <div className="form-actions">
          <Button variant="primary" name="intent" value="edit">
            {t("problem.list.save")}
          </Button>
        </div>
      </OnceForm>
      {children}
    </div>
  );
}
