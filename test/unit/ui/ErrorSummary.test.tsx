import { useForm } from "@conform-to/react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { ui } from "~/i18n/zh-CN/ui";
import { CheckboxesField } from "~/ui/form/CheckboxesField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";

const error = { required: "请填写。", many: "最多选两类。", closed: "征集已经截止。" };

type Errors = Record<string, string[]>;

function Page({ errors }: { errors: Errors }) {
  const [form, fields] = useForm<{ title: string; kinds: string[] }>({
    id: "problem",
    lastResult: { status: "error", initialValue: {}, error: errors },
  });
  return (
    <form id={form.id}>
      <ErrorSummary form={form} labels={{ title: "名称" }} />
      <TextField field={fields.title} label="名称" hint="一句话。" />
      <CheckboxesField field={fields.kinds} label="类别" options={[{ value: "a", label: "违法建筑" }]} />
    </form>
  );
}

const html = (errors: Errors) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={createTranslator("zh-CN", { ui, error })}>
      <Page errors={errors} />
    </I18nextProvider>,
  );

describe("ErrorSummary", () => {
  const markup = html({ "": ["error.closed"], title: ["error.required"], kinds: ["error.many"] });
  const summary = markup.slice(markup.indexOf('class="error-summary"'), markup.indexOf("</ul>"));

  it("links every error to an element that is there", () => {
    const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toEqual(["problem-title", "problem-kinds"]);
    for (const target of targets) expect(markup).toContain(`id="${target}"`);
  });

  it("says the messages, and the form's own without a link", () => {
    expect(summary).toContain("名称：请填写。");
    expect(summary).toContain("<li>征集已经截止。</li>");
  });

  it("can take the focus and is announced", () => {
    expect(markup).toContain('class="error-summary" id="problem-error" role="alert" tabindex="-1"');
  });

  it("marks the field, and describes it by hint and error", () => {
    const input = /<input[^>]*id="problem-title"[^>]*>/.exec(markup)?.[0];
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('aria-describedby="problem-title-description problem-title-error"');
    expect(markup).toContain('id="problem-title-error"');
  });

  it("is not there when nothing is wrong", () => {
    expect(html({})).not.toContain("error-summary");
  });
});
