import { Form, Link } from "@remix-run/react";
import { accountsAddress } from "~/address/accounts";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { PlainText } from "~/ui/form/PlainText";
import "./unit.css";

/** Looks for accounts by what is typed of a name, an account or a unit. */
export function AccountSearch({ words }: { words: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Form method="get" action={accountsAddress} role="search" className="account-search" key={words}>
      <PlainText
        name="q"
        label={t("account.search.words")}
        hint={t("account.search.hint")}
        defaultValue={words}
        maxLength={60}
        size="medium"
        optional={false}
      />
      <Button>{t("account.search.submit")}</Button>
      {words && <Link to={accountsAddress}>{t("account.search.all")}</Link>}
    </Form>
  );
}
