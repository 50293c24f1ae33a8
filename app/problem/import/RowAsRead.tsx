import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import type { RowRead } from "./rowsRead.server";

/** Shows how the cells of a row were understood, so that it can be held beside the file. */
export function RowAsRead({ read, now }: { read: RowRead; now: string }) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  const called = (units: RowRead["units"]) =>
    units
      .map((one) => (i18n.language === "en" ? named(one.name, "en") : one.shortZh))
      .join(t("ui.filter.and"));
  const facts = [
    ["community", read.community && named(read.community.name, i18n.language)],
    ["problemClass", nameOf(read.problemClass)],
    ["place", read.place],
    ["concernedUnits", called(read.units)],
    ["powerUnit", read.power && called([read.power])],
    ["raisedAt", read.raisedAt && <DateText value={read.raisedAt} now={now} />],
    ["households", read.households],
    ["wishOn", read.wishOn && <DateText value={read.wishOn} now={now} />],
  ] as const;
  return (
    <dl className="import-read">
      {facts.map(
        ([field, value]) =>
          value && (
            <div key={field}>
              <dt>{t(`problem.import.field.${field}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
