import { CheckboxesField } from "~/ui/form/CheckboxesField";
import { ChoiceSet } from "~/ui/form/ChoiceSet";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { FieldErrors } from "~/ui/form/FieldErrors";
import { FieldFrame } from "~/ui/form/FieldFrame";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { RadiosField } from "~/ui/form/RadiosField";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { FormSample } from "../FormSample";
import type { Part, Wording } from "../part";

const required = ["error.required"];

const titleOf = ({ say }: Wording) => ({
  label: say("问题名称", "Title of the problem"),
  hint: say("一句话，说清楚在哪里、是什么。", "One sentence: where it is, and what."),
  value: say("政立路与国和路口东北角下水道堵塞", "Blocked drain at Zhengli and Guohe Road"),
});

const classes = ({ say }: Wording) => [
  {
    value: "facilities",
    label: say("公共设施", "Public facilities"),
    hint: say("路灯、道路、窨井", "Lamps, roads, drains"),
  },
  { value: "building", label: say("违法建筑", "Illegal building") },
  { value: "greening", label: say("绿化养护", "Greening"), disabled: true },
];

const units = ({ say }: Wording) => [
  { value: "street", label: say("五角场街道", "Wujiaochang Subdistrict"), group: say("街镇", "Streets") },
  { value: "works", label: say("区建管委", "Construction Commission"), group: say("部门", "Departments") },
  { value: "water", label: say("区水务局", "Water Bureau"), group: say("部门", "Departments") },
  {
    value: "old",
    label: say("区市政署（已撤销）", "Works Office (dissolved)"),
    group: say("部门", "Departments"),
    disabled: true,
  },
];

const question = ({ say }: Wording) => say("属于哪一类", "Which class it belongs to");
const answerHint = ({ say }: Wording) => say("可以选几类。", "Choose as many as apply.");

export const textField: Part = {
  empty: {
    show: (wording) => {
      const { label, hint } = titleOf(wording);
      return <FormSample>{({ text }) => <TextField field={text} label={label} hint={hint} />}</FormSample>;
    },
  },
  filled: {
    show: (wording) => {
      const { label, value } = titleOf(wording);
      return (
        <FormSample values={{ text: value }}>
          {({ text }) => <TextField field={text} label={label} />}
        </FormSample>
      );
    },
  },
  wrong: {
    show: (wording) => {
      const { label, hint } = titleOf(wording);
      return (
        <FormSample errors={{ text: required }}>
          {({ text }) => <TextField field={text} label={label} hint={hint} />}
        </FormSample>
      );
    },
  },
  optional: {
    show: ({ say }) => (
      <FormSample>
        {({ text }) => (
          <TextField field={text} label={say("联系电话", "Telephone")} type="tel" size="medium" optional />
        )}
      </FormSample>
    ),
  },
  short: {
    show: ({ say }) => (
      <FormSample values={{ text: "15" }}>
        {({ text }) => <TextField field={text} label={say("分钟", "Minutes")} type="number" size="short" />}
      </FormSample>
    ),
  },
  disabled: {
    show: (wording) => {
      const { label, value } = titleOf(wording);
      return (
        <FormSample values={{ text: value }}>
          {({ text }) => <TextField field={text} label={label} disabled />}
        </FormSample>
      );
    },
  },
  labelHidden: {
    show: (wording) => {
      const { label, value } = titleOf(wording);
      return (
        <FormSample values={{ text: value }}>
          {({ text }) => <TextField field={text} label={label} labelHidden />}
        </FormSample>
      );
    },
  },
  focused: {
    show: (wording) => (
      <FormSample>{({ text }) => <TextField field={text} label={titleOf(wording).label} />}</FormSample>
    ),
    first: (stage) => stage.querySelector("input")?.focus(),
  },
};

const report = ({ say }: Wording) => say("办理情况", "What was done");

export const textAreaField: Part = {
  empty: {
    show: (wording) => (
      <FormSample>
        {({ text }) => <TextAreaField field={text} label={report(wording)} limit={500} />}
      </FormSample>
    ),
  },
  filled: {
    show: (wording) => (
      <FormSample
        values={{ text: wording.say("已疏通，并更换井盖两只。", "Cleared; two covers were replaced.") }}
      >
        {({ text }) => <TextAreaField field={text} label={report(wording)} limit={500} />}
      </FormSample>
    ),
  },
  tooLong: {
    show: (wording) => (
      <FormSample
        values={{ text: wording.say("已疏通，并更换井盖两只。", "Cleared; two covers were replaced.") }}
        errors={{ text: ["error.tooLong"] }}
      >
        {({ text }) => <TextAreaField field={text} label={report(wording)} limit={10} />}
      </FormSample>
    ),
  },
  withoutLimit: {
    show: (wording) => (
      <FormSample>
        {({ text }) => (
          <TextAreaField
            field={text}
            label={report(wording)}
            hint={wording.say("写给居民看得懂。", "In words that residents understand.")}
            rows={2}
            optional
          />
        )}
      </FormSample>
    ),
  },
};

const due = ({ say }: Wording) => say("完成时限", "Due");

export const dateField: Part = {
  empty: {
    show: (wording) => (
      <FormSample>
        {({ day }) => (
          <DateField field={day} label={due(wording)} hint={wording.say("工作日", "A working day")} />
        )}
      </FormSample>
    ),
  },
  filled: {
    show: (wording) => (
      <FormSample values={{ day: "2026-11-20" }}>
        {({ day }) => <DateField field={day} label={due(wording)} />}
      </FormSample>
    ),
  },
  withTime: {
    show: ({ say }) => (
      <FormSample values={{ day: "2026-11-20T14:00" }}>
        {({ day }) => (
          <DateField field={day} label={say("开会时间", "Time of the meeting")} withTime optional />
        )}
      </FormSample>
    ),
  },
  wrong: {
    show: (wording) => (
      <FormSample errors={{ day: ["error.date"] }}>
        {({ day }) => <DateField field={day} label={due(wording)} />}
      </FormSample>
    ),
  },
};

export const selectField: Part = {
  empty: {
    show: (wording) => (
      <FormSample>
        {({ choice }) => (
          <SelectField
            field={choice}
            label={wording.say("牵头单位", "Lead unit")}
            hint={wording.say("一项只有一个。", "There is one only.")}
            options={units(wording)}
          />
        )}
      </FormSample>
    ),
  },
  chosen: {
    show: (wording) => (
      <FormSample values={{ choice: "water" }}>
        {({ choice }) => (
          <SelectField
            field={choice}
            label={wording.say("牵头单位", "Lead unit")}
            options={units(wording)}
            blank={null}
          />
        )}
      </FormSample>
    ),
  },
  ownBlank: {
    show: (wording) => (
      <FormSample>
        {({ choice }) => (
          <SelectField
            field={choice}
            label={wording.say("资源支持", "Resources")}
            options={classes(wording)}
            blank={wording.say("不需要", "None")}
            optional
          />
        )}
      </FormSample>
    ),
  },
  wrong: {
    show: (wording) => (
      <FormSample errors={{ choice: required }}>
        {({ choice }) => (
          <SelectField field={choice} label={wording.say("牵头单位", "Lead unit")} options={units(wording)} />
        )}
      </FormSample>
    ),
  },
};

export const checkboxesField: Part = {
  none: {
    show: (wording) => (
      <FormSample>
        {({ choices }) => (
          <CheckboxesField
            field={choices}
            label={question(wording)}
            hint={answerHint(wording)}
            options={classes(wording)}
          />
        )}
      </FormSample>
    ),
  },
  some: {
    show: (wording) => (
      <FormSample values={{ choices: ["facilities", "building"] }}>
        {({ choices }) => (
          <CheckboxesField field={choices} label={question(wording)} options={classes(wording)} optional />
        )}
      </FormSample>
    ),
  },
  inline: {
    show: (wording) => (
      <FormSample values={{ choices: ["building"] }}>
        {({ choices }) => (
          <CheckboxesField
            field={choices}
            label={question(wording)}
            options={classes(wording).map(({ value, label }) => ({ value, label }))}
            inline
          />
        )}
      </FormSample>
    ),
  },
  wrong: {
    show: (wording) => (
      <FormSample errors={{ choices: required }}>
        {({ choices }) => (
          <CheckboxesField
            field={choices}
            label={question(wording)}
            hint={answerHint(wording)}
            options={classes(wording)}
          />
        )}
      </FormSample>
    ),
  },
};

export const radiosField: Part = {
  none: {
    show: (wording) => (
      <FormSample>
        {({ choice }) => <RadiosField field={choice} label={question(wording)} options={classes(wording)} />}
      </FormSample>
    ),
  },
  chosen: {
    show: (wording) => (
      <FormSample values={{ choice: "facilities" }}>
        {({ choice }) => (
          <RadiosField field={choice} label={question(wording)} options={classes(wording)} optional />
        )}
      </FormSample>
    ),
  },
  inline: {
    show: ({ say }) => (
      <FormSample values={{ choice: "yes" }}>
        {({ choice }) => (
          <RadiosField
            field={choice}
            label={say("是否属实", "Is it true")}
            options={[
              { value: "yes", label: say("属实", "Yes") },
              { value: "no", label: say("不属实", "No") },
            ]}
            inline
          />
        )}
      </FormSample>
    ),
  },
  wrong: {
    show: (wording) => (
      <FormSample errors={{ choice: required }}>
        {({ choice }) => <RadiosField field={choice} label={question(wording)} options={classes(wording)} />}
      </FormSample>
    ),
  },
};

export const choiceSet: Part = {
  labelHidden: {
    show: (wording) => (
      <FormSample>
        {({ choices }) => (
          <ChoiceSet
            type="checkbox"
            field={choices}
            label={question(wording)}
            options={classes(wording)}
            labelHidden
            inline
          />
        )}
      </FormSample>
    ),
  },
};

export const fieldFrame: Part = {
  aroundAnother: {
    show: ({ say }) => (
      <FormSample errors={{ text: required }}>
        {({ text }) => (
          <FieldFrame
            field={text}
            label={say("金额", "Amount")}
            hint={say("万元", "in ten thousand yuan")}
            optional
          >
            <div className="cluster">
              <input
                className="input input-short"
                id={text.id}
                name={text.name}
                aria-describedby={text.descriptionId}
              />
            </div>
          </FieldFrame>
        )}
      </FormSample>
    ),
  },
};

export const fieldErrors: Part = {
  several: {
    show: () => (
      <FormSample errors={{ text: ["error.required", "error.tooLong"] }}>
        {({ text }) => <FieldErrors field={text} />}
      </FormSample>
    ),
  },
};

export const errorSummary: Part = {
  fieldsAndForm: {
    show: (wording) => (
      <FormSample errors={{ "": ["refusal.changedMeanwhile"], text: required, day: ["error.date"] }}>
        {({ text, day }, form) => (
          <>
            <ErrorSummary form={form} labels={{ text: titleOf(wording).label, day: due(wording) }} />
            <TextField field={text} label={titleOf(wording).label} />
            <DateField field={day} label={due(wording)} />
          </>
        )}
      </FormSample>
    ),
  },
};

export const filterSelect: Part = {
  all: {
    show: (wording) => (
      <FilterSelect name="lead" label={wording.say("牵头单位", "Lead unit")} options={units(wording)} />
    ),
  },
  chosen: {
    show: (wording) => (
      <FilterSelect
        name="lead"
        label={wording.say("牵头单位", "Lead unit")}
        value="works"
        options={units(wording)}
      />
    ),
  },
};
