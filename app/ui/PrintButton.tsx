import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "./Button";
import { useHydrated } from "./useHydrated";

/** Prints the page as it stands. Without script the browser's own menu does it. */
export function PrintButton() {
  const { t } = useTranslation();
  if (!useHydrated()) return null;
  return (
    <Button type="button" variant="quiet" onClick={() => window.print()}>
      {t("session.print")}
    </Button>
  );
}
