import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { CopyWords } from "~/ui/CopyWords";
import { ExportLink } from "~/ui/ExportLink";
import { OnceForm } from "~/ui/OnceForm";
import { OnceKey } from "~/ui/OnceKey";
import { PrintButton } from "~/ui/PrintButton";
import { useTyped } from "~/ui/typed";
import type { Part, Wording } from "../part";

const variants = ["primary", "secondary", "quiet", "danger"] as const;

const words = ({ say }: Wording) => ({
  primary: say("报送清单", "Send the list"),
  secondary: say("导入表格", "Import a workbook"),
  quiet: say("收起", "Fold up"),
  danger: say("移出议程", "Take the topic off"),
});

export const button: Part = {
  variants: {
    show: (wording) => (
      <div className="cluster">
        {variants.map((variant) => (
          <Button key={variant} variant={variant}>
            {words(wording)[variant]}
          </Button>
        ))}
      </div>
    ),
  },
  small: {
    show: (wording) => (
      <div className="cluster">
        {variants.map((variant) => (
          <Button key={variant} variant={variant} size="small">
            {words(wording)[variant]}
          </Button>
        ))}
      </div>
    ),
  },
  busy: {
    show: (wording) => (
      <div className="cluster">
        {variants.map((variant) => (
          <Button key={variant} variant={variant} busy>
            {words(wording)[variant]}
          </Button>
        ))}
      </div>
    ),
  },
  disabled: {
    show: (wording) => (
      <div className="cluster">
        {variants.map((variant) => (
          <Button key={variant} variant={variant} disabled>
            {words(wording)[variant]}
          </Button>
        ))}
      </div>
    ),
  },
  focused: {
    show: (wording) => <Button variant="primary">{words(wording).primary}</Button>,
    first: (stage) => stage.querySelector("button")?.focus(),
  },
};

export const onceForm: Part = {
  oneButton: {
    show: (wording) => (
      <OnceForm>
        <Button>{words(wording).secondary}</Button>
      </OnceForm>
    ),
  },
};

export const onceKey: Part = {
  inPlainForm: {
    show: (wording) => (
      <form method="post">
        <OnceKey />
        <Button>{words(wording).quiet}</Button>
      </form>
    ),
  },
};

export const buttonLink: Part = {
  variants: {
    show: (wording) => (
      <div className="cluster">
        {variants.map((variant) => (
          <ButtonLink key={variant} to="/desk" variant={variant}>
            {words(wording)[variant]}
          </ButtonLink>
        ))}
      </div>
    ),
  },
  small: {
    show: (wording) => (
      <div className="cluster">
        {variants.map((variant) => (
          <ButtonLink key={variant} to="/desk" variant={variant} size="small">
            {words(wording)[variant]}
          </ButtonLink>
        ))}
      </div>
    ),
  },
};

function Returning({ wording: { say }, asksReason }: { wording: Wording; asksReason?: boolean }) {
  return (
    <ConfirmButton
      label={say("退回清单", "Return the list")}
      consequence={say("街镇可以再改，改好后重新报送。", "The street can change it and send it again.")}
      confirmLabel={say("退回街镇", "Return it to the street")}
      action=""
      name="intent"
      value="return"
    >
      {asksReason && <Reason label={say("理由", "Reason")} />}
    </ConfirmButton>
  );
}

function Reason({ label }: { label: string }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor="reason">
        {label}
      </label>
      <input className="input input-full" id="reason" name="reason" defaultValue={useTyped("reason")} />
    </div>
  );
}

const press = (stage: HTMLElement) => stage.querySelector("button")?.click();
const refused = {
  refusal: { code: "changedMeanwhile" },
  typed: { intent: "return", reason: "WJC-2026-0137" },
};

export const confirmButton: Part = {
  closed: { show: (wording) => <Returning wording={wording} /> },
  sizes: {
    show: ({ say }) => (
      <div className="cluster">
        <ConfirmButton
          variant="primary"
          label={say("签发纪要", "Issue the minutes")}
          consequence={say("签发后不能再改。", "They cannot be changed afterwards.")}
        />
        <ConfirmButton
          variant="secondary"
          size="small"
          label={say("撤回", "Withdraw")}
          consequence={say("对方会看到已撤回。", "The others see that it was withdrawn.")}
        />
      </div>
    ),
  },
  open: { whole: true, show: (wording) => <Returning wording={wording} />, first: press },
  openOnPhone: {
    whole: true,
    narrow: true,
    show: (wording) => <Returning wording={wording} />,
    first: press,
  },
  askingReason: { whole: true, show: (wording) => <Returning wording={wording} asksReason />, first: press },
  refused: { whole: true, show: (wording) => <Returning wording={wording} asksReason />, answer: refused },
  withoutScript: { still: true, show: (wording) => <Returning wording={wording} asksReason /> },
  refusedWithoutScript: {
    still: true,
    show: (wording) => <Returning wording={wording} asksReason />,
    answer: refused,
  },
};

/** Presses the button with a clipboard that takes what it is given, or refuses it. */
const copyTo = (writeText: () => Promise<void>) => (stage: HTMLElement) => {
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  press(stage);
};

const Copy = ({ wording: { say } }: { wording: Wording }) => (
  <CopyWords words={say("会议听取了街道的汇报。", "The meeting heard the street's report.")} />
);

export const copyWords: Part = {
  before: { show: (wording) => <Copy wording={wording} /> },
  copied: { show: (wording) => <Copy wording={wording} />, first: copyTo(() => Promise.resolve()) },
  notAllowed: { show: (wording) => <Copy wording={wording} />, first: copyTo(() => Promise.reject()) },
};

export const exportLink: Part = { ready: { show: () => <ExportLink to="/desk/problems.xlsx" /> } };
export const printButton: Part = { ready: { show: () => <PrintButton /> } };
