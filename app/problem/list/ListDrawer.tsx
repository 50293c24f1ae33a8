import { Link } from "@remix-run/react";
import type { FormAnswer } from "~/access/formAnswer";
import { problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { AnswerTag } from "~/problem/answer/AnswerTag";
import { SpotShown } from "~/problem/fact/SpotShown";
import { ProblemFacts } from "~/problem/ProblemFacts";
import { MergedWords } from "~/problem/raised/MergedWords";
import { ListingTag } from "~/problem/StateTags";
import { Drawer } from "~/ui/Drawer";
import { AddForm } from "./AddForm";
import { EditForm, PlaceActs } from "./EditForm";
import type { ListRowView, ListView } from "./showList.server";

interface ListDrawerProps {
  view: ListView;
  /** What the address asks for: `add`, or the number of a row. */
  open: { add: boolean; edit: string | null };
  /** What the page answered to a form in it. */
  answer?: FormAnswer;
  now: string;
  today: string;
  closeTo: string;
}

function ReadRow({ view, row, now }: { view: ListView; row: ListRowView; now: string }) {
  const { t, i18n } = useTranslation();
  const { nameOf: reasonOf } = useCodeNames("refusalReasons");
  const nameOf = (id: string | null) => {
    const unit = [...view.units, ...view.communities].find((one) => one.id === id);
    return unit ? named(unit.name, i18n.language) : null;
  };
  const facts = {
    ...row,
    community: nameOf(row.communityId),
    sees: nameOf(row.seesUnitId),
    power: nameOf(row.powerUnitId),
    concerned: row.concernedUnitIds.map(nameOf).filter((name) => name !== null),
  };
  return (
    <div className="stack">
      <ListingTag state={row.state} />
      {row.decision.code && <p>{reasonOf(row.decision.code)}</p>}
      {row.decision.text && <p className="as-written">{row.decision.text}</p>}
      {row.answer && (
        <p className="cluster">
          <AnswerTag answer={row.answer} now={now} />
          {!row.answer.answeredOn && !view.can.seeAll && (
            <Link to={`${problemAddress(row.number)}#answer`}>{t("screening.answer.see")}</Link>
          )}
        </p>
      )}
      {row.originalWording && <blockquote className="as-written">{row.originalWording}</blockquote>}
      {row.summary && <p className="as-written">{row.summary}</p>}
      <ProblemFacts facts={facts} now={now} />
      <SpotShown areas={view.sketch} problem={row} small />
      <MergedWords merged={row.merged} />
      <p>
        <Link to={problemAddress(row.number)}>{t("problem.list.page")}</Link>
      </p>
    </div>
  );
}

/** The long fields of one problem beside the list, or a new one; it has an address and works without script. */
export function ListDrawer({ view, open, answer, now, today, closeTo }: ListDrawerProps) {
  const { t } = useTranslation();
  if (open.add && view.can.add)
    return (
      <Drawer title={t("problem.list.addTitle")} open closeTo={closeTo}>
        <AddForm view={view} reply={answer?.reply} today={today} />
      </Drawer>
    );
  const row = view.rows.find((one) => one.number === open.edit);
  if (!row) return null;
  return (
    <Drawer key={row.number} title={`${row.number} ${row.title}`} open closeTo={closeTo}>
      {row.canChange ? (
        <EditForm view={view} row={row} answer={answer}>
          <MergedWords merged={row.merged} />
          <PlaceActs view={view} row={row} />
        </EditForm>
      ) : (
        <ReadRow view={view} row={row} now={now} />
      )}
    </Drawer>
  );
}
