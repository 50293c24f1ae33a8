import { Button } from "~/ui/Button";
import { FieldWrong } from "~/ui/form/FieldWrong";
import { FoldForm } from "~/ui/form/FoldForm";
import { Labelled } from "~/ui/form/Labelled";
import { PlainCheck } from "~/ui/form/PlainCheck";
import { PlainFile, tableFiles } from "~/ui/form/PlainFile";
import { PlainRadios } from "~/ui/form/PlainRadios";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { TypedProvider } from "~/ui/typed";
import type { Part, Wording } from "../part";

const title = ({ say }: Wording) => say("名称", "Title");
const reason = ({ say }: Wording) => say("原因", "Reason");
const reasonHint = ({ say }: Wording) => say("记入操作记录。", "Goes into the ledger.");
const unit = ({ say }: Wording) => say("单位", "Unit");
const kind = ({ say }: Wording) => say("类型", "Kind");
const units = ({ say }: Wording) => [
  { value: "street", label: say("五角场街道", "Wujiaochang Subdistrict"), group: say("街镇", "Streets") },
  { value: "works", label: say("区建管委", "Construction Commission"), group: say("部门", "Departments") },
];
const kinds = ({ say }: Wording) => [
  { value: "siteVisit", label: say("实地察看", "Site visit") },
  { value: "other", label: say("其他", "Other") },
];

export const plainText: Part = {
  required: {
    show: (wording) => <PlainText name="title" label={title(wording)} size="full" required />,
  },
  optional: {
    show: (wording) => <PlainText name="title" label={title(wording)} hint={reasonHint(wording)} />,
  },
  day: {
    show: ({ say }) => <PlainText name="day" label={say("截止日期", "Closes on")} type="date" />,
  },
  refused: {
    show: (wording) => (
      <TypedProvider value={{ title: wording.say("察看现场", "A look at the place") }}>
        <PlainText name="title" label={title(wording)} required />
      </TypedProvider>
    ),
  },
};

export const fieldWrong: Part = {
  underAControl: {
    show: ({ say }) => <FieldWrong id="wrong" wrong={say("请写明理由。", "Say why.")} />,
  },
};

export const plainFile: Part = {
  choose: {
    show: ({ say }) => (
      <PlainFile
        name="file"
        label={say("台账文件", "File of the ledger")}
        hint={say("XLSX 或 CSV", "XLSX or CSV")}
        accept={tableFiles}
      />
    ),
  },
  refused: {
    show: ({ say }) => (
      <PlainFile
        name="file"
        label={say("台账文件", "File of the ledger")}
        accept={tableFiles}
        refusal={{ code: "fileTooLarge", values: { megabytes: 5 } }}
      />
    ),
  },
};

export const plainTextArea: Part = {
  required: {
    show: (wording) => (
      <PlainTextArea name="reason" label={reason(wording)} hint={reasonHint(wording)} required />
    ),
  },
  refused: {
    show: (wording) => (
      <TypedProvider value={{ reason: wording.say("台风影响", "The typhoon") }}>
        <PlainTextArea name="reason" label={reason(wording)} />
      </TypedProvider>
    ),
  },
};

export const plainSelect: Part = {
  empty: {
    show: (wording) => <PlainSelect name="unit" label={unit(wording)} options={units(wording)} required />,
  },
  withoutBlank: {
    show: (wording) => (
      <PlainSelect
        name="unit"
        label={unit(wording)}
        options={units(wording)}
        blank={null}
        defaultValue="works"
      />
    ),
  },
  refused: {
    show: (wording) => (
      <TypedProvider value={{ unit: "street" }}>
        <PlainSelect
          name="unit"
          label={unit(wording)}
          hint={reasonHint(wording)}
          options={units(wording)}
          optional
        />
      </TypedProvider>
    ),
  },
};

export const plainRadios: Part = {
  inline: {
    show: (wording) => (
      <PlainRadios name="kind" label={kind(wording)} options={kinds(wording)} defaultValue="other" inline />
    ),
  },
  refused: {
    show: (wording) => (
      <TypedProvider value={{ kind: "siteVisit" }}>
        <PlainRadios
          name="kind"
          label={kind(wording)}
          hint={reasonHint(wording)}
          options={kinds(wording)}
          defaultValue="other"
        />
      </TypedProvider>
    ),
  },
};

const elsewhere = ({ say }: Wording) => say("内容另行书面提供", "Its content is handed out on paper");

export const plainCheck: Part = {
  empty: { show: (wording) => <PlainCheck name="elsewhere" label={elsewhere(wording)} /> },
  refused: {
    show: (wording) => (
      <TypedProvider value={{ elsewhere: "yes" }}>
        <PlainCheck name="elsewhere" label={elsewhere(wording)} hint={wording.say("不能取消", "It stays")} />
      </TypedProvider>
    ),
  },
};

export const labelled: Part = {
  aroundAnother: {
    show: ({ say }) => (
      <Labelled
        id="amount"
        hintId="amount-hint"
        label={say("金额", "Amount")}
        hint={say("万元", "10,000 yuan")}
      >
        <input className="input input-short" id="amount" aria-describedby="amount-hint" />
      </Labelled>
    ),
  },
};

const hidden = { intent: "add" };

const AddEntry = (wording: Wording) => (
  <FoldForm
    label={wording.say("添加议程项", "Add an entry")}
    hidden={hidden}
    submit={<Button>{wording.say("添加", "Add")}</Button>}
  >
    <PlainRadios
      name="kind"
      label={kind(wording)}
      options={kinds(wording)}
      defaultValue="siteVisit"
      inline
      wide
    />
    <PlainText name="title" label={title(wording)} size="full" wide required />
    <PlainSelect name="unit" label={unit(wording)} options={units(wording)} required />
    <PlainText name="presenter" label={wording.say("汇报人", "Presenter")} />
  </FoldForm>
);

const typed = { ...hidden, kind: "other", title: "政立路（Zhengli Road）", unit: "works", presenter: "" };
const refusedAnswer = { refusal: { code: "changedMeanwhile" }, typed };
const open = (stage: HTMLElement) => stage.querySelector("summary")?.click();

export const foldForm: Part = {
  folded: { show: AddEntry },
  open: { show: AddEntry, first: open },
  narrow: { show: AddEntry, first: open, narrow: true },
  refused: { show: AddEntry, answer: refusedAnswer },
  withoutScript: { show: AddEntry, still: true, answer: refusedAnswer },
};
