import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { MarkedText } from "~/problem/MarkedText";
import { SharedMatter } from "~/problem/SharedMatter";
import { SimilarTopics } from "~/problem/SimilarTopics";
import { wordsToMark } from "~/problem/wordsToMark";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { nextUndecided } from "./screeningKeys";
import type { ScreenedView, ScreeningView } from "./showScreening.server";

interface MattersProps {
  view: ScreeningView;
  card: ScreenedView;
  opened: NonNullable<ScreeningView["opened"]>;
}

type Matter = MattersProps["opened"]["similar"][number];

/** Merges the opened problem into one that is like it, in one press. */
function Merge({ view, card, into }: Omit<MattersProps, "opened"> & { into: string }) {
  const { t } = useTranslation();
  return (
    <OnceForm preventScrollReset>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="listingId" value={card.listingId} />
      <input type="hidden" name="version" value={card.version} />
      <input type="hidden" name="decision" value="merged" />
      <input type="hidden" name="sameAs" value={into} />
      <input type="hidden" name="next" value={nextUndecided(view.rows, card.listingId) ?? ""} />
      <Button size="small">{t("problem.screening.sameMatter")}</Button>
    </OnceForm>
  );
}

function canCarry({ view, card }: Omit<MattersProps, "opened">, listingId: string | null): boolean {
  const carrier = view.rows.find((row) => row.listingId === listingId);
  const open = carrier?.state === "admitted" || carrier?.state === "submitted";
  return view.can.decide && card.state !== "merged" && open;
}

function OneMatter({ one, ...props }: Omit<MattersProps, "opened"> & { one: Matter }) {
  const { i18n } = useTranslation();
  return (
    <article className="similar">
      <p>
        <Link to={problemAddress(one.number)} className="num">
          {one.number}
        </Link>{" "}
        {one.street && <span className="muted">{named(one.street, i18n.language)}</span>}
      </p>
      <p>
        <strong>
          <MarkedText text={one.title} words={wordsToMark(one)} />
        </strong>
      </p>
      <p className="similar-words">
        <MarkedText text={one.words} words={wordsToMark(one)} />
      </p>
      {one.place && (
        <p className="muted small">
          <MarkedText text={one.place} words={wordsToMark(one)} />
        </p>
      )}
      <SharedMatter concepts={one.concepts} />
      <SimilarTopics topics={one.topics} />
      {one.listingId && canCarry(props, one.listingId) && <Merge {...props} into={one.listingId} />}
    </article>
  );
}

/** The problems that are like the opened one, with the words they share marked. */
export function SimilarMatters({ opened, ...props }: MattersProps) {
  const { t } = useTranslation();
  return (
    <section className="section stack">
      <h3>{t("problem.screening.similar")}</h3>
      {opened.similar.length === 0 && <p className="muted">{t("problem.screening.similarNone")}</p>}
      {opened.similar.map((one) => (
        <OneMatter key={one.number} one={one} {...props} />
      ))}
    </section>
  );
}
