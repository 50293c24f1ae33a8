import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainText } from "~/ui/form/PlainText";
import type { OpinionsPage } from "./showOpinions.server";

interface AskProps {
  page: OpinionsPage;
  topicId: string;
}

/** For who holds the meeting: asks units that are called to it about one topic, until a day. */
export function AskOpinions({ page, topicId }: AskProps) {
  const { t } = useTranslation();
  const asked = new Set(opinionsOn(page, topicId).map(({ unitId }) => unitId));
  const left = page.units.filter(({ id }) => !asked.has(id));
  if (left.length === 0) return null;
  return (
    <FoldForm
      label={t("opinion.ask")}
      hidden={{ intent: "ask", topicId }}
      submit={<Button>{t("opinion.askSubmit")}</Button>}
    >
      <Units name="ask" topicId={topicId} units={left.map((one) => ({ ...one, chosen: one.proposed }))} />
      <Until page={page} />
    </FoldForm>
  );
}

/** For who holds the meeting: asks once more those who were asked and are silent, until the same day or another. */
export function AskAgain({ page, topicId }: AskProps) {
  const { t } = useTranslation();
  const silent = opinionsOn(page, topicId).filter(({ submitted }) => !submitted);
  const units = silent.map(({ unitId, unit }) => ({ id: unitId, name: unit, chosen: true }));
  if (units.length === 0) return null;
  return (
    <FoldForm
      label={t("opinion.askAgain")}
      hidden={{ intent: "ask", topicId }}
      submit={<Button>{t("opinion.askAgainSubmit")}</Button>}
    >
      <Units name="again" topicId={topicId} units={units} />
      <Until page={page} />
    </FoldForm>
  );
}

function opinionsOn({ topics }: OpinionsPage, topicId: string) {
  return topics.find(({ id }) => id === topicId)?.opinions ?? [];
}

interface UnitsProps {
  name: string;
  topicId: string;
  units: readonly (Pick<OpinionsPage["units"][number], "id" | "name"> & { chosen: boolean })[];
}

function Units({ name, topicId, units }: UnitsProps) {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="field wide">
      <legend className="field-label">{t("opinion.units")}</legend>
      <div className="choices opinion-units">
        {units.map(({ id, name: unit, chosen }) => (
          <div className="choice" key={id}>
            <input
              type="checkbox"
              id={`${name}-${topicId}-${id}`}
              name="unitId"
              value={id}
              defaultChecked={chosen}
            />
            <label htmlFor={`${name}-${topicId}-${id}`}>{named(unit, i18n.language)}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Until({ page }: { page: OpinionsPage }) {
  const { t } = useTranslation();
  return (
    <PlainText
      name="dueOn"
      type="date"
      label={t("opinion.until")}
      defaultValue={page.dueOn}
      max={page.lastDay}
      required
    />
  );
}
