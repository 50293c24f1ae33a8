import { Link } from "@remix-run/react";
import { eraseAddress } from "~/address/problems";
import { dayOf } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { useErasedPlace } from "~/problem/useErasedPlace";
import { Notice } from "~/ui/Notice";
import type { ProblemView } from "./showProblem.server";

/** Says that words were erased and when, so that nobody takes the mark for a fault. */
export function ErasedNotice({ view }: { view: ProblemView }) {
  const { t, i18n } = useTranslation();
  const nameOf = useErasedPlace();
  if (view.erasures.length === 0) return null;
  return (
    <Notice>
      {view.erasures.map(({ id, at, from }) => (
        <p key={id}>
          {t("erasure.notice", {
            date: writtenDay(dayOf(at), i18n.language),
            places: [...new Set(from.map(nameOf))].join(t("ledger.comma")),
          })}
          {view.can.erase && (
            <>
              {" "}
              <Link to={eraseAddress(view.problem.number)}>{t("erasure.noticeMore")}</Link>
            </>
          )}
        </p>
      ))}
    </Notice>
  );
}
