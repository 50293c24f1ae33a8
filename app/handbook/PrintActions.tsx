import { useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { deskHandbookAddress, wholeHandbookAddress } from "~/address/handbook";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { useHydrated } from "~/ui/useHydrated";

/** One press prints the chapter, another the whole book. Without script the browser's own menu prints. */
export function PrintActions() {
  const { t } = useTranslation();
  return (
    <>
      {useHydrated() && (
        <Button type="button" onClick={() => window.print()}>
          {t("handbook.printChapter")}
        </Button>
      )}
      <ButtonLink to={`${wholeHandbookAddress(deskHandbookAddress)}?print`}>
        {t("handbook.printWhole")}
      </ButtonLink>
    </>
  );
}

/** On the page of the whole book: prints it, at once for who came by "print". */
export function PrintWhole() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const hydrated = useHydrated();
  const atOnce = search.has("print");
  useEffect(() => {
    if (atOnce) window.print();
  }, [atOnce]);
  if (!hydrated) return null;
  return (
    <Button type="button" onClick={() => window.print()}>
      {t("handbook.printWhole")}
    </Button>
  );
}
