import { getFormProps, useForm } from "@conform-to/react";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation } from "~/access/account/acceptInvitation.server";
import { findInvitation } from "~/access/account/invitation.server";
import { NewPasswordFields, useNewPasswordLabels } from "~/access/account/NewPasswordFields";
import { acceptInvitationForm } from "~/access/account/newPassword";
import { callerOf } from "~/access/caller.server";
import { signedInHeaders } from "~/access/cookie.server";
import { parseForm } from "~/access/form.server";
import { orNotStored } from "~/access/notStored.server";
import { readForm } from "~/access/readForm.server";
import { requestInstant, sendTo } from "~/access/request.server";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { PublicFrame } from "~/ui/frame/PublicFrame";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("account.invitation.title")) };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get("code") ?? "";
  const found = await findInvitation(code, requestInstant());
  const invited = found && { code, account: found.account, name: found.name };
  return data({ invited, district: context.district as string }, { status: found ? 200 : 410 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(await readForm(request), acceptInvitationForm);
  if (!form.ok) return form.answer;
  const caller = callerOf(request, context);
  const result = await orNotStored(context, () => acceptInvitation(form.input, caller, requestInstant()));
  if (!result.ok) return form.refused(result.refusal);
  if (!result.value) throw sendTo("/sign-in");
  throw sendTo("/desk", { headers: signedInHeaders(result.value) });
}

function ChooseForm({ invited }: { invited: { code: string; account: string; name: string } }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ password: string; repeat: string }>({
    id: "invitation",
    lastResult: useActionData<typeof action>()?.reply,
  });
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <p>{t("account.invitation.text", { name: invited.name })}</p>
      <dl className="facts">
        <div>
          <dt>{t("account.account")}</dt>
          <dd>{invited.account}</dd>
        </div>
      </dl>
      <ErrorSummary form={form} labels={useNewPasswordLabels()} />
      <input type="hidden" name="code" value={invited.code} />
      {/* So that the browser keeps the password under the right name. */}
      <input
        className="visually-hidden"
        type="text"
        autoComplete="username"
        value={invited.account}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <NewPasswordFields fields={{ password: fields.password, repeat: fields.repeat }} />
      <Button variant="primary">{t("account.invitation.submit")}</Button>
    </Form>
  );
}

export default function InvitationPage() {
  const { invited, district } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  return (
    <PublicFrame district={district} language={i18n.language}>
      <div className="narrow stack">
        <h1>{t("account.invitation.title")}</h1>
        {invited ? <ChooseForm invited={invited} /> : <RefusalNotice messageKey="refusal.invitationOver" />}
      </div>
    </PublicFrame>
  );
}
