import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { callerOf } from "~/access/caller.server";
import { signedInHeaders } from "~/access/cookie.server";
import { parseForm } from "~/access/form.server";
import { orNotStored } from "~/access/notStored.server";
import { readForm } from "~/access/readForm.server";
import { requestInstant, retryHeaders, sendTo, whoAsks } from "~/access/request.server";
import { signIn } from "~/access/signIn/signIn.server";
import { safeNext, signInForm } from "~/access/signIn/signInForm";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";
import { PublicFrame } from "~/ui/frame/PublicFrame";
import { PublicLink } from "~/ui/PublicLink";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const headers = retryHeaders;
export const handle = { title: pageTitle<typeof loader>((_, t) => t("signIn.title")) };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await whoAsks(request)) throw sendTo(next);
  return { next, district: context.district as string };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await readForm(request), signInForm);
  if (!form.ok) return form.answer;
  const caller = callerOf(request, context);
  const result = await orNotStored(context, () => signIn(form.input, caller, requestInstant()));
  if (!result.ok) return form.refused(result.refusal);
  throw sendTo(safeNext(form.input.next), { headers: signedInHeaders(result.value) });
}

export default function SignInPage() {
  const { next, district } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm({ id: "sign-in", lastResult: answer?.reply });
  const refused = answer?.refusal && !answer.refusal.field && answer.refusal;
  const labels = { account: t("signIn.account"), password: t("signIn.password") };
  return (
    <PublicFrame district={district} language={i18n.language}>
      <div className="narrow stack">
        <h1>{t("signIn.title")}</h1>
        <p>{t("signIn.lead")}</p>
        <Form method="post" {...getFormProps(form)} className="stack">
          {refused ? (
            <RefusalNotice messageKey={`refusal.${refused.code}`} values={refused.values} />
          ) : (
            <ErrorSummary form={form} labels={labels} />
          )}
          <input type="hidden" name="next" value={next} />
          <TextField field={fields.account!} label={labels.account} autoComplete="username" autoFocus />
          <TextField
            field={fields.password!}
            label={labels.password}
            type="password"
            autoComplete="current-password"
          />
          <Button variant="primary">{t("signIn.submit")}</Button>
        </Form>
        <p className="field-hint">{t("file.noSecrets")}</p>
        <p>
          <PublicLink to="/help/start">{t("handbook.firstTime")}</PublicLink>
        </p>
      </div>
    </PublicFrame>
  );
}
