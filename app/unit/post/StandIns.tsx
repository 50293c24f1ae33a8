import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import type { HoldingListed, PostPage } from "../showPost.server";

function Term({ held, now }: { held: HoldingListed; now: string }) {
  const { t } = useTranslation();
  return (
    <span className="muted small">
      {t("unit.standIn.since")} <DateText value={held.fromDay} now={now} />{" "}
      {held.toDay ? (
        <>
          {t("unit.standIn.until")} <DateText value={held.toDay} now={now} withDistance />
        </>
      ) : (
        t("unit.standIn.untilHeld")
      )}
    </span>
  );
}

/** Who stands in for the holder of a post, now or soon; administrators end it before its day. */
export function StandIns({ page }: { page: PostPage }) {
  const { t } = useTranslation();
  const standIns = page.holdings.filter(({ standsIn, over }) => standsIn && !over);
  if (standIns.length === 0) return null;
  return (
    <section className="section stack">
      <h2>{t("unit.standIn.now")}</h2>
      <ul className="divided">
        {standIns.map((held) => (
          <li key={held.id} className="cluster">
            <span>
              {held.name} <Term held={held} now={page.now} />
            </span>
            {page.can.appoint && (
              <OnceForm>
                <input type="hidden" name="holdingId" value={held.id} />
                <Button size="small" variant="quiet" name="intent" value="endSubstitute">
                  {t("unit.standIn.end")}
                  <span className="visually-hidden"> {held.name}</span>
                </Button>
              </OnceForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
